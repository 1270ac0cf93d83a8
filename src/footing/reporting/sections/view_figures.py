"""The figures that the views of an outline may ask for, by the kind of chart, each from protected tables alone."""

from collections.abc import Callable, Iterator

from footing.reporting.charts.content import (
    Beside,
    Chart,
    Curve,
    CurveChart,
    ForestChart,
    ForestRows,
    GroupsChart,
    Line,
    Mark,
    Part,
    Point,
    Reference,
    Scale,
    StackedChart,
    Step,
    WaterfallChart,
    Whole,
)
from footing.reporting.model import Figure
from footing.reporting.outline import View
from footing.reporting.sections.columns import measure_title
from footing.reporting.sections.describing import described
from footing.reporting.sections.material import Material
from footing.reporting.sections.picturing import MOST_PARTS, figure_words
from footing.reporting.sections.trend_picture import trend_figure
from footing.reporting.sections.view_takeaways import (
    curve_takeaway,
    dumbbell_takeaway,
    forest_takeaway,
    funnel_takeaway,
    quarters_takeaway,
    waterfall_takeaway,
)
from footing.reporting.topics import NOT_RECORDED, Key, has_intervals, rows_by_key, seen
from footing.tables import TOTAL, Category, ReleasableRow, ReleasableTable
from footing.tables.figures import reader_text
from footing.tables.units import COUNTS, PEOPLE, PERCENTAGE_POINTS, RATIO
from footing.tables.words import in_a_sentence, slug

Tables = tuple[ReleasableTable, ...]
DrawView = Callable[[Tables, View, Material], Figure | None]
"""Draws the tables of one view; ``None`` when nothing of them can be drawn."""

CHANGE = "change"
"""The part of a flow that is the sum of the others."""
MOST_IN_A_FOREST = 20
"""With more lines than this a forest is longer than a page; its table says it better."""
NOT_KNOWN = "not_known"
NO_DIFFERENCE = {
    RATIO: Reference("No difference", "", 1.0, published=False),
    PERCENTAGE_POINTS: Reference("No difference", "", 0.0, published=False),
}


def _forest(tables: Tables, _: View, material: Material) -> Figure | None:
    """Every figure of the first table that has intervals, group by group within each line of its breakdown."""
    table = next((each for each in tables if has_intervals(each) and 1 < _marks_in(each) <= MOST_IN_A_FOREST), None)
    if table is None:
        return None
    held = rows_by_key(table)
    groups = tuple(ForestRows(title, tuple(_marks_apart_from_one(key, held, table))) for key, title in _lines(table))
    marks = [mark for group in groups for mark in group.marks]
    if len(marks) < 2 or all(mark.value is None for mark in marks):
        return None
    scale = Scale.RATIO if table.unit == RATIO else Scale.NOUGHT
    chart = ForestChart(groups, table.unit, scale, NO_DIFFERENCE.get(table.unit))
    title = measure_title(table, material.catalogue)
    left_out = "; the group that others are held against is left out" if len(marks) < _marks_in(table) else ""
    return _figure(table, chart, forest_takeaway(chart, title), f"{title} and 95% interval{left_out}")


def _marks_in(table: ReleasableTable) -> int:
    """How many lines a forest of the table would have; none where it has more dimensions than a forest can show."""
    lines = sum(1 for _ in _lines(table)) if len(table.dimensions) <= 2 else 0
    return lines * len(_drawn(table))


def _marks_apart_from_one(key: Key, held: dict[Key, ReleasableRow], table: ReleasableTable) -> Iterator[Mark]:
    """The figures of one line, without the ratio of a group to itself, which is 1 and says nothing."""
    for each in _drawn(table):
        mark = _mark(each, held.get((*key, each.code)), table.unit)
        if not (table.unit == RATIO and mark.value == 1 and mark.lower is None):
            yield mark


