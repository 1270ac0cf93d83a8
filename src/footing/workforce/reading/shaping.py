"""From every row of a sheet to its table: titles, blank rows and footers out, headings found, each oddity a fault."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import (
    BLANK_HEADING,
    BLANK_ROWS,
    CELL_TOO_LONG,
    CUT_OFF,
    ERROR_CELLS,
    FOOTER_ROWS,
    NO_HEADINGS,
    NO_ROWS,
    ONE_COLUMN,
    TITLE_ROWS,
    TOO_FEW_CELLS,
    TOO_MANY_CELLS,
)
from footing.workforce.limits import Limits
from footing.workforce.reading.extract import Sheet
from footing.workforce.reading.footers import find_footer
from footing.workforce.reading.headings import find_heading_row, name_columns
from footing.workforce.reading.loaded import Loaded, RecordWidths
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.relation import Relation, RowNumbers
from footing.workforce.reading.rows import Row

if TYPE_CHECKING:
    import duckdb

_STRAY_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Headings:
    """The row of the headings, 0 where the format carries them, a text for each column, and the rows above."""

    row: int
    cells: tuple[str, ...]
    above: tuple[Row, ...] = ()

    @property
    def last(self) -> int:
        """The number of columns up to the last heading that is not blank."""
        return max((index + 1 for index, cell in enumerate(self.cells) if cell.strip()), default=0)


def shape_sheet(
    connection: "duckdb.DuckDBPyConnection", loaded: Loaded, limits: Limits
) -> tuple[Sheet, tuple[Fault, ...]]:
    """The table within a sheet; raises Refused when there is none, or it is beyond a limit."""
    relation = Relation(connection, loaded.relation, loaded.width)
    relation.remove(relation.blank_rows())
    headings, faults = _take_headings(relation, loaded, limits)
    if loaded.headings is None:
        faults += _take_footer(relation, loaded.name, limits)
    rows = relation.row_numbers()
    if not len(rows):
        raise Refused(NO_ROWS.at(sheet=loaded.name, row=headings.row or None))
    faults += _blank_rows_between(loaded.name, headings.row, rows)
    faults += _short_rows(loaded.name, headings, loaded.widths, rows)
    relation, names, column_faults = _settle_columns(relation, loaded, headings, len(rows))
    faults += column_faults + _odd_cells(relation, loaded.name, names, limits)
    titles = tuple(tuple(row.cells[column] for column in row.filled) for row in headings.above)
    return Sheet(loaded.name, loaded.relation, names, headings.row, len(rows), titles), faults


def _take_headings(relation: Relation, loaded: Loaded, limits: Limits) -> tuple[_Headings, tuple[Fault, ...]]:
    """Find the headings, and take them and what stands above them out of the table."""
    if loaded.headings is not None:
        return _Headings(0, loaded.headings), ()
    first = relation.first(limits.heading_search_rows)
    found = find_heading_row(first)
    if all(len(row.filled) < 2 for row in first):
        raise Refused(ONE_COLUMN.at(sheet=loaded.name))
    if found is None:
        raise Refused(NO_HEADINGS.at(sheet=loaded.name, searched=len(first)))
    above = tuple(row for row in first if row.number < found.number)
    numbers = [row.number for row in above]
    relation.remove(np.array([*numbers, found.number], np.int64))
    titles = TITLE_ROWS.at_rows(numbers, sheet=loaded.name, heading_row=str(found.number))
    return _Headings(found.number, found.cells, above), (titles,) if above else ()


def _take_footer(relation: Relation, sheet: str, limits: Limits) -> tuple[Fault, ...]:
    footer = find_footer(relation.last(limits.footer_search_rows))
    rows = np.array([row.number for row in footer], np.int64)
    relation.remove(rows)
    return (FOOTER_ROWS.at_rows(rows.tolist(), sheet=sheet),) if footer else ()


def _blank_rows_between(sheet: str, header_row: int, rows: RowNumbers) -> tuple[Fault, ...]:
    if rows[-1] - header_row == len(rows):
        return ()
    blank = np.setdiff1d(np.arange(header_row + 1, rows[-1]), rows, assume_unique=True)
    return (BLANK_ROWS.at_rows(blank.tolist(), sheet=sheet),)


def _short_rows(sheet: str, headings: _Headings, widths: RecordWidths | None, rows: RowNumbers) -> tuple[Fault, ...]:
    """The rows of a text that end before the last heading; one such row, at an end without a break, is cut off."""
    if widths is None:
        return ()
    short = np.intersect1d(widths.rows[widths.cells < headings.last], rows, assume_unique=True)
    if not len(short):
        return ()
    if len(short) == 1 and short[0] == widths.rows[-1] and not widths.ends_with_break:
        return (CUT_OFF.at(sheet=sheet, row=int(short[0])),)
    return (TOO_FEW_CELLS.at_rows(short.tolist(), sheet=sheet),)


def _settle_columns(
    relation: Relation, loaded: Loaded, headings: _Headings, row_count: int
) -> tuple[Relation, tuple[str, ...], tuple[Fault, ...]]:
    """Name the columns, and drop those with neither heading nor data.

    Cells beyond the last heading of a text are stray when few rows have them: a separator within a cell does that.
    """
    cells = list(headings.cells)
    stray: list[RowNumbers] = []
    faults: list[Fault] = []
    for column in (column for column, heading in enumerate(cells) if not heading.strip()):
        filled = relation.rows_filled_in(column)
        if loaded.widths is not None and column >= headings.last and len(filled) <= _STRAY_SHARE * row_count:
            stray.append(filled)
        elif len(filled):
            cells[column] = f"Column {column + 1}"
            faults.append(BLANK_HEADING.at(sheet=loaded.name, name=cells[column]))
    if any(len(rows) for rows in stray):
        faults.append(TOO_MANY_CELLS.at_rows(np.unique(np.concatenate(stray)).tolist(), sheet=loaded.name))
    kept = [column for column, heading in enumerate(cells) if heading.strip()]
    if len(kept) < 2:
        raise Refused(ONE_COLUMN.at(sheet=loaded.name))
    names, repeated = name_columns(cells, loaded.name, headings.row)
    return relation.keep_columns(kept), tuple(names[column] for column in kept), (*faults, *repeated)


def _odd_cells(relation: Relation, sheet: str, names: tuple[str, ...], limits: Limits) -> tuple[Fault, ...]:
    long = [
        CELL_TOO_LONG.at_rows(rows.tolist(), sheet=sheet, column=names[column], limit=limits.cell_characters)
        for column, rows in relation.rows_longer_than(limits.cell_characters)
    ]
    errors = [
        ERROR_CELLS.at_rows(rows.tolist(), sheet=sheet, column=names[column], value=error)
        for column, error, rows in relation.error_cells()
    ]
    return (*long, *errors)
