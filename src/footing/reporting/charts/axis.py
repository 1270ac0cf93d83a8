"""Places along an axis: how far it reaches, where its lines stand, and what is written at them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from footing.reporting.charts import theme
from footing.reporting.charts.canvas import Canvas
from footing.reporting.charts.content import Scale
from footing.tables.units import DAYS, PERCENT, PERCENTAGE_POINTS, POUNDS, POUNDS_AN_HOUR, RATIO, YEARS

_STEPS = (1, 2, 2.5, 5, 10)
_RATIOS = (0.1, 0.2, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 10, 20)
_LINES = 5
AIR = 0.04
EDGE = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``low`` to ``high`` over so many pixels; ratios stand at equal distances for equal factors."""

    scale: Scale
    unit: str
    low: float
    high: float
    width: float

    def at(self, value: float) -> float:
        """The place of a value, in pixels; what lies outside is put at the end."""
        low, high, here = (self._stretched(each) for each in (self.low, self.high, value))
        return min(1.0, max(0.0, (here - low) / ((high - low) or 1))) * self.width

    def _stretched(self, value: float) -> float:
        return math.log(max(value, 1e-9)) if self.scale is Scale.RATIO else value

    @property
    def lines(self) -> list[float]:
        """The values that lines are drawn at."""
        if self.scale is Scale.RATIO:
            return [each for each in _RATIOS if self.low <= each <= self.high]
        rough = (self.high - self.low) / _LINES
        size = 10 ** math.floor(math.log10(rough)) if rough > 0 else 1
        step = next((each * size for each in _STEPS if each * size >= rough), size * 10)
        first = math.ceil(self.low / step - 1e-9)
        return [round(place * step, 6) for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def axis_over(scale: Scale, unit: str, values: Iterable[float], width: float) -> Axis:
    """The axis that shows every one of the values, and nought or 1 where the scale wants it."""
    found = list(values)
    if scale is Scale.RATIO:
        shown = [value for value in found if value > 0] or [1.0]
        return Axis(scale, unit, min(*shown, 0.8) / 1.08, max(*shown, 1.25) * 1.08, width)
    low, high = min([*found, 0.0]), max([*found, 0.0])
    reach = (high - low) or 1.0
    return Axis(scale, unit, low - AIR * reach if low < 0 else 0.0, high + AIR * reach, width)


def draw_lines(canvas: Canvas, axis: Axis, height: float, *, below: float = 16) -> None:
    """The lines of an axis across a plot, and their words beneath it."""
    for value in axis.lines:
        x = axis.at(value)
        canvas.rule((x, 0), (x, height), theme.GRID)
    for value in axis.lines:
        x, words = axis.at(value), axis_words(value, axis.unit)
        side = "left" if x < EDGE else "right" if x > axis.width - EDGE else "center"
        canvas.text(x, height + below, words, theme.QUIET, align=side, fontSize=theme.TEXT_SIZE - 1)


def axis_words(value: float, unit: str) -> str:
    """A round value as it is written at an axis."""
    digits = f"{abs(value):,.2f}".rstrip("0").rstrip(".") if value != int(value) else f"{abs(value):,.0f}"
    sign = "−" if value < 0 else "+" if unit == PERCENTAGE_POINTS and value > 0 else ""
    before = "£" if unit in (POUNDS, POUNDS_AN_HOUR) else ""
    return f"{sign}{before}{digits}{_AFTER.get(unit, '')}"


_AFTER = {PERCENT: "%", RATIO: "", YEARS: "", DAYS: ""}
