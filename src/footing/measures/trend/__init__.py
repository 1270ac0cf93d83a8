"""Trend: what became of each share since an earlier year, and what joining, leaving and new answers did to it."""

from footing.measures.trend.family import measure
from footing.measures.trend.relocation import with_previous_year
from footing.measures.trend.terms import TrendTerms

__all__ = ["TrendTerms", "measure", "with_previous_year"]
