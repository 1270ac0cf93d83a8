"""The one sheet of each file that holds the table, checked against the description of its columns."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from footing.disclosure.arrays import IntArray
from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.workforce.limits import Limits
from footing.workforce.reading import Extract, Sheet, read_sheets

if TYPE_CHECKING:
    import duckdb


MOST_CATEGORIES = 2_000
"""A column of more different words than this is taken for names or keys when no description says otherwise."""


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet in the engine. ``column`` gives the engine's expression for a heading."""

    name: str
    connection: "duckdb.DuckDBPyConnection"
    sheet: Sheet

    def has(self, heading: str) -> bool:
        """Whether there is a column of this heading."""
        return heading in self.sheet.headings

    def column(self, heading: str) -> str:
        """The engine's expression for the trimmed text of a column; a blank is an empty text."""
        place = self.sheet.headings.index(heading)
        return f"coalesce(trim({self.sheet.columns[place]}), '')"

    def rows(self, select: str) -> list[tuple[Any, ...]]:
        """What a statement that reads ``{relation}`` gives."""
        rows: list[tuple[Any, ...]] = self.connection.execute(select.format(relation=self.sheet.relation)).fetchall()
        return rows

    def numbers(self, select: str) -> tuple[IntArray, ...]:
        """The columns of whole numbers that a statement that reads ``{relation}`` gives."""
        columns = self.connection.execute(select.format(relation=self.sheet.relation)).fetchnumpy()
        return tuple(np.asarray(column, dtype=np.int64) for column in columns.values())


@contextmanager
def open_sheets(paths: Iterable[Path], limits: Limits) -> Iterator[tuple[OpenSheet, ...]]:
    """Read each file into the engine. Raises ``DesignFault`` for one that cannot be read or holds no table."""
    opened: list[Extract] = []
    try:
        for path in paths:
            opened.append(read_sheets(path, limits=limits))
            _require_readable(opened[-1])
        yield tuple(_open(extract) for extract in opened)
    finally:
        for extract in opened:
            extract.close()


def _require_readable(extract: Extract) -> None:
    errors = [fault for fault in extract.faults if fault.severity == "error"]
    if errors:
        raise DesignFault(errors[0].code, f"{extract.path_name}: {errors[0].message} {errors[0].next_step}")
    if not extract.sheets:
        raise DesignFault("T004", f"{extract.path_name} holds no table.")


def _open(extract: Extract) -> OpenSheet:
    largest = max(extract.sheets, key=lambda sheet: sheet.row_count)
    return OpenSheet(Path(extract.path_name).stem, extract.connection, largest)


def require_columns(sheet: OpenSheet, headings: Iterable[str]) -> None:
    """Raise ``DesignFault`` unless the sheet has every column."""
    for heading in headings:
        if not sheet.has(heading):
            have = ", ".join(sheet.sheet.headings[:12])
            raise DesignFault("T005", f"{sheet.name} has no column {heading!r}. It has: {have}.")


def drafted_design(sheet: OpenSheet, *, most_categories: int = MOST_CATEGORIES) -> TableDesign:
    """A description for files that come without one: columns of few words are dimensions, and nest where they do.

    A column whose words each occur beside one word of a coarser column nests in it. A column of whole numbers called
    count, people, n, number or frequency is the count. Raises ``DesignFault`` when no column can be a dimension.
    """
    count = count_column(sheet)
    sizes = {}
    for heading in sheet.sheet.headings:
        column = sheet.column(heading)
        distinct, numbers = sheet.rows(
            f"SELECT count(DISTINCT {column}), count(try_cast({column} AS DOUBLE)) FROM {{relation}}"  # noqa: S608
        )[0]
        if heading != count and 1 < distinct <= most_categories and not numbers:
            sizes[heading] = distinct
    if not sizes:
        raise DesignFault("T006", f"No column of {sheet.name} can be a dimension. Describe the columns in a file.")
    return TableDesign(dimensions=_nested(sheet, sizes), count=count)


def count_column(sheet: OpenSheet) -> str | None:
    """The column that by its name holds counts, if any."""
    return next((each for each in sheet.sheet.headings if each.strip().lower() in _COUNT_NAMES), None)


_COUNT_NAMES = frozenset({"count", "people", "n", "number", "frequency"})


def _nested(sheet: OpenSheet, sizes: dict[str, int]) -> dict[str, tuple[str, ...]]:
    finest_first = sorted(sizes, key=lambda heading: -sizes[heading])
    dimensions: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for fine in finest_first:
        if fine in taken:
            continue
        chain: list[str] = []
        for coarse in finest_first:
            within = chain[-1] if chain else fine
            if coarse not in {fine, *taken} and sizes[coarse] < sizes[within] and _lies_within(sheet, within, coarse):
                chain.append(coarse)
                taken.add(coarse)
        dimensions[fine] = tuple(chain)
    return {heading: dimensions[heading] for heading in sheet.sheet.headings if heading in dimensions}


def _lies_within(sheet: OpenSheet, fine: str, coarse: str) -> bool:
    fine_column, coarse_column = sheet.column(fine), sheet.column(coarse)
    most = sheet.rows(
        f"SELECT max(n) FROM (SELECT count(DISTINCT {coarse_column}) AS n FROM {{relation}} GROUP BY {fine_column})"  # noqa: S608
    )
    return bool(most[0][0] == 1)
