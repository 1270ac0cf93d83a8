"""Fitting words into the room that a chart has for them."""

import textwrap

from footing.reporting.charts.theme import TEXT_SIZE

_AVERAGE_LETTER = 0.53
"""The width of an average letter of the chart's type, as a share of its size."""


def letters_in(pixels: float) -> int:
    """How many average letters fit into a width; at least 4, so that something can be read."""
    return max(4, int(pixels / (TEXT_SIZE * _AVERAGE_LETTER)))


def width_of(text: str) -> float:
    """About how wide a text is, in pixels."""
    return len(text) * TEXT_SIZE * _AVERAGE_LETTER


def fitted(text: str, pixels: float, lines: int) -> list[str]:
    """The text on as many lines as there are, cut with an ellipsis where it does not fit; never no line."""
    wrapped = textwrap.wrap(text, letters_in(pixels)) or [""]
    if len(wrapped) <= lines:
        return wrapped
    kept = wrapped[:lines]
    return [*kept[:-1], kept[-1][: letters_in(pixels) - 1].rstrip() + "…"]
