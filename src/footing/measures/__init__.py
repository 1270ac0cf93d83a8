"""From a workforce to exact tables: one small module for each family of measures.

What comes out never leaves as it is: only ``footing.disclosure`` makes tables that others may see.
"""

from footing.measures.families import measure_all
from footing.measures.family import Measured, MeasuredFamily, NotMeasured

__all__ = ["Measured", "MeasuredFamily", "NotMeasured", "measure_all"]
