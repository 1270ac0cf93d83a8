"""The journey from reaching out to leaving: each stage with its figure, the main thing found and what to do first.

A stage without a figure says why: nothing was measured and what that needs, or nothing may be shown.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from footing.assessment import Assessment, Finding
from footing.reporting.definitions import definition_of
from footing.reporting.model import Journey, Link, Paragraph, Section, Step
from footing.reporting.outline import Outline
from footing.reporting.sections.acting import first_action, told
from footing.reporting.sections.material import Material
from footing.reporting.topics import seen
from footing.standards import Catalogue
from footing.tables import ReleasableRow, ReleasableTable
from footing.tables.figures import interval_text, reader_text
from footing.tables.words import in_a_sentence, listed

JOURNEY = "journey"
_STAGES = Path(__file__).parents[1] / "journey.yaml"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StageFigure(_Part):
    """A measure that a stage may carry, and which line of its table."""

    measure: str
    line: str | None = None


class Stage(_Part):
    """One stage and the measures that it may carry, the best first."""

    stage: str
    figures: tuple[StageFigure, ...]


@cache
def stages() -> tuple[Stage, ...]:
    """The stages in order."""
    return TypeAdapter(tuple[Stage, ...]).validate_python(
        yaml.load(_STAGES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    )


def journey_of(assessment: Assessment, outline: Outline, catalogue: Catalogue) -> tuple[Journey, frozenset[str]]:
    """The journey, and the ids of the tables that its figures come from. Links name tables until they are placed."""
    focus = frozenset(code for section in outline.sections for code in section.focus.values())
    steps = [_step(each, assessment, focus, catalogue) for each in stages()]
    named = (step.link.target for step in steps if step.link)
    return Journey(tuple(steps)), frozenset(named)


def journey_section(material: Material, anchors: Mapping[str, str]) -> Section:
    """The section; ``anchors`` gives the place in the report where each table id is shown."""
    lead = Paragraph(
        "The way from first hearing of an employer to leaving it. Each stage has one figure and the main thing that "
        "was found. A difference says that groups fare unlike each other. It does not say why. What to do first is "
        "what the evidence speaks for at that stage; nobody can promise that it closes a gap here."
    )
    steps = tuple(_placed(each, anchors) for each in material.journey.items)
    return Section(JOURNEY, "The journey, stage by stage", (lead, Journey(steps)))


def _placed(step: Step, anchors: Mapping[str, str]) -> Step:
    place = anchors.get(step.link.target) if step.link else None
    link = Link("See the figures", f"#{place}") if place else None
    return Step(step.title, step.value, step.figure, step.statement, link, step.action)


def _step(stage: Stage, assessment: Assessment, focus: frozenset[str], catalogue: Catalogue) -> Step:
    title = catalogue.stage(stage.stage).title
    finding = next((each for each in assessment.findings if each.journey_stage == stage.stage), None)
    found = _behind(finding, assessment) or next(_figures(stage, assessment, focus), None)
    if found is None:
        action = _to_do(stage, None, catalogue)
        return Step(title, "", "", _why_not(stage, assessment, catalogue), action=action)
    table, row = found
    return Step(
        title=title,
        value=reader_text(row.value, table.unit),
        figure=_named(table, row, catalogue),
        statement=finding.statement if finding else "No finding can be made at this stage.",
        link=Link(table.title, table.id),
        action=_to_do(stage, table.measure, catalogue),
    )


def _to_do(stage: Stage, measure: str | None, catalogue: Catalogue) -> str:
    action = first_action(stage.stage, measure, catalogue)
    return told(action, catalogue) if action else ""


def _behind(finding: Finding | None, assessment: Assessment) -> tuple[ReleasableTable, ReleasableRow] | None:
    """The figure that a finding rests on, where it is one; several figures are in its own words."""
    if finding is None or len(finding.evidence) != 1:
        return None
    (place,) = finding.evidence
    held = (table for table in assessment.tables if table.id == place.table)
    return next(((table, row) for table in held for row in table.rows if row.key == place.key and seen(row)), None)


def _figures(
    stage: Stage, assessment: Assessment, focus: frozenset[str]
) -> Iterator[tuple[ReleasableTable, ReleasableRow]]:
    """The figures that the stage may carry and that may be seen: of the first question that was asked first."""
    for wanted in stage.figures:
        for table in assessment.tables:
            if table.measure == wanted.measure:
                yield from ((table, row) for row in _row(table, wanted.line, focus) if seen(row))


def _row(table: ReleasableTable, line: str | None, focus: frozenset[str]) -> Iterator[ReleasableRow]:
    """The row of the group in focus, or of the first comparison; none for a table of other lines."""
    codes = [each.code for each in table.dimensions[-1].categories]
    group = next((code for code in codes if code in focus), codes[0])
    key = (group,) if line is None else (line, group)
    yield from (row for row in table.rows if row.key == key)


def _named(table: ReleasableTable, row: ReleasableRow, catalogue: Catalogue) -> str:
    """What the figure is: its measure, of whom, and its interval."""
    definition = definition_of(table, catalogue)
    labels = [dimension.label(code) for dimension, code in zip(table.dimensions, row.key, strict=True)]
    of_whom = ", ".join(in_a_sentence(label) for label in reversed(labels))
    interval = f". 95% interval {interval_text(row.lower, row.upper, table.unit)}" if row.lower is not None else ""
    return f"{definition.title if definition else table.title}: {of_whom}{interval}"


def _why_not(stage: Stage, assessment: Assessment, catalogue: Catalogue) -> str:
    at_stage = {each.id for each in catalogue.measures if each.journey_stage == stage.stage}
    if any(table.measure in at_stage for table in assessment.tables):
        return "Too few people: no figure may be shown, so that nobody can be singled out."
    wanted = catalogue.measure(stage.figures[0].measure)
    needs = next((each.needs for each in assessment.not_measured if each.measure == wanted.id), wanted.needs)
    return f"Not measured. It needs: {listed([need.replace('_', ' ') for need in needs])}."
