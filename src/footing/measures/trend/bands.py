"""Grades put together into bands that are large enough to be compared between two years."""

from collections.abc import Iterator

from footing.measures.careers.ladder import in_one_order
from footing.measures.merging import Merged, merge
from footing.measures.trend.both_years import (
    CHANGED_IN,
    CHANGED_OUT,
    GRADE,
    GRADE_BEFORE,
    JOINED,
    LAST_YEAR,
    LEFT,
    THIS_YEAR,
    YEAR_STATUS,
    BothYears,
)
from footing.standards.coverage import CODABLE
from footing.tables import coordinate
from footing.workforce.workforce import Characteristic, Workforce

WENT_OR_CAME = ((JOINED, GRADE), (CHANGED_IN, GRADE), (LEFT, GRADE_BEFORE), (CHANGED_OUT, GRADE_BEFORE))
"""Whom the rows of a band in one year and not in the other are made of, beside moves between bands."""


def bands_of(workforce: Workforce, previous: Workforce, both: BothYears, smallest: int) -> Merged | None:
    """The grades of both years in bands; ``None`` where there are fewer than two, or no grade is in both years."""
    now, before = (_grades(each) for each in (workforce, previous))
    if now is None or before is None or not set(_codes(now)) & set(_codes(before)):
        return None
    grades = Characteristic(
        GRADE,
        now.title,
        in_one_order([now.categories, before.categories]),
        now.ordered and before.ordered,
        now.unranked | before.unranked,
    )
    sizes = {category.code: tuple(_sizes(category.code, both)) for category in grades.categories}
    merged = merge(grades, sizes, threshold=smallest)
    return merged if merged and len(merged.categories) > 1 else None


def _sizes(code: str, both: BothYears) -> Iterator[int]:
    question = both.question.question_id
    for group in both.question.classification.base_groups:
        for year, grade in ((THIS_YEAR, GRADE), (LAST_YEAR, GRADE_BEFORE)):
            yield both.count(coordinate(**{YEAR_STATUS: year, question: group.code, grade: code}))
    if both.matched:
        yield sum(
            both.count(coordinate(**{YEAR_STATUS: status, question: CODABLE, grade: code}))
            for status, grade in WENT_OR_CAME
        )


def _grades(workforce: Workforce) -> Characteristic | None:
    return next((each for each in workforce.characteristics if each.variable == GRADE), None)


def _codes(grades: Characteristic) -> Iterator[str]:
    return (category.code for category in grades.categories)
