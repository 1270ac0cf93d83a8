"""Small employers: coarser tables of the same shares, so that something can be shown where little can."""

from footing.measures.small.family import measure
from footing.measures.small.terms import SmallTerms

__all__ = ["SmallTerms", "measure"]
