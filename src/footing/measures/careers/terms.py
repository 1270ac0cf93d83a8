"""What the career measures take as given beside the events: when the list begins, who is senior, what is temporary."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CareerTerms:
    """What an employer says about its events, and the limits below which a figure is not worked out at all.

    ``opening`` is the first day from which every event is listed; where it is not given, the first day by which there
    was one of each kind (``footing.measures.careers.period``). ``senior_grades`` are the grades that count as senior;
    where none are given, the highest ``senior_levels``, but no more than one in ``grades_per_senior_level`` of all
    that have a rank. Three levels are those of the City of London's taskforce of 2022, for which "senior" is the board,
    the executive committee or the partners, and two levels below; the second limit keeps half of a short ladder from
    being called senior, and is ours. A promotion for one of the ``temporary_reasons`` is acting up.

    Disclosure decides later what may be shown. ``smallest_step`` says how many must reach the end of a wait between
    two points at which its curve is given (the Civil Service's rule for averages is 10 people). ``people_at_once`` is
    how many people's days the engine puts in order together; it changes no figure, only the memory that this takes.
    """

    opening: dt.date | None = None
    senior_grades: frozenset[str] = frozenset()
    senior_levels: int = 3
    grades_per_senior_level: int = 3
    temporary_reasons: frozenset[str] = frozenset(
        {
            "acting up",
            "acting-up",
            "acting",
            "temporary",
            "temporary promotion",
            "temporary responsibility",
            "higher duties",
        }
    )
    smallest_step: int = 10
    people_at_once: int = 1_000_000
