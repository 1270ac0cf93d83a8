"""Groups beside each other, line by line: bars for the steps of a funnel, or dots joined by the gap between them."""

from dataclasses import replace

from footing.reporting.charts import theme
from footing.reporting.charts.axis import Axis, axis_over, draw_lines
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Beside, GroupsChart, Line, Mark, Scale
from footing.reporting.charts.forest import draw_name
from footing.reporting.charts.key import colours_of, draw_key, key_height
from footing.reporting.charts.lettering import width_of
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout

BAR, BETWEEN, AIR = 18, 4, 16
Drawn = list[tuple[Mark, str, str]]
"""The marks of a line, each with its colour and with what it says when somebody points at it."""


def groups_spec(chart: GroupsChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width."""
    canvas = Canvas(layout)
    colours = colours_of(chart.names, chart.emphasis)
    ends = [mark.value for line in chart.lines for mark in line.marks if mark.value is not None]
    room = 0.82 if chart.shape is Beside.BARS else 1
    axis = axis_over(Scale.NOUGHT, chart.unit, ends, layout.plot_width * room)
    tall = _line_height(chart, layout)
    height = tall * len(chart.lines)
    if chart.shape is Beside.DUMBBELL:
        draw_lines(canvas, axis, height)
    for place, line in enumerate(chart.lines):
        draw = _bars if chart.shape is Beside.BARS else _dots
        words = [
            told(replace(mark, label=name), chart.unit, of=line.label)
            for mark, name in zip(line.marks, chart.names, strict=True)
        ]
        draw(canvas, line, place * tall, tall, axis, list(zip(line.marks, colours, words, strict=True)))
    above = key_height(chart.names, layout.width)
    draw_key(canvas, chart.names, colours, top=-above)
    return canvas.specification(height, above=above, below=28 if chart.shape is Beside.DUMBBELL else 8)


def _line_height(chart: GroupsChart, layout: Layout) -> float:
    if chart.shape is Beside.DUMBBELL:
        return layout.row_height + (8 if layout.names_above else 22)
    bars = len(chart.names) * (BAR + BETWEEN) + AIR
    return bars + (26 if layout.names_above else 0)


def _bars(canvas: Canvas, line: Line, top: float, tall: float, axis: Axis, drawn: Drawn) -> None:  # noqa: PLR0917
    layout = canvas.layout
    start = top + AIR / 2 + (26 if layout.names_above else 0)
    middle = start + 12 if layout.names_above else top + tall / 2
    draw_name(canvas, line.label, line.words, middle)
    for place, (mark, colour, words) in enumerate(drawn):
        above = start + place * (BAR + BETWEEN)
        if mark.value is None:
            _withheld(canvas, mark, above + BAR / 2)
            continue
        left, right = sorted((axis.at(0), axis.at(mark.value)))
        canvas.rect((left, above, max(right, left + 1), above + BAR), colour, told=words)
        canvas.text(right + 6, above + BAR / 2, mark.text, fontWeight=600, fontSize=theme.TEXT_SIZE - 1)


def _withheld(canvas: Canvas, mark: Mark, y: float) -> None:
    canvas.text(0, y, mark.text, theme.QUIET, fontWeight=600, fontSize=theme.TEXT_SIZE - 1)
    start = width_of(mark.text) + 8
    canvas.rule((start, y), (canvas.layout.plot_width * 0.82, y), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)


def _dots(canvas: Canvas, line: Line, top: float, tall: float, axis: Axis, drawn: Drawn) -> None:  # noqa: PLR0917
    layout = canvas.layout
    middle = top + tall / 2 + (11 if layout.names_above else 0)
    draw_name(canvas, line.label, line.words, middle, lines=3)
    seen = [(axis.at(mark.value), colour, words) for mark, colour, words in drawn if mark.value is not None]
    if len(seen) < len(line.marks):
        canvas.rule((0, middle), (layout.plot_width, middle), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)
    elif len(seen) > 1:
        places = [x for x, *_ in seen]
        canvas.rule((min(places), middle), (max(places), middle), theme.QUIET, strokeWidth=3)
    for x, colour, words in seen:
        canvas.dot(x, middle, colour, told=words)
