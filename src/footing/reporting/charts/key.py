"""The key of a chart: a square of each colour and what it stands for, from left to right and then on the next line."""

from collections.abc import Sequence

from footing.reporting.charts import theme
from footing.reporting.charts.canvas import Canvas
from footing.reporting.charts.lettering import fitted, width_of

SWATCH = 22
GAP = 20
LINE = 24


def key_height(names: Sequence[str], width: float) -> int:
    """How much room the key takes above a plot."""
    return LINE * (1 + max((line for _, line, _ in _places(names, width)), default=0)) + 8


def draw_key(canvas: Canvas, names: Sequence[str], colours: Sequence[str], *, top: float) -> None:
    """The key, its first line at ``top``."""
    left = -canvas.layout.name_width
    for (x, line, words), colour in zip(_places(names, canvas.layout.width), colours, strict=True):
        y = top + (line + 0.5) * LINE
        canvas.dot(left + x + 7, y, colour, shape="square", size=196)
        canvas.text(left + x + SWATCH, y, words)


def colours_of(names: Sequence[str], emphasis: str) -> list[str]:
    """A colour for each group: the strongest for the one that the chart is about."""
    return [each.fill for each in theme.part_colours([name == emphasis for name in names])]


def _places(names: Sequence[str], width: float) -> list[tuple[float, int, str]]:
    left, line, places = 0.0, 0, []
    for name in names:
        words = fitted(name, width - SWATCH, 1)[0]
        wide = SWATCH + width_of(words)
        if left > 0 and left + wide > width:
            left, line = 0.0, line + 1
        places.append((left, line, words))
        left += wide + GAP
    return places
