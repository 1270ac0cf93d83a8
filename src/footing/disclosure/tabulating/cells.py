"""Tables of cells: a count on each row, for groups, totals or both."""

# ruff: noqa: S608  (every name put into a statement is made in sheets)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.disclosure.tabulating.places import NOT_RECORDED, code_of
from footing.disclosure.tabulating.sheets import OpenSheet

WITHHELD_MARK = "[c]"
_WITHHELD = re.compile(
    r"^(\[c\]|\[low\]|c|~|\*|:|\.\.|-|x|s|suppressed|withheld|<\s*\d+|fewer than \d+|)$", re.IGNORECASE
)
_COUNT = re.compile(r"^\d{1,3}(,\d{3})+$|^\d+(\.0+)?$")
_EVERYBODY = frozenset({"*", "all", "total"})


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a table of cells: the code along each dimension, and the count, ``None`` where it is withheld."""

    codes: tuple[str, ...]
    count: int | None


def dimensions_in(sheet: OpenSheet, design: TableDesign) -> tuple[str, ...]:
    """The dimensions that a table has a column for. Raises ``DesignFault`` when it has none, or no count."""
    dimensions = tuple(name for name in design.dimensions if any(sheet.has(column) for column in design.levels(name)))
    if not dimensions:
        raise DesignFault("T005", f"{sheet.name} has none of the columns {', '.join(design.dimensions)}.")
    if design.count is None or not sheet.has(design.count):
        raise DesignFault("T005", f"{sheet.name} has no column of counts. Name it under count in the description.")
    return dimensions


def read_cells(sheet: OpenSheet, design: TableDesign) -> Iterator[CellRow]:
    """The rows of a table, in order. Raises ``DesignFault`` for a count that is neither a number nor withheld."""
    dimensions = dimensions_in(sheet, design)
    levels = [[column for column in design.levels(name) if sheet.has(column)] for name in dimensions]
    columns = [sheet.column(column) for each in levels for column in each]
    count = sheet.column(design.count or "")
    statement = f"SELECT row_number, {count}, {', '.join(columns)} FROM {{relation}} ORDER BY row_number"
    for row_number, text, *words in sheet.rows(statement):
        yield CellRow(_codes(words, levels, design.total), _count(text, sheet.name, row_number))


def _codes(words: Sequence[str], levels: Sequence[Sequence[str]], total: str) -> tuple[str, ...]:
    codes, place = [], 0
    for columns in levels:
        named = [_word(word, total) for word in words[place : place + len(columns)]]
        codes.append(code_of(named, total))
        place += len(columns)
    return tuple(codes)


def _word(word: str, total: str) -> str:
    if word == total or word.lower() in _EVERYBODY:
        return total
    return word or NOT_RECORDED


def _count(text: str, table: str, row_number: int) -> int | None:
    if _COUNT.match(text):
        return int(float(text.replace(",", "")))
    if _WITHHELD.match(text):
        return None
    raise DesignFault("T011", f"{table}, row {row_number}: the count is neither a whole number nor a mark such as [c].")
