"""Drawing by hand: marks at places in pixels, gathered into as few layers of a Vega-Lite specification as they need.

Charts whose geometry Vega-Lite has no word for are drawn so. What they show is still data in the specification.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from footing.reporting.charts import theme
from footing.reporting.charts.theme import Layout

Spec = dict[str, Any]
_ENCODED = ("x", "x2", "y", "y2", "words", "colour", "told")


@dataclass(slots=True)
class Canvas:
    """A drawing in the making; nought is the top left corner of the plot, beside the names on its left."""

    layout: Layout
    layers: dict[str, tuple[Spec, list[Spec]]] = field(default_factory=dict)

    def rect(self, box: tuple[float, float, float, float], colour: str, *, rim: bool = False, told: str = "") -> None:
        """A filled box: left, top, right, bottom; a ``rim`` of paper parts it from the next.

        ``told``, here and below, is what the mark says when somebody points at it.
        """
        mark: Spec = {"type": "rect", "opacity": 1} | ({"stroke": theme.PAPER, "strokeWidth": 2} if rim else {})
        self._add(mark, x=box[0], y=box[1], x2=box[2], y2=box[3], colour=colour, **_pointed_at(told))

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, *, told: str = "", **style: Any
    ) -> None:
        """A straight line; ``style`` is Vega-Lite's, such as ``strokeDash``."""
        mark = {"type": "rule", "strokeWidth": 1, **style}
        self._add(mark, x=start[0], y=start[1], x2=end[0], y2=end[1], colour=colour, **_pointed_at(told))

    def dot(self, x: float, y: float, colour: str, *, shape: str = "circle", size: int = 130, told: str = "") -> None:
        """A mark with a pale rim."""
        mark = {"type": "point", "shape": shape, "filled": True, "opacity": 1, "size": size}
        self._add({**mark, "stroke": theme.PAPER, "strokeWidth": 1.5}, x, y, colour, **_pointed_at(told))

    def text(self, x: float, y: float, words: str | list[str], colour: str = theme.INK, **style: Any) -> None:
        """Words, if there are any; ``style`` is Vega-Lite's, such as ``align`` and ``fontWeight``."""
        if not "".join(words):
            return
        mark = {"type": "text", "align": "left", "lineHeight": theme.LINE_HEIGHT, **style}
        self._add(mark, x, y, colour, words=words)

    def path(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A line through points, from left to right."""
        mark = {"type": "line", "strokeWidth": 2.5, "stroke": colour}
        self._add_shape(mark, [{"x": x, "y": y} for x, y in points], ("x", "y"))

    def band(self, points: Sequence[tuple[float, float, float]], colour: str) -> None:
        """The room between two lines: from left to right its place, its top and its bottom."""
        shape = {"type": "area", "fillOpacity": 0.2, "fill": colour}
        self._add_shape(shape, [{"x": x, "y": top, "y2": bottom} for x, top, bottom in points], ("x", "y", "y2"))

    def specification(self, height: float, *, above: int = 4, below: int = 8) -> Spec:
        """The whole drawing; ``above`` and ``below`` are room outside the plot."""
        return {
            **theme.frame(self.layout, rows=1, above=above, below=below),
            "height": height,
            "layer": [
                {"data": {"values": values}, "mark": mark["mark"], "encoding": mark["encoding"]}
                for mark, values in self.layers.values()
            ],
        }

    def _add(self, mark: Spec, x: float, y: float, colour: str, **more: Any) -> None:
        """Put a mark into the layer of its look; a layer is drawn where its first mark was."""
        datum = {"x": round(x, 2), "y": round(y, 2), "colour": colour, **more}
        datum |= {name: round(datum[name], 2) for name in ("x2", "y2") if name in datum}
        looks = repr(sorted({**mark, "fields": tuple(datum)}.items(), key=str))
        layer = self.layers.setdefault(looks, ({"mark": mark, "encoding": _encoding(datum)}, []))
        layer[1].append(datum)

    def _add_shape(self, mark: Spec, values: list[Spec], fields: tuple[str, ...]) -> None:
        encoding = _encoding(dict.fromkeys(fields, 0))
        if mark["type"] == "line":
            encoding["order"] = {"field": "x", "type": "quantitative"}
        self.layers[f"shape {len(self.layers)}"] = ({"mark": mark, "encoding": encoding}, values)


def _pointed_at(told: str) -> Spec:
    return {"told": told} if told else {}


def _encoding(fields: Spec) -> Spec:
    encoding: Spec = {}
    for name in _ENCODED:
        if name not in fields:
            continue
        if name in ("x", "y"):
            encoding[name] = {"field": name, "type": "quantitative", "scale": None, "axis": None}
        elif name in ("x2", "y2"):
            encoding[name] = {"field": name}
        elif name == "words":
            encoding["text"] = {"field": "words", "type": "nominal"}
        elif name == "told":
            encoding["tooltip"] = {"field": "told", "type": "nominal"}
        else:
            encoding["color"] = {"field": "colour", "type": "nominal", "scale": None}
    return encoding
