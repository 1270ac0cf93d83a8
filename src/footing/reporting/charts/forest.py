"""A forest plot: figures with their intervals one under another, against a line where there is no difference."""

from collections.abc import Callable

from footing.reporting.charts import theme
from footing.reporting.charts.axis import axis_over, draw_lines
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import ForestChart, Mark
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout

Place = Callable[[float], float]
TITLE_HEIGHT = 30


def forest_spec(chart: ForestChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width."""
    canvas = Canvas(layout)
    marks = [mark for group in chart.groups for mark in group.marks]
    ends = [end for mark in marks for end in (mark.value, mark.lower, mark.upper) if end is not None]
    axis = axis_over(
        chart.scale, chart.unit, [*ends, *([chart.reference.value] if chart.reference else [])], layout.plot_width
    )
    titles = sum(group.title is not None for group in chart.groups)
    height = titles * TITLE_HEIGHT + len(marks) * layout.row_height
    draw_lines(canvas, axis, height)
    if chart.reference:
        x = axis.at(chart.reference.value)
        canvas.rule((x, -4), (x, height), theme.QUIET, strokeDash=[6, 4], strokeWidth=2)
        side = "right" if x > layout.plot_width / 2 else "left"
        words = f"{chart.reference.name} {chart.reference.text}".strip()
        canvas.text(x, -14, words, theme.QUIET, align=side, fontWeight=600)
    top = 0.0
    for group in chart.groups:
        if group.title is not None:
            canvas.text(-layout.name_width, top + TITLE_HEIGHT / 2 + 3, group.title, fontWeight=600)
            top += TITLE_HEIGHT
        for mark in group.marks:
            words = told(mark, chart.unit, of=group.title or "")
            _draw(canvas, mark, top, axis.at, words, indent=12 if group.title is not None else 0)
            top += layout.row_height
    return canvas.specification(height, above=30 if chart.reference else 6, below=28)


def _draw(canvas: Canvas, mark: Mark, top: float, at: Place, words: str, *, indent: int) -> None:
    layout = canvas.layout
    middle = top + layout.row_height / 2 + (11 if layout.names_above else 0)
    draw_name(canvas, mark.label, mark.text, middle, indent=indent, quiet=mark.value is None)
    if mark.value is None:
        canvas.rule((0, middle), (layout.plot_width, middle), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)
        return
    if mark.lower is not None and mark.upper is not None:
        canvas.rule((at(mark.lower), middle), (at(mark.upper), middle), theme.INK, strokeWidth=2.5)
    canvas.dot(at(mark.value), middle, theme.FOCUS, told=words)


def draw_name(
    canvas: Canvas, label: str, text: str, middle: float, *, indent: int = 0, quiet: bool = False, lines: int = 2
) -> None:
    """The name of a line on its left and its figure on its right; above the line where there is no room beside it."""
    layout = canvas.layout
    ink = theme.QUIET if quiet else theme.INK
    if layout.names_above:
        room = layout.width - width_of(text) - 16
        canvas.text(0, middle - 23, fitted(label, room, 1))
        canvas.text(layout.width, middle - 23, text, ink, align="right", fontWeight=600)
        return
    words = fitted(label, layout.name_width - 16 - indent, lines)
    canvas.text(-14, middle - theme.LINE_HEIGHT / 2 * (len(words) - 1), words, align="right")
    canvas.text(layout.plot_width + layout.value_width, middle, text, ink, align="right", fontWeight=600)
