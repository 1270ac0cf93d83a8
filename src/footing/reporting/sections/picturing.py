"""Figures from protected tables: what each chart shows, its takeaway as a title, and the same in words."""

from footing.disclosure.reasons import TOO_FEW
from footing.reporting.charts.content import Mark, Part, RangeChart, Reference, Shape, StackedChart, Whole
from footing.reporting.definitions import benchmark_of, benchmark_text
from footing.reporting.model import Figure, Link
from footing.reporting.sections.columns import measure_title
from footing.reporting.sections.describing import described
from footing.reporting.sections.material import Material
from footing.reporting.sections.takeaways import range_takeaway, stacked_takeaway
from footing.reporting.topics import NOT_RECORDED, Topic, rows_by_key, seen
from footing.standards import Benchmark
from footing.standards.coverage import ANSWERED
from footing.tables import TOTAL, Category, ReleasableRow, ReleasableTable, Status
from footing.tables.figures import NOT_APPLICABLE, WITHHELD, reader_text
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence, slug

MOST_PARTS = 4
"""A bar of more parts than this cannot be told apart by colour."""
MOST_MARKS = 40
"""A chart of more marks than this is longer than a page; its table says it better."""

SCOPES = {
    "national": "National benchmark",
    "region": "Regional benchmark",
    "sector": "Sector benchmark",
    "coalition": "Coalition benchmark",
}


def breakdown_figure(topic: Topic, group: str, material: Material, held: Benchmark | None = None) -> Figure | None:
    """The first figures of one group for each category of the topic's only breakdown; ``None`` for too many.

    ``held`` is the benchmark to hold them against, where that is not the topic's own.
    """
    chart = _range_chart(topic, group, material, held)
    if not 1 < len(chart.marks) <= MOST_MARKS:
        return None
    dimension, label = topic.breakdown[0], _label(topic, group, material)
    noun = material.outline.noun(dimension.variable)
    intervals = " and 95% interval" if any(mark.lower is not None for mark in chart.marks) else ""
    return Figure(
        id=f"figure-{slug(topic.id)}",
        title=range_takeaway(chart, group=label, noun=noun),
        subtitle=f"{label} by {in_a_sentence(dimension.title)}: share{intervals}",
        chart=chart,
        text_alternative=described(chart),
    )


def overall_figure(
    topic: Topic, group: str, material: Material, table: Link | None = None, held: Benchmark | None = None
) -> Figure | None:
    """How everybody is made up; ``None`` when there are too few or too many groups for a bar.

    ``held`` is the benchmark to hold it against, where that is not the topic's own.
    """
    source, parts = _parts_of_a_whole(topic)
    if source is None or not 1 < len(parts) <= MOST_PARTS:
        return None
    focus = next((each for each in parts if each.code == group), parts[0])
    chart = _stacked_chart(source, parts, material, (held or main_benchmark(topic, material), focus.label))
    figure = rows_by_key(topic.figures[0]).get((group,))
    title = stacked_takeaway(
        chart,
        part=focus.label,
        label=_label(topic, group, material),
        figure=figure_words(figure) if seen(figure) else None,
        clear=_is_clear_of(figure, held, focus.code) if held else differs_clearly(topic, focus.code),
    )
    return Figure(
        id=f"figure-{slug(topic.id)}",
        title=title,
        subtitle=f"{source.dimensions[-1].title}: {'share' if source.unit == PERCENT else 'people'} in each group",
        chart=chart,
        text_alternative=described(chart),
        table=table,
    )


def main_benchmark(topic: Topic, material: Material) -> Benchmark | None:
    """The benchmark that charts and titles of a topic compare with: the first."""
    return benchmark_of(topic.comparisons[0], material.catalogue) if topic.comparisons else None


def benchmark_name(benchmark: Benchmark) -> str:
    """What a benchmark is called beside a line or a bar."""
    return SCOPES.get(benchmark.scope, "Benchmark")


