"""Statements about what has changed since an earlier year."""

from collections.abc import Iterator

from footing.assessment.findings.contrast import Judged, Telling
from footing.assessment.findings.difference import distance
from footing.assessment.findings.figures import Figures
from footing.assessment.findings.told import contrast_of, one_finding
from footing.assessment.result import Direction
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENT, PERCENTAGE_POINTS

MEASURE, EVERYONE = "trend_change", "everyone"


def trend(figures: Figures, classification: Classification, catalogue: Catalogue) -> Iterator[Telling]:
    """The change of the share of the group in focus, for everybody who was there in either year."""
    stem, group = f"trend.{classification.question}.overall", classification.focus_group
    change = figures.compared(f"{stem}.change", EVERYONE, group.code)
    years = figures.dimension(f"{stem}.share", 0)
    if change is None or years is None:
        return
    before, now = (figures.seen(f"{stem}.share", year.code, group.code) for year in years.categories)
    if before is None or now is None:
        return
    ends = f"from {reader_text(before.value, PERCENT)} to {reader_text(now.value, PERCENT)}"

    def words(judged: Judged) -> str:
        gap = judged.contrast
        verdict = {
            Direction.ABOVE: f"{distance(gap.value)} higher than before",
            Direction.BELOW: f"{distance(gap.value)} lower than before",
        }.get(judged.direction, "no clear change")
        interval = interval_text(gap.lower, gap.upper, PERCENTAGE_POINTS)
        return f"{group.label}: {ends}, {verdict}. 95% interval of the change: {interval} points."

    contrast = contrast_of(change, MEASURE, base=before.value or None)
    yield one_finding(contrast, words, catalogue, main=classification.question == KEY_QUESTION)
