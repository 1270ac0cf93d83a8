"""Careers: who is promoted, how soon, who leaves, who is at the top, and what brought them there.

Events become spells in grade (``spells``), spells become counts by length (``tally``), and all figures over time are
worked out from those, or from counts of the spells themselves.
"""

from footing.measures.careers.family import measure
from footing.measures.careers.terms import CareerTerms

__all__ = ["CareerTerms", "measure"]