def _funnel(tables: Tables, _: View, material: Material) -> Figure | None:
    """The share of each group that got through each step, and beside it how the group in focus compares."""
    table = next((each for each in tables if len(each.dimensions) == 2 and _may_be_a_funnel(each)), None)
    if table is not None and not _is_of_a_question(table, material):
        return _steps_within(table, material)
    names = _drawn(table) if table else ()
    if table is None or not 1 < len(names) <= MOST_PARTS:
        return _forest(tables, _, material)
    held, focus = rows_by_key(table), _focus(table, material)
    ratios = rows_by_key(_ratios_beside(table, material))
    lines = tuple(
        Line(
            label=title or "",
            marks=tuple(_mark(each, held.get((*key, each.code)), table.unit) for each in names),
            words=_ratio_words(ratios.get((*key, focus.code))),
        )
        for key, title in _lines(table)
    )
    chart = GroupsChart(Beside.BARS, tuple(each.label for each in names), lines, table.unit, focus.label)
    title = measure_title(table, material.catalogue)
    beside = f", and the impact ratio of: {in_a_sentence(focus.label)}" if ratios else ""
    return _figure(table, chart, funnel_takeaway(chart, title), f"{title}, by group{beside}")


def _may_be_a_funnel(table: ReleasableTable) -> bool:
    """Whether a table gives rates of groups; answers to a question, among them that it is not known, are no groups."""
    return table.unit not in COUNTS and NOT_KNOWN not in {each.code for each in table.dimensions[0].categories}


def _is_of_a_question(table: ReleasableTable, material: Material) -> bool:
    return table.dimensions[-1].variable in {each.id for each in material.catalogue.questions}


def _steps_within(table: ReleasableTable, material: Material) -> Figure | None:
    """The steps one after another where they are a table's last dimension: bars for what the first divides by."""
    groups, steps = table.dimensions
    names = tuple(each for each in groups.categories if each.code != NOT_RECORDED)[-MOST_PARTS:]
    held = rows_by_key(table)
    lines = tuple(
        Line(step.label, tuple(_mark(each, held.get((each.code, step.code)), table.unit) for each in names))
        for step in steps.categories
    )
    chart = GroupsChart(Beside.BARS, tuple(each.label for each in names), lines, table.unit, names[-1].label)
    title = measure_title(table, material.catalogue)
    told = ", ".join(f"{in_a_sentence(line.label)} {line.marks[-1].text}" for line in lines)
    return _figure(table, chart, f"{names[-1].label}: {told}", f"{title}, by {in_a_sentence(groups.title)}")


def _ratios_beside(table: ReleasableTable, material: Material) -> ReleasableTable | None:
    """The impact ratios of the same steps and groups, where there are any."""
    stem = table.id.rpartition(".")[0]
    return next((each for each in material.assessment.tables if each.id == f"{stem}.impact_ratio"), None)


def _ratio_words(row: ReleasableRow | None) -> str:
    return f"ratio {reader_text(row.value, RATIO)}" if seen(row) else ""


def _dumbbell(tables: Tables, _: View, material: Material) -> Figure | None:
    """Two measures of the same comparisons: median and mean."""
    overall = [each for each in tables if len(each.dimensions) == 1]
    if len(overall) < 2:
        return None
    first, second = overall[0], overall[1]
    held = [rows_by_key(first), rows_by_key(second)]
    names = tuple(measure_title(each, material.catalogue) for each in (first, second))
    lines = tuple(
        Line(each.label, tuple(_mark(each, rows.get((each.code,)), first.unit) for rows in held))
        for each in first.dimensions[-1].categories
    )
    with_words = tuple(Line(line.label, line.marks, " · ".join(mark.text for mark in line.marks)) for line in lines)
    chart = GroupsChart(Beside.DUMBBELL, names, with_words, first.unit, names[0])
    subtitle = "Above nought, the group named first is paid less"
    return _figure(first, chart, dumbbell_takeaway(chart), subtitle)


def _quarters(tables: Tables, _: View, material: Material) -> Figure | None:
    """How each quarter of the pay range is made up."""
    table = tables[0]
    parts = _drawn(table)
    if len(table.dimensions) != 2 or not 1 < len(parts) <= MOST_PARTS:
        return None
    held, focus = rows_by_key(table), _focus(table, material)
    wholes = tuple(
        Whole(title or "", tuple(_part(each, held.get((*key, each.code)), table.unit) for each in parts))
        for key, title in _lines(table)
    )
    chart = StackedChart(wholes, focus.label)
    subtitle = f"{measure_title(table, material.catalogue)}: share of each group in each quarter"
    return _figure(table, chart, quarters_takeaway(chart), subtitle)


