"""What coding goes by: the mapping, the reference data, the dates, and what can be true of a person."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from footing.standards import Catalogue
from footing.workforce.fields import FieldCatalogue
from footing.workforce.mapping import Mapping
from footing.workforce.matching import fold_lightly


@dataclass(frozen=True, slots=True)
class Plausibility:
    """Bounds beyond which a value is taken for a mistake, and bounds on how many words a column may have.

    They are Footing's own assumptions, wide enough for any workforce that can be lawfully employed in the UK.
    """

    youngest_age: int = 13
    """The youngest age of part-time work in the UK (Children and Young Persons Act 1933, section 18)."""
    oldest_age: int = 100
    longest_service_years: int = 70
    most_weekly_hours: int = 168
    most_full_time_equivalent: int = 2
    """Two full-time posts; more is a percentage without its sign."""
    most_pay_period_days: int = 366
    lowest_median_pay: int = 8_000
    """Pounds a year; half of a whole workforce below this means that pay is not for a year of full-time work."""
    highest_median_pay: int = 500_000
    most_categories: int = 300
    most_different_answers: int = 2_000


@dataclass(frozen=True, slots=True)
class CodingRules:
    """Everything that coding depends on besides the rows themselves."""

    mapping: Mapping
    catalogue: Catalogue
    fields: FieldCatalogue
    as_at: dt.date
    snapshot_date: dt.date
    blanks: frozenset[str]
    plausibility: Plausibility


def blank_words(fields: FieldCatalogue, mapping: Mapping) -> frozenset[str]:
    """The words that mean that nothing was recorded, folded lightly."""
    words: Iterable[str] = (*fields.blanks, *mapping.blanks)
    return frozenset(fold_lightly(word) for word in words)
