"""Fitting words into the room that a chart has for them."""

import textwrap
import unicodedata

from footing.reporting.charts.theme import TEXT_SIZE

_AVERAGE_LETTER = 0.53
"""The width of an average letter of the chart's type, as a share of its size."""


def width_of(text: str) -> float:
    """About how wide a text is, in pixels; the letters of some scripts, and emoji, are as wide as they are high."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return TEXT_SIZE * (wide + _AVERAGE_LETTER * (len(text) - wide))


def fitted(text: str, pixels: float, lines: int) -> list[str]:
    """The text on as many lines as there are, cut with an ellipsis where it does not fit; never no line."""
    letters = max(1, int(pixels * len(text) / width_of(text))) if text else 1
    wrapped = textwrap.wrap(text, letters) or [""]
    if len(wrapped) <= lines:
        return wrapped
    kept = wrapped[:lines]
    return [*kept[:-1], kept[-1][: letters - 1].rstrip() + "…"]
