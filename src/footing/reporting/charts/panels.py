"""Small charts beside each other on one axis, so that the same lines can be compared from panel to panel."""

from dataclasses import replace

from footing.reporting.charts import theme
from footing.reporting.charts.axis import axis_over
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Mark, PanelsChart, Scale
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout

GAP, TITLE, AIR = 22, 28, 10


def panels_spec(chart: PanelsChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width; where it is narrow the panels stand under each other."""
    canvas = Canvas(replace(layout, name_width=layout.name_width and 150, value_width=0))
    values = [mark.value for panel in chart.panels for mark in panel.marks if mark.value is not None]
    across = 1 if layout.names_above else len(chart.panels)
    room = (canvas.layout.plot_width - GAP * (across - 1)) / across
    words = max((width_of(mark.text) for panel in chart.panels for mark in panel.marks), default=0)
    axis = axis_over(Scale.NOUGHT, chart.unit, values, max(20.0, room - words - 8))
    tall = layout.row_height - (0 if layout.names_above else 6)
    each = TITLE + tall * len(chart.panels[0].marks) + AIR
    for place, panel in enumerate(chart.panels):
        left = 0.0 if layout.names_above else place * (room + GAP)
        top = place * each if layout.names_above else 0.0
        canvas.text(left, top + TITLE / 2, fitted(panel.title, room, 1), fontWeight=600)
        for line, mark in enumerate(panel.marks):
            middle = top + TITLE + (line + 0.5) * tall
            named = layout.names_above or place == 0
            wide = axis.at(mark.value) if mark.value is not None else None
            _draw(canvas, mark, (left, middle), wide, told(mark, chart.unit, of=panel.title), named=named)
    rows = len(chart.panels) if layout.names_above else 1
    return canvas.specification(each * rows)


def _draw(
    canvas: Canvas, mark: Mark, place: tuple[float, float], wide: float | None, words: str, *, named: bool
) -> None:
    left, middle = place
    layout = canvas.layout
    down = 10 if layout.names_above else 0
    if named and layout.names_above:
        canvas.text(left, middle - 12, fitted(mark.label, layout.width, 1))
    elif named:
        canvas.text(-14, middle, fitted(mark.label, layout.name_width - 16, 1), align="right")
    y = middle + down
    if wide is None:
        canvas.text(left, y, mark.text.split(" ")[0], theme.QUIET, fontWeight=600)
        return
    canvas.rect((left, y - 8, left + max(wide, 1), y + 8), theme.FOCUS, told=words)
    canvas.text(left + wide + 6, y, mark.text, fontSize=theme.TEXT_SIZE - 1)
