"""Opens one workbook, in a process of its own, and writes its cells to standard output.

A workbook of a few kilobytes can make a parser ask for more memory than there is (two cells at opposite corners of a
sheet are enough), which ends the process it runs in. So it runs here, within bounds, and imports nothing of Footing.

Standard output holds a line of JSON with the number of ``sheets``; then for each sheet a line of JSON with ``name`` and
either ``skipped`` or ``rows``, ``columns`` and ``first_column``. The latter is followed by blocks of CSV in UTF-8, one
record for each row of the sheet from its first, each block below a line of JSON with its ``rows`` and ``bytes``; a
block of no rows ends the sheet. The exit code is one of those below.

CSV rather than Arrow, as importing that library takes longer than all the rest for fewer than some 60,000 rows.
"""

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

LOCKED, BROKEN, TOO_HEAVY = 41, 42, 43

_CELLS_IN_BLOCK = 200_000
_EXACT_DIGITS = 15


def main(arguments: list[str]) -> int:
    """Run with one argument: JSON with ``path``, ``memory_bytes`` and ``seconds``."""
    order = json.loads(arguments[0])
    _bound(order["memory_bytes"], order["seconds"])
    from python_calamine import CalamineError, PasswordError

    try:
        _write_workbook(order["path"], sys.stdout.buffer)
    except PasswordError:
        return LOCKED
    except CalamineError as error:
        # The parser bounds the cells of one of the formats by itself, and says so only in words.
        return TOO_HEAVY if "limit exceeded" in str(error) else BROKEN
    except MemoryError:
        return TOO_HEAVY
    return 0


def _bound(memory_bytes: int, seconds: int) -> None:
    """Bound memory and time where the system can; elsewhere the process that waits bounds the time."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _write_workbook(path: str, out: BinaryIO) -> None:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    with load_workbook(path) as workbook:
        _write_line(out, sheets=len(workbook.sheet_names))
        for described in workbook.sheets_metadata:
            name = described.name
            if described.typ != SheetTypeEnum.WorkSheet:
                _write_line(out, name=name, skipped="holds no cells")
            elif described.visible != SheetVisibleEnum.Visible:
                _write_line(out, name=name, skipped="is hidden")
            else:
                _write_sheet(name, workbook.get_sheet_by_name(name), out)
        out.flush()


def _write_sheet(name: str, sheet: Any, out: BinaryIO) -> None:
    if sheet.start is None:
        _write_line(out, name=name, skipped="is empty")
        return
    rows, columns = sheet.end[0] + 1, sheet.end[1] - sheet.start[1] + 1
    _write_line(out, name=name, rows=rows, columns=columns, first_column=sheet.start[1])
    cells = sheet.iter_rows()
    while batch := list(islice(cells, max(1, _CELLS_IN_BLOCK // columns))):
        block = _as_csv(batch)
        _write_line(out, rows=len(batch), bytes=len(block))
        out.write(block)
    _write_line(out, rows=0, bytes=0)


def _as_csv(rows: list[list[Any]]) -> bytes:
    """The rows as CSV; column by column, as most columns hold text alone and need nothing done."""
    columns = [
        column if set(map(type, column)) == {str} else map(text_of, column) for column in zip(*rows, strict=True)
    ]
    text = io.StringIO(newline="")
    # With these line ends the writer puts cells with either character in quotation marks; with others it does not.
    csv.writer(text, lineterminator="\r\n").writerows(zip(*columns, strict=True))
    return text.getvalue().encode()


def _write_line(out: BinaryIO, **values: object) -> None:
    out.write(json.dumps(values).encode() + b"\n")


def text_of(cell: Any) -> str:
    """A cell as text in one form: ``2024-03-31``, ``2024-03-31T09:30:00``, ``09:30:00``, ``37.5``, ``TRUE``."""
    return _TEXT_OF[type(cell)](cell)


def _number(number: float) -> str:
    """Fifteen significant digits, as spreadsheets show them, and never an exponent."""
    if number.is_integer() and abs(number) < 10**_EXACT_DIGITS:
        return str(int(number))
    return format(Decimal(f"{number:.{_EXACT_DIGITS}g}"), "f")


def _instant(instant: dt.datetime) -> str:
    # Spreadsheets keep times as fractions of a day, so a whole second may come as a hair less.
    rounded = (instant + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    return rounded.date().isoformat() if rounded.time() == dt.time.min else rounded.isoformat()


def _duration(duration: dt.timedelta) -> str:
    seconds = round(duration.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_TEXT_OF: dict[type, Callable[[Any], str]] = {
    str: str,
    float: _number,
    int: str,
    bool: lambda flag: "TRUE" if flag else "FALSE",
    dt.datetime: _instant,
    dt.date: dt.date.isoformat,
    dt.time: lambda time: time.isoformat(timespec="seconds"),
    dt.timedelta: _duration,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
