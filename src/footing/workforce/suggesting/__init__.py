"""Suggest a mapping."""

from footing.workforce.suggesting.suggest import SuggestedMapping, suggest_mapping

__all__ = ["SuggestedMapping", "suggest_mapping"]
