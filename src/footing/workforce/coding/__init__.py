"""Coding: from sheets of text and a mapping to categories, answers, dates and amounts, in the engine."""

from footing.workforce.coding.binding import Sources
from footing.workforce.coding.build import CodedExtract, CodingResult, code_extract
from footing.workforce.coding.rules import Plausibility

__all__ = ["CodedExtract", "CodingResult", "Plausibility", "Sources", "code_extract"]
