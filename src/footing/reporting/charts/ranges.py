"""Vega-Lite for values with their intervals: a staircase of bars, or dots with whiskers, against a reference."""

from collections.abc import Iterator
from typing import Any

from footing.reporting.charts import theme
from footing.reporting.charts.content import Mark, RangeChart, Reference, Shape
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.charts.theme import Layout

Spec = dict[str, Any]

_SEEN = [{"filter": "datum.value !== null"}]
_WITHHELD = [{"filter": "datum.value === null"}]


def range_spec(chart: RangeChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width. Withheld marks become a dotted line and words."""
    return {
        **theme.frame(layout, rows=len(chart.marks), above=28 if chart.reference else 4, below=28),
        "data": {"values": [_datum(order, mark, layout) for order, mark in enumerate(chart.marks)]},
        "encoding": {"y": _rows(len(chart.marks))},
        "layer": list(_layers(chart, layout, _longest(chart))),
    }


def _layers(chart: RangeChart, layout: Layout, longest: float) -> Iterator[Spec]:
    """From the back to the front; only what the chart has something for, since each layer takes time to draw."""
    if chart.shape is Shape.STAIRCASE:
        yield from _steps(layout, longest)
    if chart.reference:
        yield from _reference(chart.reference, layout, longest, len(chart.marks))
    if any(mark.lower is not None for mark in chart.marks):
        yield _whiskers(layout, longest, thick=chart.shape is Shape.DOTS)
    if chart.shape is Shape.DOTS:
        yield _dots(layout, longest)
    if any(mark.value is None for mark in chart.marks):
        yield _withheld(layout)
    yield from _words(layout)


def _datum(order: int, mark: Mark, layout: Layout) -> Spec:
    room = layout.width - width_of(mark.text) - 16 if layout.names_above else layout.name_width - 16
    return {
        "order": order,
        "name": fitted(mark.label, room, 1 if layout.names_above else 2),
        "words": mark.text,
        "value": mark.value,
        "lower": mark.lower,
        "upper": mark.upper,
    }


def _longest(chart: RangeChart) -> float:
    ends = [end for mark in chart.marks for end in (mark.value, mark.upper) if end is not None]
    return max([*ends, chart.reference.value if chart.reference else 0, 1])


def _rows(count: int) -> Spec:
    scale = {"domain": [-0.5, count - 0.5], "reverse": True, "nice": False, "zero": False}
    return {"field": "order", "type": "quantitative", "scale": scale, "axis": None}


def _across(field: str, longest: float) -> Spec:
    axis = {
        "title": None,
        "tickCount": 5,
        "labelExpr": "datum.value + '%'",
        "gridColor": theme.GRID,
        "labelPadding": 6,
        "labelFlush": 12,
    }
    scale = {"domain": [0, longest * 1.04], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def _drop(layout: Layout) -> int:
    return 11 if layout.names_above else 0


def _steps(layout: Layout, longest: float) -> list[Spec]:
    body = {"type": "bar", "orient": "horizontal", "color": theme.FOCUS_PALE, "size": layout.bar_height}
    edge = {"type": "tick", "orient": "vertical", "color": theme.FOCUS, "size": layout.bar_height, "thickness": 3}
    return [
        {
            "transform": _SEEN,
            "mark": {**mark, "opacity": 1, "yOffset": _drop(layout)},
            "encoding": {"x": _across("value", longest)},
        }
        for mark in (body, edge)
    ]


def _whiskers(layout: Layout, longest: float, *, thick: bool) -> Spec:
    mark = {"type": "rule", "color": theme.INK, "strokeWidth": 2.5 if thick else 1.5, "yOffset": _drop(layout)}
    known = [{"filter": "datum.lower !== null"}]
    return {"transform": known, "mark": mark, "encoding": {"x": _across("lower", longest), "x2": {"field": "upper"}}}


def _dots(layout: Layout, longest: float) -> Spec:
    mark = {"type": "point", "shape": "circle", "filled": True, "opacity": 1, "size": 150, "color": theme.FOCUS}
    rim = {"stroke": theme.PAPER, "strokeWidth": 1.5, "yOffset": _drop(layout)}
    return {"transform": _SEEN, "mark": {**mark, **rim}, "encoding": {"x": _across("value", longest)}}


def _withheld(layout: Layout) -> Spec:
    mark = {"type": "rule", "color": theme.QUIET, "strokeDash": [2, 5], "strokeWidth": 2, "yOffset": _drop(layout)}
    places = {"x": {"value": 0}, "x2": {"value": layout.plot_width}}
    return {"transform": _WITHHELD, "mark": mark, "encoding": places}


def _words(layout: Layout) -> list[Spec]:
    lift = -12 if layout.names_above else 0
    centred = {"dy": {"expr": f"-{theme.LINE_HEIGHT / 2} * (length(datum.name) - 1)"}, "lineHeight": theme.LINE_HEIGHT}
    name = {"type": "text", "align": "left" if layout.names_above else "right", "yOffset": lift, **centred}
    name_at = 0 if layout.names_above else -14
    value = {"type": "text", "align": "right", "fontWeight": 600, "yOffset": lift}
    value_at = layout.plot_width + layout.value_width
    tint = {"condition": {"test": "datum.value === null", "value": theme.QUIET}, "value": theme.INK}
    return [
        {"mark": name, "encoding": {"x": {"value": name_at}, "text": {"field": "name", "type": "nominal"}}},
        {
            "mark": value,
            "encoding": {"x": {"value": value_at}, "text": {"field": "words", "type": "nominal"}, "color": tint},
        },
    ]


def _reference(reference: Reference, layout: Layout, longest: float, rows: int) -> list[Spec]:
    at = reference.value / (longest * 1.04) * layout.plot_width
    to_the_left = at > layout.plot_width / 2
    room = at + layout.name_width if to_the_left else layout.width - layout.name_width - at
    data = {"values": [{"value": reference.value, "words": fitted(f"{reference.name} {reference.text}", room, 1)}]}
    tint = theme.REFERENCE if reference.published else theme.QUIET
    line = {"type": "rule", "color": tint, "strokeDash": [6, 4], "strokeWidth": 2}
    words = {"type": "text", "color": tint, "fontWeight": 600, "align": "right" if to_the_left else "left"}
    ends = {"y": {"value": -6}, "y2": {"value": layout.row_height * rows}}
    return [
        {"data": data, "mark": line, "encoding": {"x": _across("value", longest), **ends}},
        {
            "data": data,
            "mark": words,
            "encoding": {
                "x": _across("value", longest),
                "y": {"value": -16},
                "text": {"field": "words", "type": "nominal"},
            },
        },
    ]
