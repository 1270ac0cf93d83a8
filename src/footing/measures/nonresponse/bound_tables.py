"""Tables of how far people whose background is not known could move each share.

They are worked out from counts alone, and from counts that other tables show: who was asked, whose background is known,
and who is of each group.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from footing.measures.comparisons import benchmarks_for
from footing.measures.division import Division, as_categories, divide
from footing.measures.nonresponse.bounds import plausible, tipping_point, worst_case
from footing.measures.nonresponse.terms import NonResponseTerms
from footing.measures.staff import KEY_QUESTION, STAFF, background_questions, breakdowns_of
from footing.measures.tabulation import Key, rows_of
from footing.standards import Benchmark, Catalogue
from footing.standards.coverage import CODABLE, RESERVED
from footing.tables import TOTAL, Dimension, Estimate, coordinate
from footing.tables.raw import FromCounts, RawTable
from footing.workforce.workforce import QuestionInUse, Workforce

FAMILY = "non_response"
WORST_CASE, PLAUSIBLE, TIPPING_POINT = "non_response_worst_case", "non_response_plausible", "non_response_tipping_point"
MEASURES = (WORST_CASE, PLAUSIBLE)

DIVIDED_BY = ("grade", "function")
"""What the bounds of the key question are also divided by."""

RANGE_NOTE = (
    "The range is no confidence interval: it says where the share of everybody can lie, whoever did not answer."
)


def bound_tables(
    workforce: Workforce, catalogue: Catalogue, benchmarks: Sequence[Benchmark], terms: NonResponseTerms
) -> Iterator[RawTable]:
    """The bounds of every question about background, and what it would take to meet each benchmark."""
    by = [(each,) for each in breakdowns_of(workforce) if each.variable in DIVIDED_BY]
    for question in background_questions(workforce, catalogue):
        breakdowns = ((), *by) if question.question_id == KEY_QUESTION else ((),)
        for division in divide(question, breakdowns, catalogue):
            yield _table(division, WORST_CASE, worst_case, catalogue, RANGE_NOTE)
            yield _plausible(division, catalogue, terms)
        overall = divide(question, [()], catalogue)[0]
        for benchmark in benchmarks_for(question, benchmarks):
            yield _tipping_points(overall, benchmark, catalogue)


def _plausible(division: Division, catalogue: Catalogue, terms: NonResponseTerms) -> RawTable:
    assumed = (
        f"Assumed: the odds of being of a group are at most {terms.odds_factor:g} times as high, and at least "
        f"1/{terms.odds_factor:g} as high, among people whose background is not known as among the others."
    )
    within = partial(plausible, odds_factor=terms.odds_factor)
    return _table(division, PLAUSIBLE, within, catalogue, assumed, RANGE_NOTE)


def _tipping_points(division: Division, benchmark: Benchmark, catalogue: Catalogue) -> RawTable:
    groups = [group for group in division.question.classification.base_groups if group.code in benchmark.values]
    dimensions = division.dimensions(as_categories(groups))

    def figure(key: Key) -> FromCounts:
        needed = partial(tipping_point, benchmark_percent=benchmark.values[key[division.variable]])
        return _figure(key, division.question, needed)

    title = f"{catalogue.measure(TIPPING_POINT).title}: {division.title}, {benchmark.title}"
    return RawTable(
        id=f"{FAMILY}.{division.id}.tipping_point.{benchmark.id}",
        measure=TIPPING_POINT,
        title=title,
        unit=catalogue.measure(TIPPING_POINT).unit,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, figure),
        benchmark=benchmark.id,
        notes=("No figure: no odds would do it.", "The benchmark is taken as exact."),
    )


def _table(
    division: Division, measure: str, estimate: Callable[..., Estimate], catalogue: Catalogue, *notes: str
) -> RawTable:
    classification = division.question.classification
    dimensions: tuple[Dimension, ...] = division.dimensions(as_categories(classification.base_groups))
    return RawTable(
        id=f"{FAMILY}.{division.id}.{measure.removeprefix(f'{FAMILY}_')}",
        measure=measure,
        title=f"{catalogue.measure(measure).title}: {division.title}",
        unit=catalogue.measure(measure).unit,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(_figure, question=division.question, estimate=estimate)),
        notes=(f"Base: {classification.base}.", *notes),
    )


def _figure(key: Key, question: QuestionInUse, estimate: Callable[..., Estimate]) -> FromCounts:
    """Those of a row, those whose background is known, those asked, and those known to be in no share."""
    known = coordinate(**{**key, question.question_id: CODABLE})
    asked = coordinate(**{**key, question.question_id: TOTAL})
    outside = (group.code for group in question.classification.groups if not group.in_base and not group.rollup)
    elsewhere = (coordinate(**{**key, question.question_id: code}) for code in outside if code not in RESERVED)
    return FromCounts(cells=(coordinate(**key), known, asked, *elsewhere), base=known, estimate=estimate)
