"""What one kind of report tells of an assessment: the tables that its outline shows, and what rests on them.

Everything else in the report follows from the choice: the findings, what was withheld, the definitions and the sources
are those of the tables chosen. Nothing is worked out here, so that a figure is the same in every kind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from footing.assessment import Assessment, Finding, NotMeasured
from footing.reporting.outline import Outline
from footing.reporting.shown import breakdown_of, family_of_id, shown_by
from footing.standards import Catalogue, UnknownReference


def chosen(assessment: Assessment, outline: Outline, catalogue: Catalogue, besides: Iterable[str] = ()) -> Assessment:
    """The assessment as far as the outline tells it; ``besides`` are the ids of further tables that it speaks of."""
    if outline.every_family:
        return assessment if outline.every_finding else replace(assessment, findings=())
    shown = {table.id for section in outline.sections for table in shown_by(section, assessment.tables, catalogue)}
    findings = tuple(_told(assessment, outline, shown))
    kept = {*shown, *besides, *(table for each in findings for table in each.tables)}
    tables = tuple(each for each in assessment.tables if each.id in kept)
    populations = {each.population for each in tables}
    return replace(
        assessment,
        tables=tables,
        findings=findings,
        not_measured=tuple(each for each in assessment.not_measured if _concerns(each, outline, catalogue)),
        left_out=tuple(each for each in assessment.left_out if _would_show(each.table, outline)),
        protection=tuple(each for each in assessment.protection if each.population in populations),
    )


def _told(assessment: Assessment, outline: Outline, shown: set[str]) -> Iterator[Finding]:
    """The findings about what is shown; of all others those that lead, or lead in their stage of the journey."""
    stages: set[str] = set()
    for place, each in enumerate(assessment.findings):
        leads = place < outline.summary_findings or each.journey_stage not in stages
        stages.add(each.journey_stage)
        if shown.issuperset(each.tables) or (outline.every_finding and leads):
            yield each


def _concerns(missing: NotMeasured, outline: Outline, catalogue: Catalogue) -> bool:
    try:
        return catalogue.measure(missing.measure).family in _families(outline)
    except UnknownReference:
        return False


def _families(outline: Outline) -> frozenset[str]:
    return frozenset(family for section in outline.sections for family in section.families)


def _would_show(table: str, outline: Outline) -> bool:
    """Whether a section of the outline would show a table of this id, had it been published."""
    own = (each for each in outline.sections if family_of_id(table) in each.families)
    return any(each.breakdowns is None or breakdown_of(table) in (None, *each.breakdowns) for each in own)
