"""How every chart looks: one set of colours, one type, two widths.

No chart needs more than four colours. Each has at least 3 to 1 contrast with the page, and their order of lightness
survives grey print and the common kinds of colour blindness; names and figures are always written beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

INK = "#1d2a30"
QUIET = "#55646b"
GRID = "#e6ebed"
PAPER = "#ffffff"
FOCUS = "#0b5a69"
FOCUS_PALE = "#c3dde2"
REFERENCE = "#a3341b"
FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"
TEXT_SIZE = 14
LINE_HEIGHT = 16


@dataclass(frozen=True, slots=True)
class Colour:
    """A fill, and the colour of words on it: at least 4.5 to 1."""

    fill: str
    text: str


EMPHASIS = Colour(FOCUS, PAPER)
OTHERS = (Colour("#bf8a26", INK), Colour("#55707c", PAPER), Colour("#89959b", INK))


def part_colours(emphasised: Sequence[bool]) -> list[Colour]:
    """A colour for each part: the strongest for those that a chart is about, the others in a fixed order."""
    others = iter(OTHERS)
    return [EMPHASIS if each else next(others, OTHERS[-1]) for each in emphasised]


@dataclass(frozen=True, slots=True)
class Layout:
    """One of the widths that a chart is drawn at, with its parts in CSS pixels."""

    name: str
    width: int
    name_width: int
    """Room beside the plot for the names of marks; 0 writes each name above its mark instead."""
    value_width: int
    """Room on the other side for the words of their values; 0 writes them at the end of the name's line."""
    row_height: int
    bar_height: int

    @property
    def plot_width(self) -> int:
        """What is left for the plot."""
        return self.width - self.name_width - self.value_width

    @property
    def names_above(self) -> bool:
        """Whether names and values stand on a line of their own above each mark."""
        return self.name_width == 0


WIDE = Layout("wide", width=720, name_width=200, value_width=92, row_height=34, bar_height=28)
NARROW = Layout("narrow", width=340, name_width=0, value_width=0, row_height=52, bar_height=20)
LAYOUTS = (WIDE, NARROW)


def frame(layout: Layout, *, rows: int, above: int, below: int) -> dict[str, Any]:
    """The parts of a specification that every chart shares: its size, its paper and its type."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": layout.plot_width,
        "height": rows * layout.row_height,
        "padding": {"left": layout.name_width, "right": layout.value_width, "top": above, "bottom": below},
        "autosize": "none",
        "config": {
            "aria": False,
            "font": FONT,
            "background": "transparent",
            "view": {"stroke": None},
            "text": {"color": INK, "fontSize": TEXT_SIZE, "baseline": "middle"},
            "axis": {"labelColor": QUIET, "labelFontSize": TEXT_SIZE - 1, "domain": False, "ticks": False},
        },
    }