def figure_words(row: ReleasableRow | None, unit: str = PERCENT) -> str:
    """A figure as a chart says it, also when it may not be seen or does not exist."""
    if seen(row):
        return reader_text(row.value, unit)
    if row and row.status is Status.WITHHELD:
        return f"{WITHHELD} withheld"
    return f"{NOT_APPLICABLE} too few" if row and row.reason == TOO_FEW else f"{NOT_APPLICABLE} nobody"


def _label(topic: Topic, group: str, material: Material) -> str:
    """What the figures are called: the group where there are several, the measure where there is one."""
    if len(topic.groups) == 1:
        return measure_title(topic.figures[0], material.catalogue)
    return next(each.label for each in topic.groups if each.code == group)


def _range_chart(topic: Topic, group: str, material: Material, benchmark: Benchmark | None) -> RangeChart:
    held = rows_by_key(topic.figures[0])
    dimension = topic.breakdown[0]
    ordered = dimension.variable in material.outline.in_order
    drawn = (each for each in dimension.categories if each.code not in (TOTAL, NOT_RECORDED))
    return RangeChart(
        shape=Shape.STAIRCASE if ordered else Shape.DOTS,
        marks=tuple(_mark(each, held.get((each.code, group))) for each in drawn),
        reference=published_reference(benchmark or main_benchmark(topic, material), group)
        or _everybody_line(held.get((TOTAL, group))),
    )


def _mark(category: Category, row: ReleasableRow | None) -> Mark:
    if not seen(row):
        return Mark(category.label, figure_words(row), None)
    return Mark(category.label, figure_words(row), row.value, row.lower, row.upper)


def published_reference(benchmark: Benchmark | None, group: str) -> Reference | None:
    """The line of a benchmark for one group; ``None`` where it says nothing of it."""
    if benchmark is None or group not in benchmark.values:
        return None
    value = benchmark.values[group]
    return Reference(benchmark_name(benchmark), benchmark_text(value), value)


def _everybody_line(row: ReleasableRow | None) -> Reference | None:
    if not seen(row) or row.value is None:
        return None
    return Reference("Everybody", figure_words(row), row.value, published=False)


def _parts_of_a_whole(topic: Topic) -> tuple[ReleasableTable | None, tuple[Category, ...]]:
    """The table and its groups that add up to everybody: those of a base in shares, or else of all asked in people."""
    if len(topic.groups) > 1:
        return topic.figures[0], topic.groups
    if topic.counts is None:
        return None, ()
    categories = topic.counts.dimensions[-1].categories
    return topic.counts, tuple(each for each in categories if each.code not in (ANSWERED, TOTAL))


def _stacked_chart(
    source: ReleasableTable,
    groups: tuple[Category, ...],
    material: Material,
    beside: tuple[Benchmark | None, str],
) -> StackedChart:
    """``beside`` is the benchmark, and the group that leads."""
    benchmark, emphasis = beside
    held = rows_by_key(source)
    parts = ((each, held.get((each.code,))) for each in groups)
    here = Whole(material.organisation, tuple(_part(each, row, source.unit) for each, row in parts))
    if benchmark is None or any(each.code not in benchmark.values for each in groups):
        return StackedChart((here,), emphasis)
    published = ((each.label, benchmark.values[each.code]) for each in groups)
    there = tuple(Part(label, benchmark_text(value), value) for label, value in published)
    return StackedChart((here, Whole(benchmark_name(benchmark), there)), emphasis)


def _part(category: Category, row: ReleasableRow | None, unit: str) -> Part:
    return Part(category.label, figure_words(row, unit), row.value if seen(row) else None)


def _is_clear_of(row: ReleasableRow | None, benchmark: Benchmark, group: str) -> bool | None:
    """Whether a share, as it is published, differs clearly from a benchmark; ``None`` where nothing says."""
    published = benchmark.values.get(group)
    if not seen(row) or published is None or row.lower is None or row.upper is None:
        return None
    return row.lower > published or row.upper < published


def differs_clearly(topic: Topic, group: str) -> bool | None:
    """Whether everybody's share differs clearly from the first benchmark's; ``None`` where nothing says."""
    row = rows_by_key(topic.comparisons[0]).get((group,)) if topic.comparisons else None
    if not seen(row) or row.lower is None or row.upper is None:
        return None
    return row.lower > 0 or row.upper < 0
