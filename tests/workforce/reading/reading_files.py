"""Small files that tests read, and what was read of them."""

from pathlib import Path

from footing.workforce.limits import Limits
from footing.workforce.reading import Extract, Sheet, read_sheets


def read_text(folder: Path, text: str, encoding: str = "utf-8", name: str = "people.csv") -> Extract:
    """Read a text written in an encoding."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read_sheets(path, limits=Limits())


def rows_of(extract: Extract, sheet: Sheet | None = None) -> list[tuple[object, ...]]:
    """The row number and the cells of each row, in order; of the only sheet when none is named."""
    (chosen,) = [sheet] if sheet else extract.sheets
    columns = ", ".join(chosen.columns)
    return extract.connection.execute(
        f"SELECT row_number, {columns} FROM {chosen.relation} ORDER BY row_number"
    ).fetchall()


def codes(extract: Extract) -> list[str]:
    """The codes of the faults, in the order found."""
    return [fault.code for fault in extract.faults]
