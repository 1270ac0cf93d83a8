"""What one kind of report tells of an assessment: the tables that its outline shows, and what rests on them.

Everything else in the report follows from the choice: the findings, what was withheld, the definitions and the sources
are those of the tables chosen. Nothing is worked out here, so that a figure is the same in every kind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from footing.assessment import Assessment, Finding, NotMeasured
from footing.reporting.definitions import definition_of
from footing.reporting.outline import FamilyOutline, Outline
from footing.standards import Catalogue, UnknownReference
from footing.tables import ReleasableTable

BREAKDOWN = "by_"
"""How the part of a table's id begins that names its breakdown."""


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


def shown_by(
    section: FamilyOutline, tables: Iterable[ReleasableTable], catalogue: Catalogue
) -> Iterator[ReleasableTable]:
    """The tables that a section of an outline shows."""
    own = [table for table in tables if family_of(table, catalogue) in section.families]
    questions = frozenset(each.id for each in catalogue.questions)
    asked = [each for each in dict.fromkeys(question_of(table) for table in own) if each in questions]
    unshown = frozenset(asked[section.questions :] if section.questions is not None else ())
    named = {measure for view in section.shown_views for measure in view.measures}
    for table in own:
        breakdown = _breakdown(table.id)
        if (
            question_of(table) not in unshown
            and (section.breakdowns is None or breakdown is None or breakdown in section.breakdowns)
            and (section.only_views is None or table.measure in named)
        ):
            yield table


def family_of(table: ReleasableTable, catalogue: Catalogue) -> str:
    """The family of measures that a table belongs to."""
    definition = definition_of(table, catalogue)
    return definition.family if definition and definition.family else _family_of_id(table.id)


def is_broken_down(table: ReleasableTable) -> bool:
    """Whether a table divides people by a characteristic, and not everybody together."""
    return _breakdown(table.id) is not None


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
    own = (each for each in outline.sections if _family_of_id(table) in each.families)
    return any(each.breakdowns is None or _breakdown(table) in (None, *each.breakdowns) for each in own)


def _family_of_id(table: str) -> str:
    return table.split(".", 1)[0]


def question_of(table: ReleasableTable) -> str:
    """The part of a table's id that names the question, in families that have one."""
    return table.id.split(".")[1]


def _breakdown(table: str) -> str | None:
    """What a table is broken down by, such as ``grade`` or ``grade_and_sex``; ``None`` for everybody together."""
    parts = (each.removeprefix(BREAKDOWN) for each in table.split(".") if each.startswith(BREAKDOWN))
    return next(parts, None)
