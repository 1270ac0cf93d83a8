"""Response: who was asked, who answered, and whose answer can be placed in a group.

Everybody asked is counted, so these rates are exact and have no interval.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from footing.measures.division import Division, as_categories, divide
from footing.measures.family import MeasuredFamily
from footing.measures.staff import STAFF, background_questions, each_breakdown, missing_fields
from footing.measures.tabulation import count_figure, rate_of, rows_of, share_figure
from footing.standards import Catalogue, Group
from footing.standards.coverage import ANSWERED, CODABLE, PREFER_NOT_TO_SAY
from footing.tables import TOTAL, Category, units
from footing.tables.raw import RawTable
from footing.workforce.workforce import QuestionInUse, Workforce

FAMILY = "response"

ASKED = Category(TOTAL, "Asked")


@dataclass(frozen=True, slots=True)
class _Rate:
    """One rate: the id of its definition, which of the people asked it counts, and out of which."""

    measure: str
    part: str
    base: str
    base_words: str


_RATES = (
    _Rate("response_rate", ANSWERED, TOTAL, "everybody asked"),
    _Rate("codable_rate", CODABLE, TOTAL, "everybody asked"),
    _Rate("prefer_not_to_say_rate", PREFER_NOT_TO_SAY, ANSWERED, "everybody who gave any answer"),
)


def measure(workforce: Workforce, *, catalogue: Catalogue) -> MeasuredFamily:
    """Counts and rates of response to each question, overall and by each characteristic on its own."""
    breakdowns = ((), *each_breakdown(workforce))
    tables = tuple(
        table
        for question in background_questions(workforce, catalogue)
        for division in divide(question, breakdowns, catalogue)
        for table in (_people(division), *(_rates(division, rate, catalogue) for rate in _RATES))
    )
    return MeasuredFamily(tables, tuple(missing_fields(workforce, "response_rate", catalogue)))


def _people(division: Division) -> RawTable:
    dimensions = division.dimensions((ASKED, *as_categories(_responses(division.question))))
    return RawTable(
        id=f"{FAMILY}.{division.id}",
        measure="people_asked",
        title=f"Who answered: {division.title}",
        unit=units.PEOPLE,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, count_figure),
    )


def _rates(division: Division, rate: _Rate, catalogue: Catalogue) -> RawTable:
    dimensions = division.dimensions(as_categories([division.question.classification.group(rate.part)]))
    figure = partial(share_figure, variable=division.variable, base=rate.base, estimate=rate_of)
    return RawTable(
        id=f"{FAMILY}.{division.id}.{rate.measure}",
        measure=rate.measure,
        title=f"{catalogue.measure(rate.measure).title}: {division.title}",
        unit=units.PERCENT,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, figure),
        notes=(f"Base: {rate.base_words}.",),
    )


def _responses(question: QuestionInUse) -> Iterator[Group]:
    """All answers and those in the base, then every group that is in no base."""
    yield question.classification.group(ANSWERED)
    yield question.classification.group(CODABLE)
    yield from (group for group in question.classification.groups if not group.in_base and not group.rollup)
