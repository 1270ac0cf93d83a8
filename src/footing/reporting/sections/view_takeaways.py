"""The one sentence that the chart of a view shows, never claiming more than the intervals allow."""

from footing.reporting.charts.content import (
    Curve,
    CurveChart,
    ForestChart,
    GroupsChart,
    Mark,
    Point,
    StackedChart,
    WaterfallChart,
)
from footing.tables.words import counted, in_a_sentence, listed

FEW_NAMES = 2
"""As many as a title can name; more are counted."""


def forest_takeaway(chart: ForestChart, title: str) -> str:
    """Which figures differ clearly: from the line of no difference where there is one, from each other elsewhere."""
    named = [(_name(group.title, mark), mark) for group in chart.groups for mark in group.marks]
    shown = [(name, mark) for name, mark in named if mark.value is not None]
    if not shown:
        return f"{title}: no figure can be shown"
    if chart.reference is not None:
        even = chart.reference.value
        below = [name for name, mark in shown if mark.upper is not None and mark.upper < even]
        above = [name for name, mark in shown if mark.lower is not None and mark.lower > even]
        sides = (("below", below), ("above", above))
        said = [f"clearly {side} {even:g} for {_names(names)}" for side, names in sides if names]
        return f"{title}: {', '.join(said) or 'nothing differs clearly'}"
    return f"{title}: {_widest(chart) or 'no clear difference'}"


def _widest(chart: ForestChart) -> str:
    """The line in which two figures are furthest apart, where their intervals leave no doubt that they are."""
    found = []
    for group in chart.groups:
        marks = sorted((mark for mark in group.marks if mark.value is not None), key=lambda mark: mark.value or 0)
        if len(marks) > 1 and _apart(marks[0], marks[-1]):
            found.append(((marks[-1].value or 0) - (marks[0].value or 0), group.title, marks[0], marks[-1]))
    if not found:
        return ""
    _, line, low, high = max(found, key=lambda each: each[0])
    where = f"“{line}”, " if line else ""
    return f"{where}{in_a_sentence(low.label)} {low.text}, {in_a_sentence(high.label)} {high.text}"


def funnel_takeaway(chart: GroupsChart, title: str) -> str:
    """The step at which the group that the chart is about is furthest from another, in its own figures."""
    place = chart.names.index(chart.emphasis)
    found = [
        (abs((mark.value or 0) - (line.marks[place].value or 0)), line, name, mark)
        for line in chart.lines
        if line.marks[place].value is not None
        for name, mark in zip(chart.names, line.marks, strict=True)
        if name != chart.emphasis and mark.value is not None
    ]
    if not found:
        return f"{title}: no groups can be compared"
    _, line, name, mark = max(found, key=lambda each: each[0])
    return (
        f"Furthest apart at “{line.label}”: {in_a_sentence(chart.emphasis)} {line.marks[place].text}, "
        f"{in_a_sentence(name)} {mark.text}"
    )


def dumbbell_takeaway(chart: GroupsChart) -> str:
    """The first comparison, by both measures."""
    line = chart.lines[0]
    said = ", ".join(f"{in_a_sentence(name)} {mark.text}" for name, mark in zip(chart.names, line.marks, strict=True))
    return f"{line.label}: {said}"


def quarters_takeaway(chart: StackedChart) -> str:
    """The group in the lowest and in the highest quarter."""
    first, last = (
        next(part for part in whole.parts if part.label == chart.emphasis)
        for whole in (chart.wholes[0], chart.wholes[-1])
    )
    return (
        f"{chart.emphasis}: {first.text} in the {in_a_sentence(chart.wholes[0].label)}, "
        f"{last.text} in the {in_a_sentence(chart.wholes[-1].label)}"
    )


def waterfall_takeaway(chart: WaterfallChart, title: str) -> str:
    """The largest part, beside the whole."""
    parts = [step for step in chart.steps if not step.total and step.value is not None]
    whole = next(step for step in chart.steps if step.total)
    if not parts or whole.value is None:
        return f"{title}: not every part can be shown"
    largest = max(parts, key=lambda step: abs(step.value or 0))
    part = in_a_sentence(largest.label)
    return f"{title}: {whole.text} {chart.unit} in all; the largest part, {largest.text}, is “{part}”"


def curve_takeaway(chart: CurveChart, title: str) -> str:
    """The last point at which the curve that the chart is about stands beside another."""
    own = next((curve for curve in chart.curves if curve.label == chart.emphasis), chart.curves[0])
    for place in reversed(range(len(own.points))):
        others = [
            (curve, curve.points[place])
            for curve in chart.curves
            if curve is not own and curve.points[place].value is not None
        ]
        if own.points[place].value is not None and others:
            return _beside(own, own.points[place], others[0], chart)
    return f"{title}: no groups can be compared"


def _beside(own: Curve, point: Point, other: tuple[Curve, Point], chart: CurveChart) -> str:
    curve, theirs = other
    apart = _apart(_as_mark(point), _as_mark(theirs))
    return (
        f"Within {point.x:g} {in_a_sentence(chart.across)}: {in_a_sentence(own.label)} {point.text}, "
        f"{in_a_sentence(curve.label)} {theirs.text}, {'a' if apart else 'no'} clear difference"
    )


def _as_mark(point: Point) -> Mark:
    return Mark("", point.text, point.value, point.lower, point.upper)


def _name(title: str | None, mark: Mark) -> str:
    return f"{in_a_sentence(mark.label)}{f' ({in_a_sentence(title)})' if title else ''}"


def _names(names: list[str]) -> str:
    return listed(names) if len(names) <= FEW_NAMES else counted(len(names), "figure", "figures")


def _apart(one: Mark, other: Mark) -> bool:
    """Whether the intervals of two figures do not reach each other."""
    if one.lower is None or one.upper is None or other.lower is None or other.upper is None:
        return False
    return one.upper < other.lower or other.upper < one.lower