def _waterfall(tables: Tables, _: View, material: Material) -> Figure | None:
    """Parts that add up to a gap or to a change."""
    for table in tables:
        steps = _steps(table, material)
        if len(steps) > 2 and any(step.total for step in steps):
            chart = WaterfallChart(steps, table.unit)
            title = measure_title(table, material.catalogue)
            of_group = "" if len(table.dimensions) == 1 else f": {_focus(table, material).label}"
            return _figure(table, chart, waterfall_takeaway(chart, title), f"{table.title}{of_group}")
    return None


def _steps(table: ReleasableTable, material: Material) -> tuple[Step, ...]:
    parts, *groups = table.dimensions
    if len(groups) > 1 or not {TOTAL, CHANGE} & {each.code for each in parts.categories}:
        return ()
    held = rows_by_key(table)
    after: Key = (_focus(table, material).code,) if groups else ()
    rows = ((each, held.get((each.code, *after))) for each in parts.categories)
    return tuple(
        Step(each.label, figure_words(row, table.unit), row.value if seen(row) else None, each.code in (TOTAL, CHANGE))
        for each, row in rows
    )


def _survival(tables: Tables, _: View, material: Material) -> Figure | None:
    """The share of each group to whom something has happened within so many years."""
    table = next((each for each in tables if len(each.dimensions) == 2 and has_intervals(each)), None)
    if table is None or not all(each.code.isdigit() for each in table.dimensions[0].categories):
        return _forest(tables, _, material)
    held = rows_by_key(table)
    names = _drawn(table)[:MOST_PARTS]
    curves = tuple(
        Curve(name.label, tuple(_point(each.code, held.get((each.code, name.code)), table.unit) for each in years))
        for years in (table.dimensions[0].categories,)
        for name in names
    )
    chart = CurveChart(curves, table.unit, table.dimensions[0].title, _focus(table, material).label, from_nought=True)
    title = measure_title(table, material.catalogue)
    return _figure(table, chart, curve_takeaway(chart, title), f"{title}: share and 95% interval")


def _point(year: str, row: ReleasableRow | None, unit: str) -> Point:
    words = figure_words(row, unit)
    if not seen(row):
        return Point(float(year), words, None, followed=words.split(" ")[0])
    return Point(float(year), words, row.value, row.lower, row.upper, reader_text(row.base, PEOPLE))


def _figure(table: ReleasableTable, chart: Chart, title: str, subtitle: str) -> Figure:
    return Figure(f"figure-{slug(table.id)}", title, subtitle, chart, described(chart))


def _lines(table: ReleasableTable) -> Iterator[tuple[Key, str | None]]:
    """Each line of a table's breakdown, by code and by name; one without a name where it has none."""
    if len(table.dimensions) == 1:
        yield (), None
        return
    for each in table.dimensions[0].categories:
        if each.code != NOT_RECORDED:
            yield (each.code,), each.label


def _drawn(table: ReleasableTable) -> tuple[Category, ...]:
    """The groups that a chart compares: not everybody together."""
    groups = table.dimensions[-1].categories
    return tuple(each for each in groups if each.code not in (TOTAL, NOT_RECORDED)) or groups


def _focus(table: ReleasableTable, material: Material) -> Category:
    """The group that a chart is about: the one that any section of the outline names for the question, or the last."""
    named = {code for section in material.outline.sections for code in section.focus.values()}
    groups = _drawn(table)
    return next((each for each in groups if each.code in named), groups[-1])


def _mark(category: Category, row: ReleasableRow | None, unit: str) -> Mark:
    if not seen(row):
        return Mark(category.label, figure_words(row, unit), None)
    return Mark(category.label, figure_words(row, unit), row.value, row.lower, row.upper)


def _part(category: Category, row: ReleasableRow | None, unit: str) -> Part:
    return Part(category.label, figure_words(row, unit), row.value if seen(row) else None)


FIGURES: dict[str, DrawView] = {
    "ranges": _forest,
    "forest": _forest,
    "funnel": _funnel,
    "dumbbell": _dumbbell,
    "quarters": _quarters,
    "waterfall": _waterfall,
    "survival": _survival,
    "trend": trend_figure,
}
