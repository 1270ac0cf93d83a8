"""Extracts as CSV, XLSX and Parquet files, each of which says that it is fictional."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above the headings: that the file is fictional, what it holds, and of which day it is."""

    employer: str
    holds: str
    snapshot: dt.date

    @property
    def title(self) -> str:
        """The first row of a file, or its title in the metadata."""
        return (
            f"Fictional sample: {self.employer}, {self.holds} as at {self.snapshot.day} {self.snapshot:%B %Y}. "
            "Made by Footing; describes no real person or organisation."
        )


def write_csv(table: pa.Table, label: Label, path: Path) -> None:
    """UTF-8 with the title, the snapshot date and a blank row, then headings; dates as 2025-03-31."""
    with path.open("wb") as file:
        file.write(f'"{label.title}"\n"Snapshot date",{label.snapshot}\n\n'.encode())
        pa_csv.write_csv(table, file)


def write_parquet(table: pa.Table, label: Label, path: Path) -> None:
    """Typed columns; the title is in the file's metadata."""
    pq.write_table(table.replace_schema_metadata({"title": label.title}), path)


def write_xlsx(table: pa.Table, label: Label, path: Path) -> None:
    """One sheet with the title, the snapshot date and a blank row, then headings; real dates and numbers."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": label.title})
        sheet, as_date = book.add_worksheet("Extract"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(0, 0, label.title)
        sheet.write_string(1, 0, "Snapshot date")
        sheet.write_datetime(1, 1, label.snapshot, as_date)
        for column, heading in enumerate(table.column_names):
            sheet.write_string(3, column, heading)
            is_date = pa.types.is_date(table.schema.field(column).type)
            for row, value in enumerate(table.column(column).to_pylist(), start=4):
                if value is not None:
                    sheet.write(row, column, value, as_date if is_date else None)


WRITERS: Mapping[str, Callable[[pa.Table, Label, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}
