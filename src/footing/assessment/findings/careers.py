"""Statements about careers: who is promoted, who leaves, who is at the top, and what changed that."""

from collections.abc import Iterator
from dataclasses import dataclass

from footing.assessment.findings.contrast import Judged, Telling
from footing.assessment.findings.difference import interval_words, people_of, times
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import contrast_of, one_finding, said
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification
from footing.tables import TOTAL
from footing.tables.figures import reader_text
from footing.tables.units import PERCENT, PERCENTAGE_POINTS, RATIO
from footing.tables.words import in_a_sentence, listed


@dataclass(frozen=True, slots=True)
class RatioLine:
    """A ratio between two groups that is told in one sentence; ``line`` is its key before the comparison."""

    measure: str
    table: str
    line: tuple[str, ...]
    words: str
    what: str


RATIOS = (
    RatioLine(
        "induction_leaving_ratio",
        "induction.{question}.leaving_ratio",
        (),
        "left within a year of joining {times} as often as {reference}",
        "how often people left within a year of joining",
    ),
    RatioLine(
        "promotion_rate_ratio",
        "progression.{question}.promotion_rate_ratio.by_grade",
        (TOTAL,),
        "promoted {times} as often as {reference} in the same grade",
        "how often people in the same grade are promoted",
    ),
    RatioLine(
        "senior_relative_chance",
        "senior_ratio.{question}.relative_chance",
        (),
        "{times} as likely as {reference} to be in a senior grade",
        "the chance of being in a senior grade",
    ),
    RatioLine(
        "leaver_rate_ratio",
        "retention.{question}.leaver_rate_ratio.overall",
        (),
        "left {times} as often as {reference} in the same grade",
        "how often people in the same grade left",
    ),
)

FLOW = "flow_contribution"


def careers(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """Each headline ratio, and what joining, promotion and leaving did to the share at the top."""
    for line in RATIOS:
        yield from _ratio(figures, line, classification, catalogue)
    yield from _flow(figures, classification, catalogue)


def _ratio(
    figures: Figures, line: RatioLine, classification: Classification, catalogue: Catalogue
) -> Iterator[Telling]:
    """The headline comparison: the last group of the base with the first."""
    table = line.table.format(question=classification.question)
    comparisons = figures.dimension(table, -1)
    seen = figures.compared(table, *line.line, comparisons.categories[0].code) if comparisons else None
    if seen is None:
        return
    reference, *_, group = classification.base_groups

    def words(judged: Judged) -> str:
        contrast = judged.contrast
        ratio = line.words.format(times=times(contrast.value), reference=people_of(reference, classification.question))
        verdict = ratio if judged.clear else f"no clear difference in {line.what} ({ratio})"
        return f"{group.label}: {verdict}. {interval_words(contrast.lower, contrast.upper, RATIO)}"

    contrast = contrast_of(seen, line.measure, no_difference=1.0)
    yield one_finding(contrast, words, catalogue, main=classification.question == KEY_QUESTION)


def _flow(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """An exact account of what happened, which estimates nothing."""
    parts, shares = (f"flow.{classification.question}.{name}" for name in ("contribution", "share"))
    dimension, group = figures.dimension(parts, 0), classification.focus_group
    before, after = (figures.seen(shares, when, group.code) for when in ("start", "end"))
    if dimension is None or before is None or after is None:
        return
    *flows, whole = dimension.categories
    held = [(each.label, figures.seen(parts, each.code, group.code)) for each in flows]
    change = figures.seen(parts, whole.code, group.code)
    if change is None or any(part is None for _, part in held):
        return
    seen = [(label, part) for label, part in held if part is not None]
    told = [f"{in_a_sentence(label)} {reader_text(part.value, PERCENTAGE_POINTS)}" for label, part in seen]
    ends = f"from {reader_text(before.value, PERCENT)} to {reader_text(after.value, PERCENT)}"
    statement = f"{group.label}: {ends} of the senior grades. In percentage points: {listed(told)}."
    evidence = (before.evidence, after.evidence, *(part.evidence for _, part in seen))
    yield said(f"{parts}.{group.code}", FLOW, statement, size=change.value, evidence=evidence, catalogue=catalogue)
