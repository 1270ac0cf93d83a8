"""XLSX, XLS and ODS: each visible sheet as a table of the engine, opened by a process of its own."""

# ruff: noqa: S608  (every name put into a statement is made here; whatever comes from outside is a parameter)

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO, Any

import numpy as np

from footing.workforce.faults import Fault
from footing.workforce.faults.reading_kinds import (
    DAMAGED,
    ENCRYPTED,
    SHEET_NOT_READ,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    TOO_MANY_SHEETS,
    WORKBOOK_TOO_HEAVY,
)
from footing.workforce.limits import Limits
from footing.workforce.reading import workbook_process
from footing.workforce.reading.archive import Contents, check_archive
from footing.workforce.reading.engine import Layout, Reading
from footing.workforce.reading.error_cells import ErrorCells, find_error_cells
from footing.workforce.reading.loaded import Loaded
from footing.workforce.reading.private_file import private_file
from footing.workforce.reading.refusal import Refused
from footing.workforce.reading.sniff import Format, in_bytes

_GRACE_SECONDS = 2

# Ended by the system or by its own allocator: memory or time ran out. Windows has neither signal.
_ENDED_BY = {-getattr(signal, name) for name in ("SIGABRT", "SIGKILL", "SIGXCPU") if hasattr(signal, name)}


def load_workbook(
    reading: Reading, relations: Iterator[str], path: Path, kind: Format
) -> tuple[list[Loaded], tuple[Fault, ...]]:
    """Load every visible sheet that holds cells; raises Refused when the workbook is locked, damaged or too large."""
    limits = reading.limits
    contents = Contents((), ()) if kind is Format.XLS else check_archive(reading, path)
    errors = find_error_cells(path, contents.parts_with_errors) if kind is Format.XLSX else {}
    loaded: list[Loaded] = []
    notices = list(contents.notices)
    with _opened(path, kind, limits) as cells:
        sheets = _next_line(cells)["sheets"]
        if sheets > limits.sheets:
            raise Refused(TOO_MANY_SHEETS.at(found=sheets, limit=limits.sheets))
        for _ in range(sheets):
            described = _next_line(cells)
            if "skipped" in described:
                notices.append(SHEET_NOT_READ.at(sheet=described["name"], reason=described["skipped"]))
                continue
            sheet = _load_sheet(reading, next(relations), described, cells)
            _show_errors(reading, sheet, described["first_column"], errors.get(sheet.name, {}))
            loaded.append(sheet)
    return loaded, tuple(notices)


def _load_sheet(reading: Reading, relation: str, described: dict[str, Any], cells: IO[bytes]) -> Loaded:
    name, rows, columns = described["name"], described["rows"], described["columns"]
    if rows > reading.limits.rows:
        raise Refused(TOO_MANY_ROWS.at(sheet=name, limit=reading.limits.rows))
    if columns > reading.limits.columns:
        raise Refused(TOO_MANY_COLUMNS.at(sheet=name, limit=reading.limits.columns))
    with private_file() as (file, readable):
        reading.progress.start(f'Opening the sheet "{name}"', rows)
        while (block := _next_line(cells))["rows"]:
            file.write(cells.read(block["bytes"]))
            reading.progress.advance(block["rows"])
        file.flush()
        reading.load_csv(relation, readable, Layout(), columns=columns, rows=rows)
    return Loaded(name, relation, columns)


def _show_errors(reading: Reading, sheet: Loaded, first_column: int, errors: ErrorCells) -> None:
    """Put the errors that cells show where the parser left them empty, so that none passes for a blank answer."""
    for (in_file, text), rows in errors.items():
        column = in_file - first_column
        if 0 <= column < sheet.width:
            reading.connection.register("shown", {"row": np.frombuffer(rows, np.int64)})
            statement = f"UPDATE {sheet.relation} SET c{column} = ? WHERE row_number IN (SELECT row FROM shown)"
            reading.connection.execute(statement, [text])
            reading.connection.unregister("shown")


def _next_line(cells: IO[bytes]) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(cells.readline())
    return line


@contextmanager
def _opened(path: Path, kind: Format, limits: Limits) -> Iterator[IO[bytes]]:
    """What the process writes; when it fails, the fault that says why takes the place of what that led to here."""
    order = {
        "path": os.fspath(path.absolute()),
        "memory_bytes": limits.workbook_memory_bytes,
        "seconds": limits.workbook_seconds,
    }
    process = subprocess.Popen(  # noqa: S603  (this interpreter, on a file of this package)
        [sys.executable, "-P", workbook_process.__file__, json.dumps(order)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    timer = Timer(limits.workbook_seconds, process.kill)
    timer.start()
    try:
        yield process.stdout  # type: ignore[misc]
        _require_success(process.wait(), kind, limits)
    except Refused:
        raise
    except Exception:
        with suppress(subprocess.TimeoutExpired):
            _require_success(process.wait(_GRACE_SECONDS), kind, limits)
        raise
    finally:
        timer.cancel()
        process.kill()
        process.stdout.close()  # type: ignore[union-attr]
        process.wait()


def _require_success(code: int, kind: Format, limits: Limits) -> None:
    if code == workbook_process.LOCKED:
        raise Refused(ENCRYPTED.at())
    if code == workbook_process.TOO_HEAVY or code in _ENDED_BY:
        limit = f"{in_bytes(limits.workbook_memory_bytes)} of memory and {limits.workbook_seconds} seconds"
        raise Refused(WORKBOOK_TOO_HEAVY.at(limit=limit))
    if code:
        raise Refused(DAMAGED.at(what=kind.value))
