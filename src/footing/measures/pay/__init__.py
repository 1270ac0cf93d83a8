"""The pay gap by background: by the hour and in bonus, and what is left of it when people alike are compared."""

from footing.measures.pay.comparison import Comparison, compare, usual_comparisons
from footing.measures.pay.family import measure
from footing.measures.pay.terms import PayTerms

__all__ = ["Comparison", "PayTerms", "compare", "measure", "usual_comparisons"]
