"""One table of an assessment to look at on its own: its chart, its figures, and a benchmark that somebody chose."""

from dataclasses import dataclass

from footing.assessment import Assessment
from footing.reporting.model import DataTable, Figure
from footing.reporting.outline import FamilyOutline, Outline, View, load_outline
from footing.reporting.report import gathered
from footing.reporting.sections.material import Material
from footing.reporting.sections.picturing import breakdown_figure, overall_figure
from footing.reporting.sections.tabulating import table_of
from footing.reporting.sections.view_figures import FIGURES
from footing.reporting.shown import family_of, question_of
from footing.reporting.topics import Topic
from footing.standards import Benchmark, Catalogue
from footing.tables import ReleasableTable
from footing.tables.units import PERCENT

COMPARED = "background_share"
"""The measure whose figures published benchmarks are of."""


@dataclass(frozen=True, slots=True)
class SingleTable:
    """A table as it is looked at: the chart where one can be drawn, the figures, and the group that it is about."""

    figure: Figure | None
    table: DataTable
    group: str | None


def single_table(
    assessment: Assessment,
    catalogue: Catalogue,
    table: ReleasableTable,
    *,
    group: str | None = None,
    benchmark: Benchmark | None = None,
) -> SingleTable:
    """One table of an assessment. ``group`` is the code of the group that its chart is about."""
    outline = load_outline()
    material = gathered(assessment, catalogue, outline)
    section, view = _place(table, outline, catalogue)
    called = view.figures.get(table.measure) if view else None
    topic = _topic(table, material) if section and not view else None
    focus = _focus(topic, group, section, material) if section and topic else None
    return SingleTable(
        figure=_drawn(topic, focus, material, benchmark) if topic and focus else _viewed(table, view, material),
        table=table_of(table, material, called, benchmark),
        group=focus,
    )


def comparable_benchmarks(
    table: ReleasableTable, assessment: Assessment, catalogue: Catalogue
) -> tuple[Benchmark, ...]:
    """The benchmarks that a table's figures may be held against: those of the same definition, and no others."""
    if table.measure != COMPARED:
        return ()
    manifest = assessment.manifest
    grouped = dict(zip(manifest.questions, manifest.classifications, strict=True))
    if question_of(table) not in grouped:
        return ()
    definition = catalogue.classification(grouped[question_of(table)]).definition
    groups = {each.code for each in table.dimensions[-1].categories}
    return tuple(
        each for each in catalogue.benchmarks if each.definition == definition and groups.intersection(each.values)
    )


def groups_of(table: ReleasableTable) -> tuple[tuple[str, str], ...]:
    """The groups that a chart of the table can be about, by code and name; none where it shows all of them at once."""
    *breakdown, groups = table.dimensions
    if len(breakdown) != 1 or table.unit != PERCENT or len(groups.categories) < 2:
        return ()
    return tuple((each.code, each.label) for each in groups.categories)


def _place(table: ReleasableTable, outline: Outline, catalogue: Catalogue) -> tuple[FamilyOutline | None, View | None]:
    """The section of the full report that shows the table, and the view within it."""
    family = family_of(table, catalogue)
    section = next((each for each in outline.sections if family in each.families), None)
    views = section.views if section else ()
    return section, next((each for each in views if table.measure in each.measures), None)


def _focus(topic: Topic, group: str | None, section: FamilyOutline, material: Material) -> str | None:
    """The group that was chosen, or else the one that the section leads with."""
    return group if group in {each.code for each in topic.groups} else material.focus(section, topic)


def _viewed(table: ReleasableTable, view: View | None, material: Material) -> Figure | None:
    """The chart of the view that shows the table in the report; none where there is no such view."""
    draw = FIGURES.get(view.chart or "ranges") if view else None
    return draw((table,), view, material) if draw and view else None


def _drawn(topic: Topic, group: str, material: Material, benchmark: Benchmark | None) -> Figure | None:
    """The chart of one breakdown, or of everybody together, about one group."""
    if len(topic.breakdown) == 1:
        return breakdown_figure(topic, group, material, benchmark)
    return None if topic.breakdown else overall_figure(topic, group, material, held=benchmark)


def _topic(table: ReleasableTable, material: Material) -> Topic | None:
    """The table's topic with this table as its first figures; ``None`` for a table of counts or of differences."""
    topic = next((each for each in material.topics if table in each.figures), None)
    if topic is None:
        return None
    return Topic(
        family=topic.family,
        question=topic.question,
        breakdown=topic.breakdown,
        figures=(table,),
        comparisons=topic.comparisons if table is topic.figures[0] else (),
        counts=topic.counts,
        name=topic.name,
    )
