"""Wholes cut into parts: bars of 100 %, one for each whole, under a key in the order of the parts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from footing.reporting.charts import theme
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import StackedChart, Whole
from footing.reporting.charts.key import draw_key, key_height
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.charts.telling import named
from footing.reporting.charts.theme import Colour, Layout

_AIR = 8
_WITHHELD = "[c] withheld"


def stacked_spec(chart: StackedChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width.

    A whole with any part withheld is drawn as withheld altogether: the room left by its other parts would show it.
    """
    full = replace(layout, value_width=0)
    canvas = Canvas(full)
    colours = theme.part_colours([part.label == chart.emphasis for part in chart.wholes[0].parts])
    names = _key_words(chart)
    above = key_height(names, full.width)
    draw_key(canvas, names, [each.fill for each in colours], top=-above)
    for order, whole in enumerate(chart.wholes):
        middle = (order + 0.5) * full.row_height + (11 if full.names_above else 0)
        _draw_label(canvas, whole.label, middle)
        if any(part.value is None for part in whole.parts):
            _draw_withheld(canvas, middle)
        else:
            _draw_parts(canvas, whole, middle, colours)
    return canvas.specification(len(chart.wholes) * full.row_height, above=above, below=_AIR)


def _key_words(chart: StackedChart) -> list[str]:
    """The names of the parts; a single whole has its values here too, so that narrow parts have theirs."""
    parts = chart.wholes[0].parts
    return [f"{part.label} {part.text}" if len(chart.wholes) == 1 else part.label for part in parts]


def _draw_parts(canvas: Canvas, whole: Whole, middle: float, colours: Sequence[Colour]) -> None:
    """The box of each part of one whole, and its value in words where there is room."""
    values = [part.value or 0 for part in whole.parts]
    scale, half = canvas.layout.plot_width / (sum(values) or 1), canvas.layout.bar_height / 2
    for part, end, value, colour in zip(whole.parts, accumulate(values), values, colours, strict=True):
        left, right = (end - value) * scale, end * scale
        told = named(part.text, whole.label, part.label)
        canvas.rect((left, middle - half, right, middle + half), colour.fill, rim=True, told=told)
        if width_of(part.text) + _AIR <= right - left:
            canvas.text((left + right) / 2, middle, part.text, colour.text, align="center", fontWeight=600)


def _draw_label(canvas: Canvas, label: str, middle: float) -> None:
    layout = canvas.layout
    if layout.names_above:
        canvas.text(0, middle - 23, fitted(label, layout.width, 1))
        return
    lines = fitted(label, layout.name_width - 16, 2)
    canvas.text(-14, middle - theme.LINE_HEIGHT / 2 * (len(lines) - 1), lines, align="right")


def _draw_withheld(canvas: Canvas, middle: float) -> None:
    """Words and a dotted line for a whole that may not be seen."""
    start = width_of(_WITHHELD) + _AIR
    canvas.rule((start, middle), (canvas.layout.plot_width, middle), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)
    canvas.text(0, middle, _WITHHELD, theme.QUIET, fontWeight=600)
