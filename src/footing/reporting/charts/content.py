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


Chart = RangeChart | StackedChart
