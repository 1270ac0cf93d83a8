"""Which letters the typeface of a PDF has: a name in others is still set, with a mark for each that is missing."""

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

FAMILY = "Arimo"
"""The typeface: of the same widths as the one that pages and pictures ask for."""
MISSING = "\N{WHITE SQUARE}"

_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | set("£–—‘’“”…−×·½")


def font_folder() -> Path:
    """Where the typeface lies."""
    return Path(str(files("fontpkg_arimo"))) / "files"


def settable(value: Any) -> Any:
    """A text, or every text in lists and dictionaries, in letters that the typeface has."""
    if isinstance(value, str):
        return value if _PLAIN.issuperset(value) else "".join(map(_letter, value))
    if isinstance(value, dict):
        return {name: settable(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [settable(each) for each in value]
    return value


@cache
def _letter(letter: str) -> str:
    """The letter, a space for what parts words, nothing for what is not seen, a mark for what cannot be set."""
    if letter in _PLAIN:
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    if ord(letter) in _letters():
        return letter
    return "" if unicodedata.category(letter) in ("Mn", "Me") else MISSING


@cache
def _letters() -> frozenset[int]:
    """The code points that every style in use has."""
    from fontTools.ttLib import TTFont

    found = []
    for path in sorted(font_folder().glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)
