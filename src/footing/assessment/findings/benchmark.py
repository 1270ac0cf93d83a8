"""Statements that hold a share against a benchmark of the same definition."""

from collections.abc import Iterator, Sequence

from footing.assessment.findings.contrast import Contrast, Judged, Telling
from footing.assessment.findings.difference import distance
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import clear_ones, contrast_of, one_finding
from footing.assessment.result import Direction
from footing.measures.staff import KEY_QUESTION
from footing.standards import Benchmark, Catalogue, Classification, Group
from footing.tables import TOTAL, Dimension, ReleasableTable
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENT, PERCENTAGE_POINTS
from footing.tables.words import counted, in_a_sentence, listed
from footing.workforce.workforce import NOT_RECORDED

MEASURE = "background_gap_to_benchmark"
PLACES = ("grade", "function")
"""The breakdowns in which shares are also held against a benchmark."""


def against_benchmarks(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """Everybody against each benchmark, the group in focus first."""
    groups = sorted(classification.base_groups, key=lambda group: group != classification.focus_group)
    for table in figures.tables_against(f"representation.{classification.question}.overall"):
        for group in groups:
            yield from _overall(figures, table, group, classification, catalogue)


def places_against_benchmarks(
    figures: Figures, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    """The grades and functions in which the group in focus stands clear of a benchmark."""
    for variable in PLACES:
        for table in figures.tables_against(f"representation.{classification.question}.by_{variable}"):
            yield from _places(figures, table, classification, catalogue)


def _overall(
    figures: Figures, table: ReleasableTable, group: Group, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    gap = figures.compared(table.id, group.code)
    share = figures.seen(table.id.split(".against.", maxsplit=1)[0] + ".share", group.code)
    if gap is None or share is None or share.row.base is None:
        return
    benchmark = catalogue.benchmark(table.benchmark or "")
    contrast = contrast_of(gap, MEASURE, base=benchmark.values[group.code])
    here = f"{group.label}: {reader_text(share.value, PERCENT)} of {counted(share.row.base, 'person', 'people')}"
    main = classification.question == KEY_QUESTION and group == classification.focus_group
    yield one_finding(contrast, lambda each: _words(each, here, group, benchmark), catalogue, main=main)


def _words(judged: Judged, here: str, group: Group, benchmark: Benchmark) -> str:
    contrast = judged.contrast
    where = {
        Direction.ABOVE: f"{distance(contrast.value)} above",
        Direction.BELOW: f"{distance(contrast.value)} below",
    }.get(judged.direction, "not clearly different from")
    interval = interval_text(contrast.lower, contrast.upper, PERCENTAGE_POINTS)
    return (
        f"{here}, {where} the benchmark of {benchmark.values[group.code]:g}% ({benchmark.title}). "
        f"95% interval of the difference: {interval} points."
    )


def _places(
    figures: Figures, table: ReleasableTable, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    dimension, group = table.dimensions[0], classification.focus_group
    benchmark = catalogue.benchmark(table.benchmark or "")
    codes = [category.code for category in dimension.categories if category.code not in (TOTAL, NOT_RECORDED)]
    seen = {code: gap for code in codes if (gap := figures.compared(table.id, code, group.code))}
    contrasts = [contrast_of(gap, MEASURE, base=benchmark.values[group.code]) for gap in seen.values()]
    if contrasts:
        yield clear_ones(
            f"{table.id}.{group.code}",
            contrasts,
            lambda clear: _where(dimension, group, benchmark, clear, contrasts),
            catalogue,
            main=classification.question == KEY_QUESTION,
        )


def _where(
    dimension: Dimension, group: Group, benchmark: Benchmark, clear: Sequence[Judged], shown: Sequence[Contrast]
) -> str:
    names = listed([dimension.label(each.contrast.evidence[0].key[0]) for each in clear])
    kind = in_a_sentence(dimension.title)
    where = f"in {len(clear)} of the {len(shown)} {kind}s shown: {names}" if len(shown) > 1 else f"in {names}"
    held_against = f"the benchmark of {benchmark.values[group.code]:g}%"
    return f"{group.label}: the share is clearly {clear[0].direction} {held_against} {where}."
