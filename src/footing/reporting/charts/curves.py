"""Curves over time with their bands, how many people are behind each point, and breaks in what is counted."""

from collections.abc import Iterator

from footing.reporting.charts import theme
from footing.reporting.charts.axis import Axis, axis_over, axis_words
from footing.reporting.charts.canvas import Canvas, Spec
from footing.reporting.charts.content import Curve, CurveChart, Mark, Point, Scale
from footing.reporting.charts.key import colours_of, draw_key, key_height
from footing.reporting.charts.lettering import fitted
from footing.reporting.charts.telling import told
from footing.reporting.charts.theme import Layout

HEIGHT = 230
FOLLOWED_LINE = 20
SAID = 24
"""Half the room that a figure takes."""


def curves_spec(chart: CurveChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width."""
    canvas = Canvas(_with_a_margin(layout))
    colours = colours_of([curve.label for curve in chart.curves], chart.emphasis)
    across, upward = _axes(chart, canvas.layout)
    _frame(canvas, chart, across, upward)
    for curve, colour in zip(chart.curves, colours, strict=True):
        _draw(canvas, curve, colour, (across, upward), chart)
    below = 52
    if any(point.followed for curve in chart.curves for point in curve.points):
        below += _followed(canvas, chart, colours, across)
    names = [curve.label for curve in chart.curves]
    above = key_height(names, layout.width)
    room = 24 if chart.breaks else 4
    draw_key(canvas, names, colours, top=-above - room)
    return canvas.specification(HEIGHT, above=above + room, below=below)


def _with_a_margin(layout: Layout) -> Layout:
    """Names stand in a key here; what is left of the plot are the words of its axis."""
    margin = 56 if layout.name_width else 44
    return Layout(layout.name, layout.width, margin, 24, layout.row_height, layout.bar_height)


def _axes(chart: CurveChart, layout: Layout) -> tuple[Axis, Axis]:
    points = [point for curve in chart.curves for point in curve.points]
    ends = [end for point in points for end in (point.value, point.upper) if end is not None]
    places = [point.x for point in points] or [0.0, 1.0]
    first = 0.0 if chart.from_nought else min(places)
    across = Axis(Scale.NOUGHT, "", first, max(*places, first + 1), layout.plot_width)
    return across, axis_over(Scale.NOUGHT, chart.unit, ends, HEIGHT)


def _frame(canvas: Canvas, chart: CurveChart, across: Axis, upward: Axis) -> None:
    wide = canvas.layout.plot_width
    for value in upward.lines:
        y = HEIGHT - upward.at(value)
        canvas.rule((0, y), (wide, y), theme.GRID)
        words = axis_words(value, chart.unit)
        canvas.text(-8, y, words, theme.QUIET, align="right", fontSize=theme.TEXT_SIZE - 1)
    for x in sorted(
        {point.x for curve in chart.curves for point in curve.points} | ({0.0} if chart.from_nought else set())
    ):
        canvas.text(across.at(x), HEIGHT + 16, f"{x:g}", theme.QUIET, align="center", fontSize=theme.TEXT_SIZE - 1)
    canvas.text(wide / 2, HEIGHT + 38, chart.across, theme.QUIET, align="center", fontSize=theme.TEXT_SIZE - 1)
    for each in chart.breaks:
        x = across.at(each.x)
        canvas.rule((x, 0), (x, HEIGHT), theme.REFERENCE, strokeDash=[6, 4], strokeWidth=2)
        side = "right" if x > wide / 2 else "left"
        told = fitted(each.words, max(x, wide - x), 1)
        canvas.text(x, -12, told, theme.REFERENCE, align=side, fontWeight=600)


def _draw(canvas: Canvas, curve: Curve, colour: str, axes: tuple[Axis, Axis], chart: CurveChart) -> None:
    across, upward = axes
    for run in _runs(curve, chart):
        bands = [
            (across.at(point.x), HEIGHT - upward.at(point.upper), HEIGHT - upward.at(point.lower))
            for point in run
            if point.lower is not None and point.upper is not None
        ]
        if len(bands) > 1:
            canvas.band(bands, colour)
        places = [(across.at(point.x), HEIGHT - upward.at(point.value)) for point in run if point.value is not None]
        canvas.path(places, colour)
        for point, (x, y) in zip((each for each in run if each.value is not None), places, strict=True):
            canvas.dot(x, y, colour, size=60, told=_told(point, curve, chart) if point.text else "")
        if not chart.from_nought:
            _say(canvas, run, places, over=curve is chart.curves[0])
    for point in curve.points:
        if point.value is None:
            canvas.text(across.at(point.x), HEIGHT - 10, point.text, colour, align="right", fontWeight=600)


def _told(point: Point, curve: Curve, chart: CurveChart) -> str:
    mark = Mark(f"{chart.across} {point.x:g}", point.text, point.value, point.lower, point.upper)
    return told(mark, chart.unit, of=curve.label)


def _say(canvas: Canvas, run: list[Point], places: list[tuple[float, float]], *, over: bool) -> None:
    """The figure at each point of a trend: over the first curve and under the others, so that they keep apart."""
    said = [point.text for point in run if point.value is not None]
    for words, (x, y) in zip(said, places, strict=True):
        side = "right" if x > canvas.layout.plot_width - SAID else "left" if x < SAID else "center"
        canvas.text(x, y - 18 if over else y + 18, words, align=side, fontWeight=600)


def _runs(curve: Curve, chart: CurveChart) -> Iterator[list[Point]]:
    """Points that a line may join: not across what is withheld, nor across a break in what is counted."""
    run = [Point(0, "", 0.0, 0.0, 0.0)] if chart.from_nought else []
    for point in curve.points:
        if point.value is None or (run and any(run[-1].x < each.x <= point.x for each in chart.breaks)):
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    yield run


def _followed(canvas: Canvas, chart: CurveChart, colours: list[str], across: Axis) -> int:
    """How many people of each curve were still followed at each point, as lines beneath the plot."""
    top = HEIGHT + 66
    left = -canvas.layout.name_width
    small = theme.TEXT_SIZE - 1
    canvas.text(left, top, "People behind each point", theme.QUIET, fontSize=small)
    behind = [
        each for each in zip(chart.curves, colours, strict=True) if any(point.followed for point in each[0].points)
    ]
    for place, (curve, colour) in enumerate(behind, start=1):
        y = top + place * FOLLOWED_LINE
        canvas.dot(left + 7, y, colour, shape="square", size=120)
        for point in curve.points:
            canvas.text(across.at(point.x), y, point.followed, align="right", fontSize=small)
    return (len(behind) + 1) * FOLLOWED_LINE + 14
