"""A waterfall: parts of a sum, each beginning where the one before it ended, and what they add up to."""

from footing.reporting.charts import theme
from footing.reporting.charts.axis import axis_over, draw_lines
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Scale, WaterfallChart
from footing.reporting.charts.forest import draw_name
from footing.reporting.charts.telling import named
from footing.reporting.charts.theme import Layout

LESS = theme.OTHERS[0].fill


def waterfall_spec(chart: WaterfallChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width.

    After a part that may not be seen no other can be placed: the rest is drawn from nought.
    """
    canvas = Canvas(layout)
    spans, at = [], 0.0
    for step in chart.steps:
        begin = 0.0 if step.total else at
        end = step.value if step.total else None if step.value is None else at + step.value
        spans.append((begin, end))
        at = 0.0 if end is None else end
    ends = [each for begin, end in spans for each in (begin, end) if each is not None]
    axis = axis_over(Scale.NOUGHT, chart.unit, ends, layout.plot_width)
    height = layout.row_height * len(chart.steps)
    draw_lines(canvas, axis, height)
    canvas.rule((axis.at(0), 0), (axis.at(0), height), theme.QUIET, strokeWidth=1.5)
    for place, (step, (begin, end)) in enumerate(zip(chart.steps, spans, strict=True)):
        middle = (place + 0.5) * layout.row_height + (11 if layout.names_above else 0)
        draw_name(canvas, step.label, step.text, middle, quiet=end is None)
        if end is None:
            canvas.rule((0, middle), (layout.plot_width, middle), theme.QUIET, strokeDash=[2, 5], strokeWidth=2)
            continue
        left, right = sorted((axis.at(begin), axis.at(end)))
        half = layout.bar_height / 2 - 2
        colour = theme.INK if step.total else theme.FOCUS if end >= begin else LESS
        box = (left, middle - half, max(right, left + 1.5), middle + half)
        canvas.rect(box, colour, told=named(step.text, step.label))
        if place + 1 < len(chart.steps) and not chart.steps[place + 1].total:
            x = axis.at(end)
            canvas.rule((x, middle + half), (x, middle + layout.row_height - half), theme.QUIET)
    return canvas.specification(height, below=28)
