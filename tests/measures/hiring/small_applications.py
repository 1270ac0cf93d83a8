"""Small sets of applications for tests, straight from rows, with no extract and no mapping between."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import ibis
import pyarrow as pa

from footing.measures.family import MeasuredFamily
from footing.tables import Category, Estimate
from footing.tables.raw import FromValues
from footing.workforce.workforce import Characteristic, Companion, QuestionInUse, Workforce
from measures.small_workforce import classification_of, make_workforce

DATES = (
    "applied_on", "sift_passed_on", "interviewed_on", "offered_on", "accepted_on", "declined_on", "started_on",
    "withdrawn_on", "rejected_on",
)  # fmt: skip
OPENED = dt.date(2024, 2, 27)
"""Two days before a leap day."""


def make_applications(
    rows: Sequence[Mapping[str, Any]],
    *,
    columns: Sequence[str] = (*DATES, "requisition"),
    questions: Sequence[str] = ("parental_occupation",),
    characteristics: Mapping[str, Sequence[str]] | None = None,
) -> Workforce:
    """A workforce of nobody with these applications. Dates are given as days after ``OPENED``, or as dates."""
    characteristics = characteristics or {}
    named = [*columns, *questions, *characteristics]
    workforce = make_workforce([])
    types = {column: pa.date32() if column in DATES else pa.string() for column in named}
    keys = pa.array([str(key) for key in range(len(rows))], pa.string())
    cells = [pa.array([_cell(row.get(column)) for row in rows], types[column]) for column in named]
    table = pa.table([keys, *cells], names=["candidate_key", *named])
    workforce.connection.register("rows", table).execute("CREATE TABLE applications AS SELECT * FROM rows")
    return replace(
        workforce,
        applications=ibis.duckdb.from_connection(workforce.connection).table("applications"),
        applications_companion=Companion(
            questions=tuple(QuestionInUse(each, classification_of(each)) for each in questions),
            characteristics=tuple(
                Characteristic(variable, variable.title(), tuple(Category(code, code) for code in codes))
                for variable, codes in characteristics.items()
            ),
            row_count=len(rows),
        ),
    )


def _cell(value: Any) -> Any:
    return OPENED + dt.timedelta(days=value) if isinstance(value, int) else value


def estimates_of(measured: MeasuredFamily, table_id: str) -> dict[tuple[str, ...], Estimate]:
    """The figure of each row of one table, worked out from the counts of the applications."""
    table = next(table for table in measured.tables if table.id == f"hiring.{table_id}")
    counts = measured.populations[0].counts
    return {
        row.key: row.figure.estimate
        if isinstance(row.figure, FromValues)
        else row.figure.estimate(*(counts[cell] for cell in row.figure.cells))
        for row in table.rows
    }


def values_of(measured: MeasuredFamily, table_id: str) -> dict[tuple[str, ...], float | None]:
    """The value of each row of one table."""
    return {key: estimate.value for key, estimate in estimates_of(measured, table_id).items()}
