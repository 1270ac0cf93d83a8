"""Small extracts for tests: twelve tidy people that a test can spoil in one place."""

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from footing.standards import load_catalogue
from footing.workforce import CheckResult, check_extract
from footing.workforce import Mapping as ColumnsMapping

TODAY = dt.date(2024, 6, 30)
TITLE = (("Run date", "30/06/2024"), ())
_GRADES = ("Grade 1", "Grade 2", "Grade 3")
_ANSWERS = ("Technical and craft occupations", "Clerical and intermediate occupations", "Modern professional", "")
HEADINGS = (
    "Employee number",
    "Grade",
    "Department",
    "Sex",
    "Date of birth",
    "Start date",
    "Contracted hours",
    "Salary",
    "Parental occupation",
)

Row = dict[str, str]


def people(count: int = 12) -> list[Row]:
    """Tidy rows: every category, every answer and a blank one."""
    return [
        {
            "Employee number": f"E{index:04}",
            "Grade": _GRADES[index % 3],
            "Department": ("Housing", "Libraries")[index % 2],
            "Sex": ("Female", "Male")[index // 2 % 2],
            "Date of birth": f"{13 + index % 15:02}/0{1 + index % 9}/19{70 + index % 20}",
            "Start date": f"{14 + index % 14:02}/0{1 + index % 9}/20{10 + index % 12}",
            "Contracted hours": ("37", "18.5")[index % 2],
            "Salary": f"£{20_000 + 1_000 * (index % 3)}.50",
            "Parental occupation": _ANSWERS[index % 4],
        }
        for index in range(count)
    ]


def changed(rows: list[Row], heading: str, *values: str) -> list[Row]:
    """The rows with other values in one column, from the first row on; the heading may be new."""
    blank = {heading: rows[0].get(heading, "")} if heading in rows[0] else {heading: ""}
    return [
        {**blank, **row, heading: values[index] if index < len(values) else row.get(heading, "")}
        for index, row in enumerate(rows)
    ]


def every(rows: list[Row], heading: str, value: str) -> list[Row]:
    """The rows with one value in the whole of a column."""
    return [{**row, heading: value} for row in rows]


def without(rows: list[Row], *headings: str) -> list[Row]:
    """The rows without some columns."""
    return [{heading: value for heading, value in row.items() if heading not in headings} for row in rows]


def write_csv(
    path: Path,
    rows: Sequence[Mapping[str, str]],
    title: Sequence[Sequence[str]] = TITLE,
    headings: Sequence[str] = HEADINGS,
) -> Path:
    """The rows as a CSV file, under rows of titles; people start in the row after the headings."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(title)
        names = list(rows[0]) if rows else list(headings)
        writer.writerow(names)
        writer.writerows([row[name] for name in names] for row in rows)
    return path


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """The sheets as a workbook."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, list(rows[0]))
            for number, row in enumerate(rows, start=1):
                sheet.write_row(number, 0, list(row.values()))
    return path


def check(path: Path, mapping: ColumnsMapping | None = None, as_at: dt.date = TODAY, **more: Any) -> CheckResult:
    """Check an extract as of the day of these tests."""
    return check_extract(path, mapping=mapping, catalogue=load_catalogue(), as_at=as_at, **more)


def found(result: CheckResult, code: str) -> list[Any]:
    """The faults of one code."""
    return [fault for fault in result.faults.faults if fault.code == code]


def table(result: CheckResult, columns: str, name: str = "people") -> list[tuple[Any, ...]]:
    """Some columns of a coded table, in the order of its first column."""
    assert result.coded is not None, result.faults.lines()
    return result.coded.connection.execute(f"SELECT {columns} FROM {name} ORDER BY 1").fetchall()
