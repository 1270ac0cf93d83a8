"""What a spreadsheet consists of, before either format has a say: sheets with a title, lines of words and one table."""

import re
from dataclasses import dataclass

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]")
LONGEST_TEXT = 32_767
"""The longest text that a cell of either format holds."""


@dataclass(frozen=True, slots=True)
class SheetLink:
    """Words that lead to another sheet."""

    text: str
    sheet: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words that lead to a public address."""

    text: str
    target: str


Value = str | int | float | SheetLink | WebLink


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: its heading, which no other column of the table has, and the unit of its figures; none for words."""

    title: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """One table, marked up under ``name``; every cell of every row holds something."""

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    labels: int = 1
    """How many columns on the left name the row."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title in the first cell, lines of words beneath it, then its table, if it has one."""

    name: str
    title: str
    lines: tuple[str, ...]
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """The whole spreadsheet. ``language`` is a BCP 47 tag, ``made_on`` a date in ISO form."""

    title: str
    description: str
    language: str
    made_on: str
    sheets: tuple[Sheet, ...]


def writable(text: str) -> str:
    """The text without what neither format can hold: control characters, half pairs, and what is past the limit."""
    clean = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 1] + "…"


def words_of(value: Value) -> str:
    """A value as words, for measuring how wide a column has to be."""
    return value.text if isinstance(value, SheetLink | WebLink) else str(value)
