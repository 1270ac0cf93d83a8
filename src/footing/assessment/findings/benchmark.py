"""Statements that hold a share against a benchmark of the same definition."""

from collections.abc import Iterator, Mapping

from footing.assessment.findings.difference import direction_of, distance
from footing.assessment.findings.figures import Figure, Figures
from footing.assessment.result import Direction, Finding
from footing.standards import Catalogue, Classification, Group
from footing.tables import TOTAL, Dimension, ReleasableTable
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENT, PERCENTAGE_POINTS
from footing.tables.words import counted, in_a_sentence, listed
from footing.workforce.workforce import NOT_RECORDED

MEASURE = "background_gap_to_benchmark"
PLACES = ("grade", "function")
"""The breakdowns in which shares are also held against a benchmark."""


def against_benchmarks(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Finding]:
    """Everybody against each benchmark, the group in focus first."""
    groups = sorted(classification.base_groups, key=lambda group: group != classification.focus_group)
    for table in figures.tables_against(f"representation.{classification.question}.overall"):
        for group in groups:
            yield from _overall(figures, table, group, catalogue)


def places_against_benchmarks(
    figures: Figures, classification: Classification, catalogue: Catalogue
) -> Iterator[Finding]:
    """The grades and functions in which the group in focus stands clear of a benchmark."""
    for variable in PLACES:
        for table in figures.tables_against(f"representation.{classification.question}.by_{variable}"):
            yield from _places(figures, table, classification.focus_group, catalogue)


def _overall(figures: Figures, table: ReleasableTable, group: Group, catalogue: Catalogue) -> Iterator[Finding]:
    gap = figures.seen(table.id, group.code)
    share = figures.seen(table.id.split(".against.", maxsplit=1)[0] + ".share", group.code)
    if gap is None or share is None or share.row.base is None:
        return
    benchmark = catalogue.benchmark(table.benchmark or "")
    where = {
        Direction.ABOVE: f"{distance(gap.value)} above",
        Direction.BELOW: f"{distance(gap.value)} below",
        Direction.NO_CLEAR_DIFFERENCE: "not clearly different from",
    }[direction_of(gap.row.lower, gap.row.upper)]
    statement = (
        f"{group.label}: {reader_text(share.value, PERCENT)} of {counted(share.row.base, 'person', 'people')}, {where} "
        f"the benchmark of {benchmark.values[group.code]:g}% ({benchmark.title}). "
        f"95% interval of the difference: {interval_text(gap.row.lower, gap.row.upper, PERCENTAGE_POINTS)} points."
    )
    direction, evidence = direction_of(gap.row.lower, gap.row.upper), (gap.evidence, share.evidence)
    stage = catalogue.measure(MEASURE).journey_stage
    yield Finding(f"{table.id}.{group.code}", MEASURE, stage, direction, statement, gap.value, evidence)


def _places(figures: Figures, table: ReleasableTable, group: Group, catalogue: Catalogue) -> Iterator[Finding]:
    places = [each.code for each in table.dimensions[0].categories if each.code not in (TOTAL, NOT_RECORDED)]
    seen = {code: gap for code in places if (gap := figures.seen(table.id, code, group.code))}
    for direction in (Direction.BELOW, Direction.ABOVE):
        clear = {code: gap for code, gap in seen.items() if direction_of(gap.row.lower, gap.row.upper) is direction}
        if clear:
            statement = _where(table.dimensions[0], group, direction, clear, len(seen))
            widest = max((gap.value for gap in clear.values()), key=abs)
            evidence = tuple(gap.evidence for gap in clear.values())
            stage = catalogue.measure(MEASURE).journey_stage
            name = f"{table.id}.{group.code}.{direction}"
            yield Finding(name, MEASURE, stage, direction, statement, widest, evidence)


def _where(dimension: Dimension, group: Group, direction: Direction, clear: Mapping[str, Figure], shown: int) -> str:
    names = listed([dimension.label(code) for code in clear])
    kind = in_a_sentence(dimension.title)
    where = f"in {len(clear)} of the {shown} {kind}s shown: {names}" if shown > 1 else f"in {names}"
    return f"{group.label}: the share is clearly {direction} the benchmark {where}."
