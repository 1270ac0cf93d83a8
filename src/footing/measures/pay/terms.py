"""What the pay measures take as given beside the extract: hours of full-time work, partners, and how few is too few."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PayTerms:
    """What an employer says about its pay, and the limits below which a figure is not worked out at all.

    ``full_time_hours`` are the hours of a full-time week; where they are not given, the most common hours of those who
    work full time are used. People in ``partner_grades`` are partners, as are those whom the extract says are.

    Disclosure decides later what may be shown. The limits here say when there is nothing worth showing: an average of
    fewer than ``minimum_people`` (the Civil Service's own rule for averages is 10), a regression with fewer than
    ``people_per_term`` people for each coefficient (F. E. Harrell, Regression Modeling Strategies, 2001, section 4.4).
    """

    full_time_hours: float | None = None
    partner_grades: frozenset[str] = frozenset()
    minimum_people: int = 10
    people_per_term: int = 10
