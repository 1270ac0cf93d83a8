"""Figures beside the usual one of a topic: each group beside a benchmark, us among regions, two characteristics."""

from footing.reporting.charts.content import Beside, GroupsChart, Line, Mark, Panel, PanelsChart, StripChart
from footing.reporting.definitions import benchmark_text
from footing.reporting.model import Figure
from footing.reporting.sections.describing import described
from footing.reporting.sections.material import Material
from footing.reporting.sections.picturing import (
    benchmark_name,
    differs_clearly,
    figure_words,
    main_benchmark,
    published_reference,
)
from footing.reporting.topics import NOT_RECORDED, Topic, rows_by_key, seen
from footing.standards import Benchmark
from footing.tables import TOTAL, Category, Dimension, ReleasableRow
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence, slug

FEWEST_REGIONS = 5
"""With fewer regions than this there is no spread to stand in."""
MOST_PANELS = 3
"""More panels than this leave none of them room."""


def beside_figure(topic: Topic, group: str, material: Material) -> Figure | None:
    """Everybody's share of each group that a benchmark has, beside what it says; ``None`` where there is none."""
    benchmark = main_benchmark(topic, material)
    compared = [each for each in topic.groups if benchmark is not None and each.code in benchmark.values]
    if benchmark is None or not compared:
        return None
    held, name = rows_by_key(topic.figures[0]), benchmark_name(benchmark)
    lines = tuple(_beside(each, held.get((each.code,)), benchmark) for each in compared)
    chart = GroupsChart(Beside.DUMBBELL, (material.organisation, name), lines, PERCENT, material.organisation)
    told = next((each for each in compared if each.code == group), compared[0])
    return Figure(
        id=f"figure-{slug(topic.id)}-beside",
        title=_beside_takeaway(lines[compared.index(told)], name, differs_clearly(topic, told.code)),
        subtitle=f"Share of each group here, and in the {in_a_sentence(name)}: {benchmark.population}",
        chart=chart,
        text_alternative=described(chart),
    )


def _beside(group: Category, row: ReleasableRow | None, benchmark: Benchmark) -> Line:
    value = benchmark.values[group.code]
    here = Mark(group.label, figure_words(row), row.value if seen(row) else None)
    marks = (here, Mark(group.label, benchmark_text(value), value))
    return Line(group.label, marks, " · ".join(mark.text for mark in marks))


def _beside_takeaway(line: Line, name: str, clear: bool | None) -> str:
    here, there = line.marks
    verdict = "" if clear is None else ", a clear difference" if clear else ", no clear difference"
    return f"{line.label}: {here.text} here and {there.text} in the {in_a_sentence(name)}{verdict}"


def regions_figure(topic: Topic, group: str, material: Material) -> Figure | None:
    """Everybody's share of one group among the regions, by the same definition; ``None`` where too few are known."""
    benchmark = main_benchmark(topic, material)
    if benchmark is None:
        return None
    row = rows_by_key(topic.figures[0]).get((group,)) if topic.figures else None
    regions = _regions(benchmark, group, material)
    if len(regions) < FEWEST_REGIONS:
        return None
    label = next(each.label for each in topic.groups if each.code == group)
    words = figure_words(row)
    own = Mark(material.organisation, words, None)
    if seen(row):
        own = Mark(material.organisation, words, row.value, row.lower, row.upper)
    chart = StripChart(regions, own, PERCENT, published_reference(benchmark, group))
    return Figure(
        id=f"figure-{slug(topic.id)}-regions",
        title=_regions_takeaway(own, regions, label),
        subtitle=f"{label}: share here, and in each region of the United Kingdom that figures are published for",
        chart=chart,
        text_alternative=described(chart),
    )


def _regions(benchmark: Benchmark, group: str, material: Material) -> tuple[Mark, ...]:
    """What was published for regions one by one; sums over all of them are no region."""
    found = (
        each
        for each in material.catalogue.benchmarks
        if each.scope == "region" and each.definition == benchmark.definition and group in each.values
    )
    named = [(each.title.split(":")[0], each.values[group]) for each in found if not each.id.startswith("uk-")]
    return tuple(Mark(name, benchmark_text(value), value) for name, value in named)


def _regions_takeaway(own: Mark, regions: tuple[Mark, ...], label: str) -> str:
    values = sorted(mark.value for mark in regions if mark.value is not None)
    spread = f"from {benchmark_text(values[0])} to {benchmark_text(values[-1])} in {len(values)} regions"
    return f"{label}: {own.text} here, {spread}"


def crossing_figure(topic: Topic, group: str) -> Figure | None:
    """One group's share by two characteristics: a panel for each category of the shorter one."""
    if len(topic.breakdown) != 2 or not topic.figures:
        return None
    lines, panels = sorted(topic.breakdown, key=lambda each: len(_drawn(each)), reverse=True)
    if not 1 < len(_drawn(panels)) <= MOST_PANELS:
        return None
    held = rows_by_key(topic.figures[0])

    def mark(line: Category, panel: Category) -> Mark:
        codes = {lines.variable: line.code, panels.variable: panel.code}
        row = held.get((*(codes[each.variable] for each in topic.breakdown), group))
        return Mark(line.label, figure_words(row), row.value if seen(row) else None)

    chart = PanelsChart(
        tuple(Panel(each.label, tuple(mark(line, each) for line in _drawn(lines))) for each in _drawn(panels)), PERCENT
    )
    label = next(each.label for each in topic.groups if each.code == group)
    names = f"{in_a_sentence(lines.title)} and {in_a_sentence(panels.title)}"
    return Figure(
        id=f"figure-{slug(topic.id)}",
        title=_crossing_takeaway(chart, label),
        subtitle=f"{label} by {names}: share",
        chart=chart,
        text_alternative=described(chart),
    )


def _drawn(dimension: Dimension) -> tuple[Category, ...]:
    return tuple(each for each in dimension.categories if each.code not in (TOTAL, NOT_RECORDED))


def _crossing_takeaway(chart: PanelsChart, label: str) -> str:
    """The first line in each panel and the last that all show: figures, with nothing said of which is larger."""
    every = zip(*(panel.marks for panel in chart.panels), strict=True)
    shown = [marks for marks in every if all(mark.value is not None for mark in marks)]
    if not shown:
        return f"{label}: nothing can be compared"
    names = [in_a_sentence(panel.title) for panel in chart.panels]
    told = ", ".join(f"{name} {mark.text}" for name, mark in zip(names, shown[-1], strict=True))
    return f"{label} in {shown[-1][0].label}: {told}"
