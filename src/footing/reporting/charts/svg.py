"""Writing a drawing as SVG, straight from the specification that a live page would be given.

Every mark of a drawing stands at places in pixels (see ``canvas``), so nothing is left to work out: a picture takes
less than a millisecond, where an engine that can draw any specification takes forty. A test holds each kind of chart
against what that engine draws of the same specification.
"""

import math
import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from footing.reporting.charts import theme

Spec = dict[str, Any]

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_DOWN_TO_THE_MIDDLE = 0.3
"""How far below its middle the line that letters stand on is, as a share of their size."""


def svg_size(spec: Spec) -> tuple[float, float]:
    """The width and the height of a drawing with the room around its plot."""
    padding = spec["padding"]
    return (
        padding["left"] + spec["width"] + padding["right"],
        padding["top"] + spec["height"] + padding["bottom"],
    )


def svg_body(spec: Spec, *, live: bool = False) -> str:
    """Everything inside the ``<svg>`` element; every text is escaped.

    In a ``live`` picture each mark carries what it says when somebody points at it, for a script to show.
    """
    left, top = spec["padding"]["left"], spec["padding"]["top"]
    marks = "".join(_layer(layer, live=live) for layer in spec["layer"])
    return f'<g transform="translate({_number(left)},{_number(top)})" font-family="{escape(theme.FONT)}">{marks}</g>'


def _layer(layer: Spec, *, live: bool) -> str:
    mark, values = layer["mark"], layer["data"]["values"]
    if mark["type"] in ("line", "area"):
        return _line(mark, values) if mark["type"] == "line" else _area(mark, values)
    draw = _DRAWN[mark["type"]]
    return "".join(_telling(draw(mark, each), each) if live and "told" in each else draw(mark, each) for each in values)


def _telling(drawn: str, at: Spec) -> str:
    return f'<g class="chart-mark" data-told="{escape(_UNWRITABLE.sub(_UNREADABLE, at["told"]))}">{drawn}</g>'


def _rect(mark: Spec, at: Spec) -> str:
    wide, high = at["x2"] - at["x"], at["y2"] - at["y"]
    looks = _attributes(fill=at["colour"], opacity=mark.get("opacity"), stroke=mark.get("stroke"), **_width(mark))
    places = _attributes(x=at["x"], y=at["y"], width=wide, height=high)
    return f"<rect{places}{looks}/>"


def _rule(mark: Spec, at: Spec) -> str:
    dash = " ".join(map(str, mark["strokeDash"])) if "strokeDash" in mark else None
    places = _attributes(x1=at["x"], y1=at["y"], x2=at["x2"], y2=at["y2"])
    return f"<line{places}{_attributes(stroke=at['colour'], **{'stroke-dasharray': dash}, **_width(mark))}/>"


def _point(mark: Spec, at: Spec) -> str:
    x, y, half = at["x"], at["y"], math.sqrt(mark["size"]) / 2
    looks = _attributes(fill=at["colour"], stroke=mark.get("stroke"), **_width(mark))
    if mark["shape"] == "square":
        return f"<rect{_attributes(x=x - half, y=y - half, width=2 * half, height=2 * half)}{looks}/>"
    west, east = (f"{_number(end)} {_number(y)}" for end in (x - half, x + half))
    bow = f"A{_number(half)} {_number(half)} 0 1 1 "
    path = f"M{west}{bow}{east}{bow}{west}Z"
    return f'<path d="{path}"{looks}/>'


def _text(mark: Spec, at: Spec) -> str:
    size = mark.get("fontSize", theme.TEXT_SIZE)
    lines = at["words"] if isinstance(at["words"], list) else [at["words"]]
    down = at["y"] + _DOWN_TO_THE_MIDDLE * size
    looks = _attributes(
        **{"text-anchor": _ANCHORS[mark["align"]], "font-size": f"{size}px", "font-weight": mark.get("fontWeight")},
        fill=at["colour"],
    )
    return "".join(
        f"<text{_attributes(x=at['x'], y=down + place * mark['lineHeight'])}{looks}>{_written(line)}</text>"
        for place, line in enumerate(lines)
    )


def _line(mark: Spec, values: list[Spec]) -> str:
    path = _path((each["x"], each["y"]) for each in values)
    return f'<path d="{path}" fill="none"{_attributes(stroke=mark["stroke"], **_width(mark))}/>' if values else ""


def _area(mark: Spec, values: list[Spec]) -> str:
    there = [(each["x"], each["y"]) for each in values]
    back = [(each["x"], each["y2"]) for each in reversed(values)]
    looks = _attributes(fill=mark["fill"], **{"fill-opacity": mark["fillOpacity"]})
    return f'<path d="{_path(iter([*there, *back]))}Z"{looks}/>' if values else ""


_DRAWN: dict[str, Callable[[Spec, Spec], str]] = {"rect": _rect, "rule": _rule, "point": _point, "text": _text}


def _path(points: Iterator[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _width(mark: Spec) -> dict[str, Any]:
    return {"stroke-width": mark["strokeWidth"]} if "strokeWidth" in mark else {}


def _attributes(**named: Any) -> str:
    return "".join(
        f' {name}="{escape(each) if isinstance(each, str) else _number(each)}"'
        for name, each in named.items()
        if each is not None
    )


def _number(value: float) -> str:
    return f"{round(value, 2):g}" if abs(value) < 1e5 else str(round(value, 2))


def _written(text: str) -> str:
    return escape(_UNWRITABLE.sub(_UNREADABLE, text))
