"""What is passed around: exact tables that never leave, and protected tables, the only ones others see.

Exact tables are in ``footing.tables.raw``, which import contracts open to measures, disclosure and assessment alone.
"""

from footing.tables.coordinate import EVERYONE, TOTAL, Coordinate, coordinate
from footing.tables.dimension import Category, Dimension, Hierarchy
from footing.tables.estimate import Estimate
from footing.tables.releasable import ReleasableRow, ReleasableTable, Status

__all__ = [
    "EVERYONE",
    "TOTAL",
    "Category",
    "Coordinate",
    "Dimension",
    "Estimate",
    "Hierarchy",
    "ReleasableRow",
    "ReleasableTable",
    "Status",
    "coordinate",
]
