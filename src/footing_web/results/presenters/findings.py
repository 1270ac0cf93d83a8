"""Findings by the stage of a working life that they are about, each with the way to its figures."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from footing.assessment import Finding
from footing.standards import load_catalogue
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result
from footing_web.results.presenters.places import Places
from footing_web.results.presenters.reading import PAGES_HELD


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding and the address of the figures that it rests on."""

    statement: str
    address: str | None


@dataclass(frozen=True, slots=True)
class StageOfFindings:
    """The findings about one stage."""

    title: str
    findings: list[FindingLine]


@lru_cache(maxsize=PAGES_HELD)
def findings_html(result: Result, places: Places) -> SafeString:
    """Every finding as it stands on its page, drawn once: there may be hundreds."""
    return render_to_string("results/every_finding.html", {"stages": findings_of(result, places)})


def findings_of(result: Result, places: Places) -> list[StageOfFindings]:
    """Every finding, the stages in their order and within each the clearest first."""
    assessment = assessment_of(result)
    measures = {table.id: table.measure for table in assessment.tables}
    stages = {stage.id: stage.title for stage in load_catalogue().stages}
    held = {each.journey_stage for each in assessment.findings}
    order = [*stages, *sorted(held.difference(stages))]
    return [
        StageOfFindings(
            stages.get(stage, stage.replace("_", " ").capitalize()),
            [_line(each, measures, places) for each in assessment.findings if each.journey_stage == stage],
        )
        for stage in order
        if stage in held
    ]


def _line(finding: Finding, measures: dict[str, str], places: Places) -> FindingLine:
    shown = next((table for table in finding.tables if table in measures), None)
    return FindingLine(finding.statement, places.measure(measures[shown], shown) if shown else None)
