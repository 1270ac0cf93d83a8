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
    """A table as it is looked at: the chart where one can be drawn, and the figures."""

    figure: Figure | None
    table: DataTable


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
    return SingleTable(
        figure=_figure(table, material, section, view, (group, benchmark)),
        table=table_of(table, material, called, benchmark),
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


def _figure(
    table: ReleasableTable,
    material: Material,
    section: FamilyOutline | None,
    view: View | None,
    chosen: tuple[str | None, Benchmark | None],
) -> Figure | None:
    if view is not None:
        draw = FIGURES.get(view.chart or "ranges")
        return draw((table,), view, material) if draw else None
    topic = _topic(table, material)
    if section is None or topic is None:
        return None
    group, benchmark = chosen
    focus = group if group in {each.code for each in topic.groups} else material.focus(section, topic)
    if focus is None:
        return None
    if len(topic.breakdown) == 1:
        return breakdown_figure(topic, focus, material, benchmark)
    return None if topic.breakdown else overall_figure(topic, focus, material, held=benchmark)


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
