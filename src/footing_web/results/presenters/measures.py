"""The page of a measure: what was released of it, and what may be chosen."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.utils.safestring import SafeString

from footing.assessment import Assessment, Finding
from footing.reporting.model import Block
from footing.reporting.shown import question_of
from footing.reporting.single import comparable_benchmarks, groups_of, single_table
from footing.standards import Benchmark, Catalogue, MeasureDefinition, UnknownReference, load_catalogue
from footing.tables import ReleasableTable
from footing.tables.words import in_a_sentence, listed
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result
from footing_web.results.presenters.places import Places
from footing_web.results.presenters.reading import PAGES_HELD, linked_html

EVERYBODY = "Everybody together"

Item = dict[str, object]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a visitor chose on the page: ids of a table, a group and a benchmark; empty for the usual choice."""

    table: str = ""
    group: str = ""
    benchmark: str = ""


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """Everything that the page of a measure says."""

    definition: MeasureDefinition
    stage: str
    questions: list[Item]
    tables: list[Item]
    groups: list[Item]
    benchmarks: list[Item]
    compared: Benchmark | None
    html: SafeString
    findings: list[str]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure in the list: where its page is and how many tables were released of it."""

    title: str
    why: str
    address: str
    tables: int


@dataclass(frozen=True, slots=True)
class StageOfMeasures:
    """The measures about one stage of a working life."""

    title: str
    measures: list[MeasureLine]


def measures_of(result: Result, places: Places) -> list[StageOfMeasures]:
    """Every measure of which something was released, by stage."""
    assessment, catalogue = assessment_of(result), load_catalogue()
    counts: dict[str, int] = {}
    for table in assessment.tables:
        counts[table.measure] = counts.get(table.measure, 0) + 1
    held = [(definition, counts[each]) for each in counts if (definition := _definition(each, catalogue))]
    order = {stage.id: place for place, stage in enumerate(catalogue.stages)}
    held.sort(key=lambda each: order.get(each[0].journey_stage, len(order)))
    return [
        StageOfMeasures(_stage(stage, catalogue), [_line(each, count, places) for each, count in of_stage])
        for stage, of_stage in groupby(held, key=lambda each: each[0].journey_stage)
    ]


def _line(definition: MeasureDefinition, tables: int, places: Places) -> MeasureLine:
    return MeasureLine(definition.title, definition.why, places.measure(definition.id), tables)


@lru_cache(maxsize=PAGES_HELD)
def measure_page(result: Result, measure: str, chosen: Chosen, places: Places) -> MeasurePage | None:
    """The page of a measure; ``None`` where nothing was released of it. A choice that cannot be is the usual one."""
    assessment, catalogue = assessment_of(result), load_catalogue()
    tables = [table for table in assessment.tables if table.measure == measure]
    definition = _definition(measure, catalogue)
    if not tables or definition is None:
        return None
    table = next((each for each in tables if each.id == chosen.table), tables[0])
    offered = comparable_benchmarks(table, assessment, catalogue)
    compared = next((each for each in offered if each.id == (chosen.benchmark or _usual(assessment, offered))), None)
    single = single_table(assessment, catalogue, table, group=chosen.group, benchmark=compared)
    blocks: tuple[Block, ...] = (*((single.figure,) if single.figure else ()), single.table)
    return MeasurePage(
        definition=definition,
        stage=_stage(definition.journey_stage, catalogue),
        questions=_questions(tables, table, catalogue, places),
        tables=[_item(each.id, _breakdown(each, tables), each is table) for each in _of_same_question(tables, table)],
        groups=[_item(code, label, code == single.group) for code, label in groups_of(table)],
        benchmarks=_benchmark_items(offered, compared),
        compared=compared,
        html=linked_html(result, blocks, places),
        findings=[each.statement for each in findings_about(assessment, _of_same_question(tables, table))],
    )


def findings_about(assessment: Assessment, tables: list[ReleasableTable]) -> list[Finding]:
    """The findings that rest on any of these tables."""
    own = {table.id for table in tables}
    return [finding for finding in assessment.findings if own.intersection(finding.tables)]


def _usual(assessment: Assessment, offered: tuple[Benchmark, ...]) -> str | None:
    """The benchmark that the assessment itself compared with."""
    ids = {each.id for each in offered}
    return next((each for each in assessment.manifest.benchmarks if each in ids), None)


def _benchmark_items(offered: tuple[Benchmark, ...], compared: Benchmark | None) -> list[Item]:
    if not offered:
        return []
    items = [_item(each.id, f"{each.title} ({each.year})", each is compared) for each in offered]
    return [_item("none", "No benchmark", compared is None), *items]


def _questions(
    tables: list[ReleasableTable], shown: ReleasableTable, catalogue: Catalogue, places: Places
) -> list[Item]:
    """The questions about background that the measure was worked out for, each with a link to its first table."""
    titles = {each.id: each.title for each in catalogue.questions}
    first = {question_of(table): table for table in reversed(tables) if question_of(table) in titles}
    asked = [each for each in dict.fromkeys(map(question_of, tables)) if each in first]
    if len(asked) < 2:
        return []
    return [
        {
            "text": titles[each],
            "address": places.measure(first[each].measure, first[each].id),
            "current": each == question_of(shown),
        }
        for each in asked
    ]


def _of_same_question(tables: list[ReleasableTable], shown: ReleasableTable) -> list[ReleasableTable]:
    own = [table for table in tables if question_of(table) == question_of(shown)]
    return own if len({question_of(table) for table in tables}) < len(tables) else tables


def _breakdown(table: ReleasableTable, tables: list[ReleasableTable]) -> str:
    """How a table divides people, in words; its title where another table of the measure divides them alike."""
    alike = [each for each in _of_same_question(tables, table) if _divided_by(each) == _divided_by(table)]
    if len(alike) > 1:
        return table.title
    titles = [in_a_sentence(title) for title in _divided_by(table)]
    return f"By {listed(titles)}" if titles else EVERYBODY


def _divided_by(table: ReleasableTable) -> tuple[str, ...]:
    return tuple(dimension.title for dimension in table.dimensions[:-1])


def _definition(measure: str, catalogue: Catalogue) -> MeasureDefinition | None:
    try:
        return catalogue.measure(measure)
    except UnknownReference:
        return None


def _stage(stage: str, catalogue: Catalogue) -> str:
    return next((each.title for each in catalogue.stages if each.id == stage), stage.replace("_", " ").capitalize())


def _item(value: str, text: str, chosen: bool) -> Item:
    return {"value": value, "text": text, "selected": chosen}
