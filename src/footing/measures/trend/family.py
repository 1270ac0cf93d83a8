"""The trend between two years on the same definitions."""

from collections.abc import Iterator

from footing.measures.counting import cells_of
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.merging import Merged
from footing.measures.staff import KEY_QUESTION
from footing.measures.trend.bands import bands_of
from footing.measures.trend.both_years import (
    CAME,
    GONE,
    GRADE,
    GRADE_BEFORE,
    HIERARCHIES,
    LAST_YEAR,
    LEFT,
    POOLED,
    POOLED_HIERARCHY,
    THIS_YEAR,
    YEAR_STATUS,
    BothYears,
    both_years,
)
from footing.measures.trend.tables import CHANGE, CONTRIBUTION, POOLED_SHARE, SHARE, TrendTables
from footing.measures.trend.terms import TrendTerms
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import TOTAL, Hierarchy, coordinate
from footing.tables.words import long_date
from footing.workforce.workforce import QuestionInUse, Workforce

MEASURES = (SHARE, CHANGE, CONTRIBUTION)

PREVIOUS = "previous"
TOO_FEW = (
    "there are too few people of some background, or too few came and went. The change would give away the background "
    "of those who did."
)
NOT_POOLED = (
    "there are too few people in both years together, or nobody left, or keys do not match, or it would tell the "
    "background of the few who left."
)


def measure(
    workforce: Workforce,
    previous: Workforce | None,
    *,
    catalogue: Catalogue,
    terms: TrendTerms | None = None,
    question_id: str = KEY_QUESTION,
) -> MeasuredFamily:
    """Shares in both years, their change, and what it is made of, for one question about background.

    Put the result beside everything else with ``with_previous_year``. Raises ``ValueError`` where the previous extract
    is not of an earlier day.
    """
    terms = terms or TrendTerms()
    is_small = workforce.person_count < terms.pooled_below
    measures = (*MEASURES, *((POOLED_SHARE,) if is_small else ()))
    if previous is None:
        return MeasuredFamily(
            (), tuple(_missing(measures, (PREVIOUS,), "it needs the extract of an earlier year.", catalogue))
        )
    if previous.snapshot_date >= workforce.snapshot_date:
        raise ValueError("the previous extract must be of an earlier day than this one")
    now, before = (_asked(each, question_id) for each in (workforce, previous))
    if now is None or before is None or now.classification.definition != before.classification.definition:
        reason = _break(now, before, question_id, catalogue)
        return MeasuredFamily((), tuple(_missing(measures, (question_id,), reason, catalogue)))
    return _measured(workforce, previous, now, catalogue, terms)


def _measured(
    workforce: Workforce, previous: Workforce, question: QuestionInUse, catalogue: Catalogue, terms: TrendTerms
) -> MeasuredFamily:
    both = both_years(workforce, previous, question, terms.matched_percent)
    years = (long_date(previous.snapshot_date), long_date(workforce.snapshot_date))
    enough = _are_enough(both, terms.smallest_band)
    bands = bands_of(workforce, previous, both, terms.smallest_band) if enough else None
    both = both.in_bands(bands.hierarchy) if bands else both
    writer = TrendTables(both, bands, years, catalogue, terms.smallest_band)
    is_small = workforce.person_count < terms.pooled_below
    pools = is_small and _can_be_pooled(both, terms.smallest_band)
    tables = (*(writer.all() if enough else ()), *((writer.pooled(),) if pools else ()))
    without = (*_without_flows(writer, catalogue), *_without_bands(bands, catalogue))
    return MeasuredFamily(
        tables=tables,
        not_measured=(
            *(without if enough else _missing(MEASURES, (), TOO_FEW, catalogue)),
            *(_missing((POOLED_SHARE,), (), NOT_POOLED, catalogue) if is_small and not pools else ()),
        ),
        counts=both.counts(cells_of(tables)) if tables else {},
        hierarchies=_hierarchies(bands, pools=pools) if tables else {},
    )


def _can_be_pooled(both: BothYears, smallest: int) -> bool:
    """Whether each group is large enough in both years together, and pooling tells nothing of the few who left.

    It tells nothing where many or none of each group left, or where this year alone is too few to be shown whole.
    """
    question = both.question.question_id
    pooled, now, left = (
        [
            both.count(coordinate(**{YEAR_STATUS: status, question: group.code}))
            for group in both.question.classification.base_groups
        ]
        for status in (POOLED, THIS_YEAR, LEFT)
    )
    untold = all(people == 0 or people >= smallest for people in left) or min(now) < smallest
    return both.matched and any(left) and min(pooled) >= smallest and untold


def _are_enough(both: BothYears, smallest: int) -> bool:
    """Whether each group is large enough in both years, and those in one year and not in the other are many or none."""
    question = both.question.question_id
    groups = [group.code for group in both.question.classification.base_groups]
    sizes = [
        both.count(coordinate(**{YEAR_STATUS: year, question: group}))
        for year in (THIS_YEAR, LAST_YEAR)
        for group in groups
    ]
    differ = sum(both.count(coordinate(**{YEAR_STATUS: status, question: CODABLE})) for status in (CAME, GONE))
    return min(sizes) >= smallest and not 0 < differ < smallest


def _hierarchies(bands: Merged | None, *, pools: bool) -> dict[str, Hierarchy]:
    ways = {**HIERARCHIES, **(POOLED_HIERARCHY if pools else {})}
    of_status = {name: Hierarchy(YEAR_STATUS, parents) for name, parents in ways.items()}
    if bands is None:
        return of_status
    before = Hierarchy(GRADE_BEFORE, dict.fromkeys((each.code for each in bands.categories), TOTAL))
    of_grades = {f"{GRADE}.trend": bands.hierarchy} if bands.is_coarser else {}
    return {**of_status, **of_grades, GRADE_BEFORE: before}


def _asked(workforce: Workforce, question_id: str) -> QuestionInUse | None:
    return next((each for each in workforce.questions if each.question_id == question_id), None)


def _break(now: QuestionInUse | None, before: QuestionInUse | None, question_id: str, catalogue: Catalogue) -> str:
    """Why two years cannot be compared."""
    title = catalogue.question(question_id).title
    if now is None or before is None:
        which = "both years" if now is before else "this year" if now is None else "the earlier year"
        return f"it needs answers to “{title}” in {which}."
    return (
        f"answers to “{title}” are grouped by another definition this year ({now.classification.title}) than before "
        f"({before.classification.title}). Figures before and after such a break are not compared."
    )


def _without_flows(writer: TrendTables, catalogue: Catalogue) -> Iterator[NotMeasured]:
    if not writer.both.matched:
        reason = "keys do not match between the years, so that nobody could be told to have joined, stayed or left."
        yield from _missing((CONTRIBUTION,), ("person_key",), reason, catalogue)
    elif not writer.tells_flows:
        reason = "too few people of some background joined, left or gave another answer to say."
        yield from _missing((CONTRIBUTION,), (), reason, catalogue)


def _without_bands(bands: Merged | None, catalogue: Catalogue) -> Iterator[NotMeasured]:
    if bands is None:
        reason = "it needs grades that both years have in common, with enough people in at least two of them."
        for each in (SHARE, CHANGE):
            title = catalogue.measure(each).title
            yield NotMeasured(each, (GRADE,), f"{title} by grade is not measured: {reason}")


def _missing(
    measures: tuple[str, ...], needs: tuple[str, ...], reason: str, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    for each in measures:
        yield NotMeasured(each, needs, f"{catalogue.measure(each).title} is not measured: {reason}")
