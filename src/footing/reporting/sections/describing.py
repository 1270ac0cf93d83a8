"""What a chart shows, in words, figure by figure: the same for whoever cannot see it."""

from collections.abc import Callable, Iterable
from typing import Any

from footing.reporting.charts.content import (
    Chart,
    CurveChart,
    ForestChart,
    GroupsChart,
    Mark,
    PanelsChart,
    RangeChart,
    Reference,
    Shape,
    StackedChart,
    StripChart,
    WaterfallChart,
)
from footing.tables.figures import interval_text
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence


def described(chart: Chart) -> str:
    """What the chart shows, in words, figure by figure."""
    return _WORDS[type(chart)](chart)


def _ranges(chart: RangeChart) -> str:
    kind = "Bar" if chart.shape is Shape.STAIRCASE else "Dot"
    return f"{kind} chart. {_marks(chart.marks, PERCENT)}.{_compared(chart.reference)}"


def _stacked(chart: StackedChart) -> str:
    wholes = (f"{each.label}: {', '.join(f'{part.label} {part.text}' for part in each.parts)}" for each in chart.wholes)
    return f"Stacked bar chart. {'; '.join(wholes)}."


def _forest(chart: ForestChart) -> str:
    groups = (f"{f'{each.title}: ' if each.title else ''}{_marks(each.marks, chart.unit)}" for each in chart.groups)
    return f"Dot chart. {'. '.join(groups)}.{_compared(chart.reference)}"


def _groups(chart: GroupsChart) -> str:
    lines = (
        f"{line.label}: "
        + ", ".join(f"{name} {mark.text}" for name, mark in zip(chart.names, line.marks, strict=True))
        + (f", {line.words}" if line.words else "")
        for line in chart.lines
    )
    return f"Chart of groups beside each other. {'; '.join(lines)}."


def _curves(chart: CurveChart) -> str:
    curves = (
        f"{curve.label}: " + ", ".join(f"{point.x:g} {point.text}" for point in curve.points) for curve in chart.curves
    )
    breaks = "".join(f" A break at {each.x:g}: {in_a_sentence(each.words)}." for each in chart.breaks)
    return f"Line chart by {in_a_sentence(chart.across)}. {'; '.join(curves)}.{breaks}"


def _waterfall(chart: WaterfallChart) -> str:
    return f"Waterfall chart. {'; '.join(f'{step.label}: {step.text}' for step in chart.steps)}."


def _strip(chart: StripChart) -> str:
    places = "; ".join(f"{mark.label}: {mark.text}" for mark in chart.places)
    own = f"{chart.own.label}: {chart.own.text}{_interval(chart.own, chart.unit)}"
    return f"Strip of published figures. {own}.{_compared(chart.reference)} {places}."


def _panels(chart: PanelsChart) -> str:
    panels = (f"{panel.title}: {_marks(panel.marks, chart.unit)}" for panel in chart.panels)
    return f"Small bar charts beside each other. {'. '.join(panels)}."


def _marks(marks: Iterable[Mark], unit: str) -> str:
    return "; ".join(f"{mark.label}: {mark.text}{_interval(mark, unit)}" for mark in marks)


def _interval(mark: Mark, unit: str) -> str:
    return "" if mark.lower is None else f" ({interval_text(mark.lower, mark.upper, unit)})"


def _compared(reference: Reference | None) -> str:
    if reference is None:
        return ""
    return f" A line marks {in_a_sentence(reference.name)}{f': {reference.text}' if reference.text else ''}."


_WORDS: dict[type[Any], Callable[[Any], str]] = {
    RangeChart: _ranges,
    StackedChart: _stacked,
    ForestChart: _forest,
    GroupsChart: _groups,
    CurveChart: _curves,
    WaterfallChart: _waterfall,
    StripChart: _strip,
    PanelsChart: _panels,
}
