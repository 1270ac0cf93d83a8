"""A staff extract as it often arrives: title rows, footers, mixed case, other spellings, rows twice, old encoding."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from footing.samples.writing import Label

ENCODING = "cp1252"
OTHER_CASE, SPACES, OTHER_SPELLING = 0.04, 0.05, 0.3
TWICE = 0.002
FOOTER = "Rows marked as leavers are not included. Source: HR system, workforce module."
SPELLINGS = (
    ("’", "'"),
    ("less than 25 people", "fewer than 20 people"),
    ("civil / mechanical", "civil/mechanical"),
    ("I prefer not to say.", "Prefer not to say"),
)


def write_untidy_csv(table: pa.Table, label: Label, path: Path, random: np.random.Generator) -> None:
    """The same people and answers as the tidy file, harder to read: Windows-1252, UK dates, pounds, rows between."""
    columns = [
        _untidy(heading, column.to_pylist(), random)
        for heading, column in zip(table.column_names, table.columns, strict=True)
    ]
    rows = list(zip(*columns, strict=True))
    again = random.choice(len(rows), round(TWICE * len(rows)), replace=False)
    rows += [rows[number] for number in again]
    above: list[Sequence[object]] = [[label.title], ["Snapshot date", f"{label.snapshot:%d/%m/%Y}"], []]
    below: list[Sequence[object]] = [[], ["Total rows", len(rows)], [FOOTER]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*above, table.column_names, *rows, *below])
    path.write_bytes(text.getvalue().encode(ENCODING))


def _untidy(heading: str, values: Sequence[object], random: np.random.Generator) -> list[str]:
    texts = [_as_typed(heading, value) for value in values]
    luck = random.random((3, len(texts)))
    return [_untidy_text(heading, text, *luck[:, row]) for row, text in enumerate(texts)]


def _as_typed(heading: str, value: object) -> str:
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    if heading.startswith(("Full-time equivalent", "Bonus")):
        return f"£{value:,.2f}"
    return str(value)


def _untidy_text(heading: str, text: str, case: float, space: float, spelling: float) -> str:
    if heading == "Employee number":
        return text  # systems print keys alike everywhere, and a changed key would be another person
    if spelling < OTHER_SPELLING:
        for standard, other in SPELLINGS:
            text = text.replace(standard, other)
    if case < OTHER_CASE:
        text = text.upper()
    return f"{text}  " if text and space < SPACES else text
