"""A strip: many published figures along one line, and where we stand among them."""

from footing.reporting.charts import theme
from footing.reporting.charts.axis import axis_over, draw_lines
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Mark, Scale, StripChart
from footing.reporting.charts.lettering import fitted
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout

HEIGHT = 116


def strip_spec(chart: StripChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width: the lowest, the highest and our own have their names."""
    canvas = Canvas(Layout(layout.name, layout.width, 16, 16, layout.row_height, layout.bar_height))
    wide = canvas.layout.plot_width
    values = [mark.value for mark in chart.places if mark.value is not None]
    own = [end for end in (chart.own.value, chart.own.upper) if end is not None]
    axis = axis_over(Scale.NOUGHT, chart.unit, [*values, *own, *_reference(chart)], wide)
    draw_lines(canvas, axis, HEIGHT)
    middle = 40.0
    for mark in (each for each in chart.places if each.value is not None):
        x, colour = axis.at(mark.value or 0), theme.OTHERS[1].fill
        canvas.rule((x, middle - 15), (x, middle + 15), colour, strokeWidth=2, told=told(mark, chart.unit))
    for line, (mark, side) in enumerate(_ends(chart)):
        words = fitted(f"{mark.label} {mark.text}", wide, 1)
        canvas.text(axis.at(mark.value or 0), middle + 34 + 20 * line, words, theme.QUIET, align=side)
    if chart.reference:
        x = axis.at(chart.reference.value)
        canvas.rule((x, 0), (x, HEIGHT), theme.REFERENCE, strokeDash=[6, 4], strokeWidth=2)
        words = fitted(f"{chart.reference.name} {chart.reference.text}", wide / 2, 1)
        canvas.text(x, -12, words, theme.REFERENCE, align="right" if x > wide / 2 else "left", fontWeight=600)
    _own(canvas, chart.own, axis.at(chart.own.value) if chart.own.value is not None else None, middle)
    if chart.own.lower is not None and chart.own.upper is not None:
        canvas.rule((axis.at(chart.own.lower), middle), (axis.at(chart.own.upper), middle), theme.INK, strokeWidth=2.5)
        pointed_at = told(chart.own, chart.unit)
        canvas.dot(axis.at(chart.own.value or 0), middle, theme.FOCUS, size=180, told=pointed_at)
    return canvas.specification(HEIGHT, above=54, below=28)


def _reference(chart: StripChart) -> list[float]:
    return [chart.reference.value] if chart.reference else []


def _own(canvas: Canvas, own: Mark, x: float | None, middle: float) -> None:
    words = f"{own.label} {own.text}"
    wide = canvas.layout.plot_width
    if x is None:
        canvas.text(0, -36, words, theme.QUIET, fontWeight=600)
        return
    side = "right" if x > wide / 2 else "left"
    canvas.text(x, -36, fitted(words, wide / 2 + 40, 1), theme.FOCUS, align=side, fontWeight=600)
    canvas.rule((x, -28), (x, middle), theme.FOCUS, strokeWidth=1.5)
    canvas.dot(x, middle, theme.FOCUS, size=180)


def _ends(chart: StripChart) -> list[tuple[Mark, str]]:
    """The lowest and the highest place, and the side on which their names have room."""
    seen = sorted((mark for mark in chart.places if mark.value is not None), key=lambda mark: mark.value or 0)
    return [(seen[0], "left"), (seen[-1], "right")] if len(seen) > 1 else []
