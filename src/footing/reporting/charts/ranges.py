"""Values with their intervals: a staircase of bars, or dots with whiskers, against a reference."""

from footing.reporting.charts import theme
from footing.reporting.charts.axis import Axis, draw_lines
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Mark, RangeChart, Reference, Scale, Shape
from footing.reporting.charts.forest import draw_name
from footing.reporting.charts.lettering import fitted
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout
from footing.tables.units import PERCENT

AIR = 1.04
EDGE = 3


def range_spec(chart: RangeChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width. Withheld marks become a dotted line and words."""
    canvas = Canvas(layout)
    axis = Axis(Scale.NOUGHT, PERCENT, 0, _longest(chart) * AIR, layout.plot_width)
    height = len(chart.marks) * layout.row_height
    draw_lines(canvas, axis, height)
    if chart.shape is Shape.STAIRCASE:
        for order, mark in enumerate(chart.marks):
            _draw_step(canvas, mark, _middle(order, layout), axis)
    if chart.reference:
        _draw_reference(canvas, chart.reference, axis, height)
    for order, mark in enumerate(chart.marks):
        _draw_mark(canvas, mark, _middle(order, layout), axis, chart.shape)
    return canvas.specification(height, above=28 if chart.reference else 4, below=28)


def _longest(chart: RangeChart) -> float:
    ends = [end for mark in chart.marks for end in (mark.value, mark.upper) if end is not None]
    return max([*ends, chart.reference.value if chart.reference else 0, 1])


def _middle(order: int, layout: Layout) -> float:
    return (order + 0.5) * layout.row_height + (11 if layout.names_above else 0)


def _draw_step(canvas: Canvas, mark: Mark, middle: float, axis: Axis) -> None:
    """A pale bar with a dark edge at its value."""
    if mark.value is None:
        return
    end, half = axis.at(mark.value), canvas.layout.bar_height / 2
    canvas.rect((0, middle - half, end, middle + half), theme.FOCUS_PALE, told=told(mark, PERCENT))
    canvas.rect((end - EDGE / 2, middle - half, end + EDGE / 2, middle + half), theme.FOCUS)


def _draw_mark(canvas: Canvas, mark: Mark, middle: float, axis: Axis, shape: Shape) -> None:
    draw_name(canvas, mark.label, mark.text, middle, quiet=mark.value is None)
    if mark.value is None:
        canvas.rule((0, middle), (canvas.layout.plot_width, middle), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)
        return
    if mark.lower is not None and mark.upper is not None:
        thick = 2.5 if shape is Shape.DOTS else 1.5
        canvas.rule((axis.at(mark.lower), middle), (axis.at(mark.upper), middle), theme.INK, strokeWidth=thick)
    if shape is Shape.DOTS:
        canvas.dot(axis.at(mark.value), middle, theme.FOCUS, size=150, told=told(mark, PERCENT))


def _draw_reference(canvas: Canvas, reference: Reference, axis: Axis, height: float) -> None:
    layout, x = canvas.layout, axis.at(reference.value)
    to_the_left = x > layout.plot_width / 2
    room = x + layout.name_width if to_the_left else layout.width - layout.name_width - x
    words = fitted(f"{reference.name} {reference.text}", room, 1)
    tint = theme.REFERENCE if reference.published else theme.QUIET
    canvas.rule((x, -6), (x, height), tint, strokeDash=[6, 4], strokeWidth=2)
    canvas.text(x, -16, words, tint, align="right" if to_the_left else "left", fontWeight=600)
