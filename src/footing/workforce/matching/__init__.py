"""Match words on their meaning."""

from footing.workforce.matching.answers import AnswerMatcher, Placement
from footing.workforce.matching.folding import fold, fold_heading, fold_lightly

__all__ = ["AnswerMatcher", "Placement", "fold", "fold_heading", "fold_lightly"]
