"""Read a file into sheets, whatever its format."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import (
    DAMAGED,
    NO_HEADINGS,
    NO_ROWS,
    NO_SHEET,
    ONE_COLUMN,
    SHEET_NOT_READ,
    WORKBOOK_TOO_HEAVY,
)
from footing.workforce.limits import Limits
from footing.workforce.reading.engine import Reading, open_engine
from footing.workforce.reading.extract import Extract, Sheet
from footing.workforce.reading.loaded import Loaded
from footing.workforce.reading.parquet import load_parquet
from footing.workforce.reading.progress import NoProgress, Progress
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.shaping import shape_sheet
from footing.workforce.reading.sniff import Format, cannot_open, sniff
from footing.workforce.reading.text import load_text
from footing.workforce.reading.workbook import load_workbook

if TYPE_CHECKING:
    import duckdb

# A sheet of a workbook may be something other than a table, such as notes; then it is passed over.
_NOT_A_TABLE = {
    NO_HEADINGS.code: "has no row of headings",
    NO_ROWS.code: "has headings and no data",
    ONE_COLUMN.code: "has only one column",
}


def read_sheets(
    path: Path,
    *,
    limits: Limits,
    progress: Progress | None = None,
    connection: "duckdb.DuckDBPyConnection | None" = None,
) -> Extract:
    """Read every sheet of a file into the engine; what is wrong with the file is a fault and never an exception.

    Pass the ``connection`` of another extract to have both in one engine; closing either then closes both.
    """
    import duckdb

    engine = connection or open_engine()
    found = Format.TEXT
    try:
        with _nothing_partial(engine):
            found, notices = sniff(path, limits)
            loaded, faults = _load(Reading(engine, limits, progress or NoProgress()), path, found)
            sheets, sheet_faults = _shape(engine, loaded, limits)
            return Extract(path.name, _digest(path), engine, sheets, notices + faults + sheet_faults)
    except Refused as refused:
        fault = refused.fault
    except OSError as error:
        fault = cannot_open(path, error)
    except (MemoryError, duckdb.OutOfMemoryException):
        fault = WORKBOOK_TOO_HEAVY.at(limit="the memory of this machine")
    except (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException):
        raise  # these speak of a statement of ours and never of the file
    except duckdb.Error:
        fault = DAMAGED.at(what=found.value)
    return Extract(path.name, "", engine, (), (fault,))


def _load(reading: Reading, path: Path, found: Format) -> tuple[list[Loaded], tuple[Fault, ...]]:
    taken = _tables(reading.connection)
    relations = (name for number in count() if (name := f"sheet_{number}") not in taken)
    if found is Format.TEXT:
        loaded, faults = load_text(reading, next(relations), path)
        return [loaded], faults
    if found is Format.PARQUET:
        return [load_parquet(reading, next(relations), path)], ()
    return load_workbook(reading, relations, path, found)


def _shape(
    engine: "duckdb.DuckDBPyConnection", loaded: list[Loaded], limits: Limits
) -> tuple[tuple[Sheet, ...], tuple[Fault, ...]]:
    """The tables in what was loaded; a sheet that holds none is passed over when another one does."""
    sheets: list[Sheet] = []
    faults: list[Fault] = []
    passed_over: list[Fault] = []
    for candidate in loaded:
        try:
            sheet, found = shape_sheet(engine, candidate, limits)
        except Refused as refused:
            if refused.fault.code not in _NOT_A_TABLE:
                raise
            engine.execute(f"DROP TABLE {candidate.relation}")
            passed_over.append(refused.fault)
        else:
            sheets.append(sheet)
            faults.extend(found)
    if not sheets:
        faults.append(passed_over[0] if len(passed_over) == 1 else NO_SHEET.at())
    else:
        faults.extend(
            SHEET_NOT_READ.at(sheet=fault.place.sheet, reason=_NOT_A_TABLE[fault.code]) for fault in passed_over
        )
    return tuple(sheets), tuple(faults)


@contextmanager
def _nothing_partial(engine: "duckdb.DuckDBPyConnection") -> Iterator[None]:
    """Take out of the engine, when reading fails, whatever it had put in."""
    before = _tables(engine)
    try:
        yield
    except BaseException:
        for name in _tables(engine) - before:
            engine.execute(f"DROP TABLE {name}")
        raise


def _tables(engine: "duckdb.DuckDBPyConnection") -> set[str]:
    return {name for (name,) in engine.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
