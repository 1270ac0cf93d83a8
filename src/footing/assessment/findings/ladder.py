"""Statements about how background changes up the grades."""

from collections.abc import Iterator

from footing.assessment.findings.contrast import Judged, Telling
from footing.assessment.findings.difference import distance
from footing.assessment.findings.figures import Figure, Figures
from footing.assessment.findings.told import contrast_between, one_finding
from footing.assessment.result import Direction
from footing.measures.intervals import NOBODY, share_difference
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue, Classification
from footing.standards.coverage import CODABLE
from footing.tables import Estimate
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENT, PERCENTAGE_POINTS
from footing.workforce.workforce import NOT_RECORDED, Characteristic

MEASURE = "background_share"


def up_the_grades(
    figures: Figures, classification: Classification, grade: Characteristic, catalogue: Catalogue
) -> Iterator[Telling]:
    """The share of the group in focus in the highest grade that may be seen, beside the lowest."""
    if not grade.ordered:
        return
    table, group = f"representation.{classification.question}.by_grade", classification.focus_group
    ladder = [each.code for each in grade.categories if each.code not in (NOT_RECORDED, *grade.unranked)]
    shown = [(code, share) for code in ladder if (share := figures.seen(f"{table}.share", code, group.code))]
    if len(shown) < 2:
        return
    bottom, top = shown[0], shown[-1]
    gap = _gap(figures, table, bottom[0], top[0], group.code)
    contrast = (
        contrast_between(f"{table}.{group.code}.ladder", MEASURE, top[1], bottom[1], gap, relative=True)
        if gap
        else None
    )
    if contrast is None:
        return
    opening = f"{group.label}: {_ends(bottom, top)}"
    main = classification.question == KEY_QUESTION
    yield one_finding(contrast, lambda judged: f"{opening}, {_difference(judged)}", catalogue, main=main)


def _gap(figures: Figures, counts: str, bottom: str, top: str, group: str) -> Estimate:
    cells = [figures.seen(counts, code, part) for code in (top, bottom) for part in (group, CODABLE)]
    if any(cell is None for cell in cells):
        return NOBODY
    return share_difference(*(round(cell.value) for cell in cells if cell is not None))


def _ends(bottom: tuple[str, Figure], top: tuple[str, Figure]) -> str:
    return (
        f"{reader_text(bottom[1].value, PERCENT)} in {bottom[0]} and {reader_text(top[1].value, PERCENT)} in {top[0]}"
    )


def _difference(judged: Judged) -> str:
    gap = judged.contrast
    words = {
        Direction.ABOVE: f"{distance(gap.value)} higher",
        Direction.BELOW: f"{distance(gap.value)} lower",
    }.get(judged.direction, "no clear difference")
    interval = interval_text(gap.lower, gap.upper, PERCENTAGE_POINTS)
    return f"{words} in the highest grade shown. 95% interval of the difference: {interval} points."
