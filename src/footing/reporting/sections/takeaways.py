"""The one sentence that a chart shows, made from what the chart shows, never claiming more than the intervals allow.

A sentence opens with the name of its group as it stands, so that it reads well whatever the group is called. Two
figures are called different only when neither interval reaches the other, and a figure is called different from a
benchmark only when its interval does not reach it.
"""

from footing.reporting.charts.content import Mark, RangeChart, Reference, Shape, StackedChart
from footing.reporting.outline import Noun
from footing.tables.words import counted, in_a_sentence


def range_takeaway(chart: RangeChart, *, group: str, noun: Noun) -> str:
    """What to see in a chart of one group's share by category."""
    shown = [mark for mark in chart.marks if mark.value is not None]
    hidden = len(chart.marks) - len(shown)
    if not shown:
        return f"{group}: no figure can be shown for any {noun.one}"
    if len(shown) == 1:
        others = f"; nothing can be shown for {counted(hidden, noun.one, noun.many)}" if hidden else ""
        return f"{group}: {shown[0].text} in {shown[0].label}{others}"
    if chart.shape is Shape.STAIRCASE and _differ(shown[0], shown[-1]):
        return f"{group}: {shown[0].text} in {shown[0].label}, {shown[-1].text} in {shown[-1].label}"
    if chart.reference is not None and chart.reference.published:
        return f"{group}: {_against(shown, chart.reference, noun, hidden)}"
    return f"{group}: {_spread(shown, noun, hidden)}"


def _against(shown: list[Mark], benchmark: Reference, noun: Noun, hidden: int) -> str:
    """How many categories lie clearly to either side of the benchmark."""
    below = sum(mark.upper is not None and mark.upper < benchmark.value for mark in shown)
    above = sum(mark.lower is not None and mark.lower > benchmark.value for mark in shown)
    name = f"the {in_a_sentence(benchmark.name)} of {benchmark.text}"
    number = counted(len(shown), noun.one, noun.many)
    of_all = f"of the {number} shown" if hidden else f"of {number}"
    if below and above:
        return f"clearly below {name} in {below} {of_all}, clearly above it in {above}"
    if below or above:
        return f"clearly {'below' if below else 'above'} {name} in {below or above} {of_all}"
    return f"no {noun.one}{' shown' if hidden else ''} differs clearly from {name}"


def _spread(shown: list[Mark], noun: Noun, hidden: int) -> str:
    """The lowest and the highest figure, where they differ clearly; the first of equals."""
    lowest = min(shown, key=lambda mark: mark.value or 0)
    highest = max(shown, key=lambda mark: mark.value or 0)
    if not _differ(lowest, highest):
        return f"no clear difference between {f'the {noun.many} shown' if hidden else noun.many}"
    return f"from {lowest.text} in {lowest.label} to {highest.text} in {highest.label}"


def _differ(one: Mark, other: Mark) -> bool:
    if one.lower is None or one.upper is None or other.lower is None or other.upper is None:
        return one.value != other.value
    return one.upper < other.lower or other.upper < one.lower


def stacked_takeaway(chart: StackedChart, *, part: str, label: str, figure: str | None, clear: bool | None) -> str:
    """What to see in a chart of how everybody is made up: one figure under its label.

    Where a benchmark stands beside it, its figure for the same ``part`` is told too, and whether the two differ
    clearly; ``clear`` is ``None`` where nothing says.
    """
    if figure is None:
        return f"{label}: the figure cannot be shown"
    if len(chart.wholes) == 1:
        return f"{label}: {figure}"
    there = next(each for each in chart.wholes[1].parts if each.label == part)
    name = in_a_sentence(chart.wholes[1].label)
    verdict = "" if clear is None else ", a clear difference" if clear else ", no clear difference"
    return f"{label}: {figure} here and {there.text} in the {name}{verdict}"
