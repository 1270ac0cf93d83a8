"""Vega-Lite for wholes cut into parts: bars of 100 %, one for each whole, under a key in the order of the parts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from footing.reporting.charts import theme
from footing.reporting.charts.content import StackedChart, Whole
from footing.reporting.charts.lettering import fitted, width_of
from footing.reporting.charts.theme import Colour, Layout

Spec = dict[str, Any]

_SWATCH = 22
_KEY_GAP = 20
_KEY_LINE = 24
_AIR = 8
_WITHHELD = "[c] withheld"


def stacked_spec(chart: StackedChart, layout: Layout) -> Spec:
    """The Vega-Lite specification of the chart at one width; every mark stands at places given in pixels.

    A whole with any part withheld is drawn as withheld altogether: the room left by its other parts would show it.
    """
    full = replace(layout, value_width=0)
    colours = theme.part_colours([part.label == chart.emphasis for part in chart.wholes[0].parts])
    key = list(_key(_key_words(chart), colours, full))
    above = _KEY_LINE * (1 + max(entry["line"] for entry in key)) + _AIR
    drawn = [(order, whole) for order, whole in enumerate(chart.wholes) if not _is_withheld(whole)]
    withheld = [order for order, whole in enumerate(chart.wholes) if _is_withheld(whole)]
    boxes = [box for order, whole in drawn for box in _boxes(order, whole, colours, full)]
    return {
        **theme.frame(full, rows=len(chart.wholes), above=above, below=_AIR),
        "layer": [
            *_key_marks([{**entry, "y": (entry["line"] + 0.5) * _KEY_LINE - above} for entry in key]),
            _at(_SOLID, boxes, x="x", x2="x2", y="y", y2="y2", color="colour"),
            _at(_FIGURE, [box for box in boxes if box["words"]], x="middle", y="centre", text="words", color="ink"),
            *_names(chart, full),
            *_hidden(withheld, full),
        ],
    }


_SOLID = {"type": "rect", "opacity": 1, "stroke": theme.PAPER, "strokeWidth": 2}
_FIGURE = {"type": "text", "fontWeight": 600}


def _at(mark: Spec, values: Sequence[Spec], **channels: str) -> Spec:
    """Marks at places, of colours and with words that their data give as they are, with no scale between."""
    kinds = {"x": "quantitative", "y": "quantitative"}
    encoding: Spec = {}
    for channel, field in channels.items():
        if channel in ("x2", "y2"):
            encoding[channel] = {"field": field}
        elif channel in kinds:
            encoding[channel] = {"field": field, "type": "quantitative", "scale": None, "axis": None}
        else:
            encoding[channel] = {"field": field, "type": "nominal"} | ({"scale": None} if channel == "color" else {})
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _is_withheld(whole: Whole) -> bool:
    return any(part.value is None for part in whole.parts)


def _key_words(chart: StackedChart) -> list[str]:
    """The names of the parts; a single whole has its values here too, so that narrow parts have theirs."""
    parts = chart.wholes[0].parts
    return [f"{part.label} {part.text}" if len(chart.wholes) == 1 else part.label for part in parts]


def _key(labels: Sequence[str], colours: Sequence[Colour], layout: Layout) -> Iterator[Spec]:
    """Where each entry of the key stands, from left to right and then on the next line."""
    left, line = 0.0, 0
    for label, colour in zip(labels, colours, strict=True):
        words = fitted(label, layout.width - _SWATCH, 1)[0]
        wide = _SWATCH + width_of(words)
        if left > 0 and left + wide > layout.width:
            left, line = 0.0, line + 1
        yield {"words": words, "x": left - layout.name_width, "line": line, "colour": colour.fill}
        left += wide + _KEY_GAP


def _key_marks(entries: Sequence[Spec]) -> list[Spec]:
    swatch = {"type": "point", "shape": "square", "filled": True, "opacity": 1, "size": 196, "xOffset": 7}
    words = {"type": "text", "align": "left", "dx": _SWATCH}
    return [_at(swatch, entries, x="x", y="y", color="colour"), _at(words, entries, x="x", y="y", text="words")]


def _middle(order: int, layout: Layout) -> float:
    return (order + 0.5) * layout.row_height + (11 if layout.names_above else 0)


def _boxes(order: int, whole: Whole, colours: Sequence[Colour], layout: Layout) -> Iterator[Spec]:
    """The box of each part of one whole, and its value in words where there is room."""
    values = [part.value or 0 for part in whole.parts]
    scale = layout.plot_width / (sum(values) or 1)
    middle = _middle(order, layout)
    for part, end, value, colour in zip(whole.parts, accumulate(values), values, colours, strict=True):
        wide = value * scale
        yield {
            "x": round(end * scale - wide, 2),
            "x2": round(end * scale, 2),
            "y": middle - layout.bar_height / 2,
            "y2": middle + layout.bar_height / 2,
            "middle": round(end * scale - wide / 2, 2),
            "centre": middle,
            "words": part.text if width_of(part.text) + _AIR <= wide else "",
            "colour": colour.fill,
            "ink": colour.text,
        }


def _names(chart: StackedChart, layout: Layout) -> list[Spec]:
    above = layout.names_above
    room, most = (layout.width, 1) if above else (layout.name_width - 16, 2)
    names = []
    for order, whole in enumerate(chart.wholes):
        lines = fitted(whole.label, room, most)
        lift = 23 if above else theme.LINE_HEIGHT / 2 * (len(lines) - 1)
        names.append({"words": lines, "x": 0 if above else -14, "y": _middle(order, layout) - lift})
    mark = {"type": "text", "align": "left" if above else "right", "lineHeight": theme.LINE_HEIGHT}
    return [_at(mark, names, x="x", y="y", text="words")]


def _hidden(orders: Sequence[int], layout: Layout) -> list[Spec]:
    """A dotted line and words for each whole that may not be seen."""
    start = width_of(_WITHHELD) + _AIR
    places = [{"x": 0, "from": start, "to": layout.plot_width, "y": _middle(order, layout)} for order in orders]
    line = {"type": "rule", "color": theme.QUIET, "strokeDash": [2, 5], "strokeWidth": 2}
    words = {"type": "text", "align": "left", "color": theme.QUIET, "fontWeight": 600, "text": _WITHHELD}
    return [_at(line, places, x="from", x2="to", y="y"), _at(words, places, x="x", y="y")] if places else []
