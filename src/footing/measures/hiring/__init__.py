"""Hiring by background: from applying to starting, where in the funnel a gap opens, and like compared with like."""

from footing.measures.hiring.family import measure
from footing.measures.hiring.terms import HiringTerms

__all__ = ["HiringTerms", "measure"]
