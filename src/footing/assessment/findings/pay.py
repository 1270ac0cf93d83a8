"""Statements about gaps in pay: as they are, and among people alike."""

from collections.abc import Iterator, Sequence

from footing.assessment.findings.contrast import Judged, Telling
from footing.assessment.findings.difference import interval_words, people_of
from footing.assessment.findings.figures import Figure, Figures
from footing.assessment.findings.told import contrast_of, one_finding
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification
from footing.tables import Category
from footing.tables.figures import reader_text
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence, listed

GAPS = (
    ("pay_gap_median", "pay_gap.{question}.overall.median", "median hourly pay"),
    ("pay_bonus_gap_median", "pay_gap.{question}.bonus_overall.median", "median bonus of those paid one"),
)
ADJUSTED, HELD_EQUAL = "pay_gap_adjusted", "adjusted_pay_gap.{question}.held_equal"


def pay(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """The headline gap in pay and in bonus, and the gap with the most held equal that may be seen."""
    question = classification.question
    for measure, name, what in GAPS:
        table = name.format(question=question)
        dimension = figures.dimension(table, -1)
        gap = figures.compared(table, dimension.categories[0].code) if dimension else None
        if gap is not None:
            yield _gap(gap, measure, what, classification, catalogue)
    yield from _adjusted(figures, classification, catalogue)


def _adjusted(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    table = HELD_EQUAL.format(question=classification.question)
    lines, comparisons = figures.dimension(table, 0), figures.dimension(table, -1)
    if lines is None or comparisons is None:
        return
    for line in reversed(lines.categories[1:]):
        gap = figures.compared(table, line.code, comparisons.categories[0].code)
        if gap is not None:
            alike = lines.categories[1 : lines.categories.index(line) + 1]
            what = f"typical hourly pay, among people alike {_in_what(alike)},"
            yield _gap(gap, ADJUSTED, what, classification, catalogue)
            return


def _in_what(lines: Sequence[Category]) -> str:
    """All that is held equal: each line adds to the ones before it, and says so."""
    return listed([f"in {in_a_sentence(line.label).removeprefix('these, and ')}" for line in lines])


def _gap(gap: Figure, measure: str, what: str, classification: Classification, catalogue: Catalogue) -> Telling:
    """A gap between the last group of the base and the first: the headline comparison."""
    reference, *_, group = classification.base_groups

    def words(judged: Judged) -> str:
        contrast = judged.contrast
        size, way = reader_text(abs(contrast.value), PERCENT), "lower" if contrast.value > 0 else "higher"
        than = f"than that of {people_of(reference, classification.question)}"
        verdict = f"{size} {way} {than}" if judged.clear else f"not clearly different: {size} {way} {than}"
        interval = interval_words(contrast.lower, contrast.upper, PERCENT)
        return f"{group.label}: {what} is {verdict}. {interval}"

    contrast = contrast_of(gap, measure)
    return one_finding(contrast, words, catalogue, main=classification.question == KEY_QUESTION)
