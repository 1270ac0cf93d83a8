"""All the faults of one extract: the first of them shown, the rest counted and written to a file."""

import csv
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from footing.workforce.faults.fault import Fault

SHOWN_FAULTS = 50
_ROWS_IN_JSON = 20
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = ("code", "severity", "sheet", "row", "column", "message", "next_step")


@dataclass(frozen=True, slots=True)
class FaultReport:
    """The faults of one pass over an extract, in the order found."""

    faults: tuple[Fault, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What stops the assessment."""
        return tuple(fault for fault in self.faults if fault.severity == "error")

    @property
    def notices(self) -> tuple[Fault, ...]:
        """What was done with the file without stopping."""
        return tuple(fault for fault in self.faults if fault.severity == "notice")

    @property
    def in_order(self) -> tuple[Fault, ...]:
        """Errors first, then notices, each in the order found."""
        return self.errors + self.notices

    @property
    def error_count(self) -> int:
        """How many places have an error, each row counted."""
        return sum(fault.count for fault in self.errors)

    def joined_with(self, *others: "FaultReport") -> "FaultReport":
        """One report of this one's faults followed by those of the others."""
        return FaultReport(self.faults + tuple(fault for other in others for fault in other.faults))

    def lines(self, limit: int = SHOWN_FAULTS) -> tuple[str, ...]:
        """The first ``limit`` faults as text, and a last line that counts the rest."""
        shown = [str(fault) for fault in self.in_order[:limit]]
        rest = self.in_order[limit:]
        if rest:
            shown.append(f"… and {len(rest):,} more faults, in {sum(fault.count for fault in rest):,} places.")
        return tuple(shown)

    def to_json(self, limit: int = SHOWN_FAULTS) -> dict[str, Any]:
        """The report as JSON values: counts, the first ``limit`` faults, and how many are not shown."""
        return {
            "errors": self.error_count,
            "notices": sum(fault.count for fault in self.notices),
            "faults": [_as_json(fault) for fault in self.in_order[:limit]],
            "not_shown": max(0, len(self.in_order) - limit),
        }

    def write_csv(self, path: Path) -> None:
        """Write every fault, one line for each row concerned; a spreadsheet that opens the file runs nothing in it.

        The file appears whole or not at all. Raises OSError when the folder cannot be written to.
        """
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(_COLUMNS)
                for fault in self.in_order:
                    writer.writerows(_file_rows(fault))
            Path(temporary).replace(path)
        except BaseException:
            with suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise


def _as_json(fault: Fault) -> dict[str, Any]:
    return {
        "code": fault.code,
        "severity": fault.severity,
        "title": fault.title,
        "message": fault.message,
        "next_step": fault.next_step,
        "sheet": fault.place.sheet,
        "row": fault.place.row,
        "column": fault.place.column,
        "value": fault.value,
        "count": fault.count,
        "rows": list(fault.rows[:_ROWS_IN_JSON]),
    }


def _file_rows(fault: Fault) -> Iterator[tuple[str, ...]]:
    sheet = _safe_cell(fault.place.sheet or "")
    column = _safe_cell(fault.place.column or "")
    message = _safe_cell(fault.message)
    next_step = _safe_cell(fault.next_step)
    for row in fault.rows or ("",):
        yield (fault.code, fault.severity, sheet, str(row), column, message, next_step)


def _safe_cell(text: str) -> str:
    """Text that a spreadsheet shows and does not work out."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
