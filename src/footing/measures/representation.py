"""Representation: the background of those who work here, by characteristic, beside a benchmark.

The tables of the key question are chosen with what an outsider can add up in mind. It is crossed with grade and one
other characteristic at a time (a star), and, in large employers, with grade, sex and ethnicity at once. Margins of such
a set fit together like the leaves of a tree, so that ranges worked out from the linear sums between cells are all that
an outsider can work out. In a crossing only the groups of the base and their total are shown: who gave no answer is in
the response tables, by one characteristic at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import prod

from footing.measures.comparisons import benchmarks_for, without_answers
from footing.measures.division import Division, as_categories, divide
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.intervals import share_less_benchmark
from footing.measures.staff import (
    KEY_QUESTION,
    STAFF,
    background_questions,
    breakdowns_of,
    each_breakdown,
    missing_fields,
    without_field,
)
from footing.measures.tabulation import Key, count_figure, rows_of, share_figure
from footing.standards import Benchmark, Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import units
from footing.tables.raw import FromCounts, RawTable
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

FAMILY = "representation"

COMPARED_BREAKDOWNS = ((), ("grade",), ("function",))
"""Where shares are also held against a benchmark: everybody together, and the two ways in which to publish."""

INTERSECTION = ("grade", "sex", "ethnicity")
"""Three characteristics taken together. The star stays one: its points join where they meet grade."""

PEOPLE_PER_COMBINATION = 30
"""With fewer people for each combination of categories on average, ten for each of three backgrounds, a table of all
three characteristics would be mostly withheld, and is not tried unless it is asked for (ours, 2026)."""

INTERVAL_NOTE = (
    "The interval (95 %) says how far chance alone could have moved a share of this many people. "
    "People who did not answer, or whose answer has no group, are not covered by it."
)


def measure(
    workforce: Workforce,
    *,
    catalogue: Catalogue,
    benchmark_ids: Sequence[str] = (),
    crossings: Sequence[Sequence[str]] | None = None,
) -> MeasuredFamily:
    """Counts, shares and differences from benchmarks of the background of the staff in post.

    ``crossings`` are the combinations of characteristics to divide the answers to the key question by; those of
    ``grade_crossings`` unless given. Raises ``UnknownReference`` for a benchmark that is not held, ``NotComparable``
    for one that follows another definition than the answers do, and ``ValueError`` for a crossing of fewer than two.
    """
    benchmarks = tuple(catalogue.benchmark(benchmark_id) for benchmark_id in benchmark_ids)
    wanted = grade_crossings(workforce) if crossings is None else tuple(map(_require_crossing, crossings))
    tables = tuple(
        table
        for question in background_questions(workforce, catalogue)
        for division in divide(question, _breakdowns(question, wanted, workforce), catalogue)
        for table in _tables(division, benchmarks_for(question, benchmarks))
    )
    not_measured = (
        *missing_fields(workforce, "background_share", catalogue),
        *_missing_crossings(wanted, workforce, catalogue),
        *without_answers(benchmarks, background_questions(workforce, catalogue), catalogue),
    )
    return MeasuredFamily(tables, not_measured)


def grade_crossings(workforce: Workforce) -> tuple[tuple[str, ...], ...]:
    """Grade with each other characteristic that the extract has; none without grade.

    Also with sex and ethnicity at once, where there are so many people that the table is worth trying.
    """
    held = {each.variable: each for each in breakdowns_of(workforce)}
    if "grade" not in held:
        return ()
    pairs = tuple(("grade", variable) for variable in held if variable != "grade")
    if not held.keys() >= set(INTERSECTION):
        return pairs
    combinations = prod(len(held[variable].categories) for variable in INTERSECTION)
    return (*pairs, INTERSECTION) if workforce.person_count >= PEOPLE_PER_COMBINATION * combinations else pairs


def _require_crossing(variables: Sequence[str]) -> tuple[str, ...]:
    if len(set(variables)) < 2 or len(set(variables)) < len(variables):
        raise ValueError(
            f"a crossing names two or more different characteristics, not {', '.join(variables) or 'none'}"
        )
    return tuple(variables)


def _breakdowns(
    question: QuestionInUse, crossings: Sequence[tuple[str, ...]], workforce: Workforce
) -> Iterator[tuple[Characteristic, ...]]:
    """Everybody together, each characteristic on its own and, for the key question, the crossings."""
    yield ()
    yield from each_breakdown(workforce)
    if question.question_id == KEY_QUESTION:
        held = {each.variable: each for each in workforce.characteristics}
        for crossing in crossings:
            if held.keys() >= set(crossing):
                yield tuple(held[variable] for variable in crossing)


def _missing_crossings(
    crossings: Sequence[tuple[str, ...]], workforce: Workforce, catalogue: Catalogue
) -> Iterator[NotMeasured]:
    held = {each.variable for each in workforce.characteristics}
    for crossing in crossings:
        needs = tuple(variable for variable in crossing if variable not in held)
        if needs:
            yield without_field("background_share", f"by {' and '.join(crossing)} together", needs, catalogue)


def _tables(division: Division, benchmarks: Sequence[Benchmark]) -> Iterator[RawTable]:
    yield _people(division)
    yield _shares(division)
    variables = tuple(each.variable for each in division.characteristics)
    if variables in COMPARED_BREAKDOWNS:
        yield from (_differences(division, benchmark) for benchmark in benchmarks)


def _people(division: Division) -> RawTable:
    classification = division.question.classification
    dimensions = division.dimensions(as_categories((*classification.base_groups, classification.group(CODABLE))))
    return RawTable(
        id=f"{FAMILY}.{division.id}",
        measure="background_count",
        title=division.title,
        unit=units.PEOPLE,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, count_figure),
    )


def _shares(division: Division) -> RawTable:
    classification = division.question.classification
    dimensions = division.dimensions(as_categories(classification.base_groups))
    return RawTable(
        id=f"{FAMILY}.{division.id}.share",
        measure="background_share",
        title=f"{division.title}, share of each group",
        unit=units.PERCENT,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(share_figure, variable=division.variable, base=CODABLE)),
        notes=(f"Base: {classification.base}.", INTERVAL_NOTE),
    )


def _differences(division: Division, benchmark: Benchmark) -> RawTable:
    classification = division.question.classification
    published = (group for group in classification.base_groups if group.code in benchmark.values)
    dimensions = division.dimensions(as_categories(published))
    return RawTable(
        id=f"{FAMILY}.{division.id}.against.{benchmark.id}",
        measure="background_gap_to_benchmark",
        title=f"{division.title}, difference from {benchmark.title}",
        unit=units.PERCENTAGE_POINTS,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(_difference, variable=division.variable, percentages=benchmark.values)),
        benchmark=benchmark.id,
        notes=(f"Base: {classification.base}.", "The benchmark is taken as exact.", INTERVAL_NOTE),
    )


def _difference(key: Key, *, variable: str, percentages: Mapping[str, float]) -> FromCounts:
    less_benchmark = partial(share_less_benchmark, benchmark_percent=percentages[key[variable]])
    return share_figure(key, variable=variable, base=CODABLE, estimate=less_benchmark)
