"""What a chart shows, before it is drawn: marks with their words, never a figure that may not be seen."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a chart of values with intervals is drawn."""

    STAIRCASE = "staircase"
    """Bars in a given order, for categories that follow one another, such as grades."""
    DOTS = "dots"
    """Dots with whiskers, for categories without an order, such as places of work."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One category: its value and interval, and the words for its value. A withheld mark has words alone."""

    label: str
    text: str
    value: float | None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A line to compare with: what it is called, and the words for its value.

    ``published`` tells a benchmark from a figure of the organisation's own, such as that of everybody together.
    """

    name: str
    text: str
    value: float
    published: bool = True


@dataclass(frozen=True, slots=True)
class RangeChart:
    """Values in percent with their intervals, one for each category, against an optional reference."""

    shape: Shape
    marks: tuple[Mark, ...]
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: its value in percent and the words for it. A withheld part has words alone."""

    label: str
    text: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Whole:
    """One bar: everything that the parts add up to. Every whole of a chart has the same part labels."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class StackedChart:
    """Wholes cut into parts, to compare how each is made up; at most four parts, of which ``emphasis`` leads."""

    wholes: tuple[Whole, ...]
    emphasis: str


class Scale(StrEnum):
    """Where an axis begins and how its values are spread."""

    NOUGHT = "nought"
    """From nought, or from below it where figures are negative; equal differences are equally long."""
    RATIO = "ratio"
    """Around 1; equal factors are equally long, so that half and twice are as far from 1."""


@dataclass(frozen=True, slots=True)
class ForestRows:
    """Marks under one title, such as those of one step."""

    title: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ForestChart:
    """Figures with their intervals one under another, to be read against a line where there is no difference."""

    groups: tuple[ForestRows, ...]
    unit: str
    scale: Scale
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart that compares groups: a mark for each group in the order of their names, and words beside."""

    label: str
    marks: tuple[Mark, ...]
    words: str = ""


class Beside(StrEnum):
    """How figures of several groups are set beside each other."""

    BARS = "bars"
    """One bar for each group, as in a funnel of steps."""
    DUMBBELL = "dumbbell"
    """One dot for each group, joined by a line that is the gap."""


@dataclass(frozen=True, slots=True)
class GroupsChart:
    """Figures of at most four groups, line by line; ``emphasis`` is the group that the chart is about."""

    shape: Beside
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str
    emphasis: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a curve: where it stands, its figure with its interval, and how many people were still followed."""

    x: float
    text: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    followed: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve, from left to right."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A place where what is counted changed, so that figures on its two sides are not comparable."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class CurveChart:
    """Curves over time with bands: published points, with straight lines between them as a guide."""

    curves: tuple[Curve, ...]
    unit: str
    across: str
    """What the horizontal axis counts, such as "Years"."""
    emphasis: str
    from_nought: bool = False
    """Whether each curve begins at nought, as the share to whom something has happened does."""
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a sum, or with ``total`` what the parts before it add up to."""

    label: str
    text: str
    value: float | None
    total: bool = False


@dataclass(frozen=True, slots=True)
class WaterfallChart:
    """Parts that add up, each beginning where the one before it ended."""

    steps: tuple[Step, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class StripChart:
    """Many published figures along one line, and our own among them: where we stand, with no map."""

    places: tuple[Mark, ...]
    own: Mark
    unit: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small charts of the same lines."""

    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PanelsChart:
    """Small charts beside each other, on the same axis; each has a mark for every line in the same order."""

    panels: tuple[Panel, ...]
    unit: str


Chart = RangeChart | StackedChart | ForestChart | GroupsChart | CurveChart | WaterfallChart | StripChart | PanelsChart
