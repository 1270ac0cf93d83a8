"""The cells of a small table that a user supplies, as text. Nothing in a workbook is run or followed."""

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from footing.standards.errors import DerivationTableFault

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableLimits:
    """How large a supplied table may be. The published one is well under 1 MB."""

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 200_000_000
    cells: int = 500_000


def read_sheets(path: Path, limits: TableLimits) -> tuple[tuple[Row, ...], ...]:
    """The rows of each sheet of a CSV or XLSX file; a CSV has one.

    Raises ``DerivationTableFault`` when the file cannot be read, is of another kind or passes a limit.
    """
    try:
        _require_size(path.stat().st_size, limits.file_bytes, path)
        sheets = _workbook(path, limits) if zipfile.is_zipfile(path) else (_text_table(path),)
    except DerivationTableFault:
        raise
    except Exception as error:
        raise DerivationTableFault(
            "S010",
            f"{path.name} cannot be read as a table ({type(error).__name__}).",
            "Supply the derivation table as CSV or XLSX.",
        ) from error
    _require_size(sum(len(row) for rows in sheets for row in rows), limits.cells, path)
    return sheets


def _require_size(size: int, limit: int, path: Path) -> None:
    if size > limit:
        raise DerivationTableFault(
            "S010",
            f"{path.name} is larger than a derivation table can be ({size:,}; the limit is {limit:,}).",
            "Supply the table of occupations and classes alone.",
        )


def _workbook(path: Path, limits: TableLimits) -> tuple[tuple[Row, ...], ...]:
    from python_calamine import CalamineWorkbook

    with zipfile.ZipFile(path) as archive:
        _require_size(sum(part.file_size for part in archive.infolist()), limits.unpacked_bytes, path)
    workbook = CalamineWorkbook.from_path(path)
    return tuple(
        tuple(tuple(_as_text(cell) for cell in row) for row in workbook.get_sheet_by_name(name).to_python())
        for name in workbook.sheet_names
    )


def _as_text(cell: object) -> str:
    """A spreadsheet keeps 1111 as 1111.0 and 1.2 as 1.2: whole numbers lose their point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _text_table(path: Path) -> tuple[Row, ...]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    return tuple(tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text)))
