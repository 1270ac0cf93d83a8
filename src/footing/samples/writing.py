"""Extracts as CSV, XLSX and Parquet files, each of which says that it is fictional."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq


def title_of(employer: str, extract: str, snapshot: dt.date) -> str:
    """The first row of every file."""
    return (
        f"Fictional sample: {employer}, {extract} as at {snapshot.day} {snapshot:%B %Y}. "
        "Made by Footing; describes no real person or organisation."
    )


def write_csv(table: pa.Table, title: str, path: Path) -> None:
    """UTF-8 with a title row, a blank row, then headings; dates as 2025-03-31."""
    with path.open("wb") as file:
        file.write(f'"{title}"\n\n'.encode())
        pa_csv.write_csv(table, file)


def write_parquet(table: pa.Table, title: str, path: Path) -> None:
    """Typed columns; the title is in the file's metadata."""
    pq.write_table(table.replace_schema_metadata({"title": title}), path)


def write_xlsx(table: pa.Table, title: str, path: Path) -> None:
    """One sheet with a title row, a blank row, then headings; dates and amounts are real dates and numbers."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title})
        sheet, as_date = book.add_worksheet("Extract"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(0, 0, title)
        for column, heading in enumerate(table.column_names):
            sheet.write_string(2, column, heading)
            is_date = pa.types.is_date(table.schema.field(column).type)
            for row, value in enumerate(table.column(column).to_pylist(), start=3):
                if value is not None:
                    sheet.write(row, column, value, as_date if is_date else None)


WRITERS: Mapping[str, Callable[[pa.Table, str, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}
