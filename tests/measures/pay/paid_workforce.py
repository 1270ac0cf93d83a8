"""Small workforces with pay for tests, straight from rows, with no extract and no mapping between."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from footing.measures.counting import count_cells
from footing.measures.family import MeasuredFamily
from footing.measures.staff import staff_in_post
from footing.standards import load_catalogue
from footing.tables import Category, Coordinate
from footing.tables.raw import FromValues
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

QUESTION = "parental_occupation"
TYPES = {
    "annual_pay_pence": pa.int64(),
    "bonus_pence": pa.int64(),
    "weekly_hours": pa.float64(),
    "ordinary_pay_pence": pa.int64(),
    "period_bonus_pence": pa.int64(),
    "pay_period_days": pa.float64(),
}
SNAPSHOT = dt.date(2025, 4, 5)

Figure = tuple[float | None, float | None, float | None]


def paid_workforce(
    rows: Sequence[Mapping[str, Any]],
    *,
    columns: Sequence[str] = (QUESTION, "annual_pay_pence"),
    lists: Mapping[str, Sequence[str]] | None = None,
    snapshot_date: dt.date = SNAPSHOT,
) -> Workforce:
    """People with the columns named; those in ``lists`` are characteristics with these categories."""
    lists = lists or {}
    named = [*columns, *(each for each in lists if each not in columns)]
    connection = duckdb.connect()
    held = {"person_key": pa.array([str(key) for key in range(len(rows))], pa.string())}
    held |= {name: pa.array([row.get(name) for row in rows], TYPES.get(name, pa.string())) for name in named}
    connection.register("rows", pa.table(held))
    connection.execute("CREATE TABLE people AS SELECT * FROM rows")
    questions = [QUESTION] if QUESTION in named else []
    return Workforce(
        people=ibis.duckdb.from_connection(connection).table("people"),
        connection=connection,
        questions=tuple(QuestionInUse(each, load_catalogue().default_classification(each)) for each in questions),
        characteristics=tuple(
            Characteristic(
                variable, variable.replace("_", " ").capitalize(), tuple(Category(code, code) for code in codes)
            )
            for variable, codes in lists.items()
        ),
        amounts=frozenset(column for column in named if column in TYPES),
        snapshot_date=snapshot_date,
        person_count=len(rows),
        sources=(),
    )


def counts_of(workforce: Workforce, measured: MeasuredFamily) -> dict[Coordinate, int]:
    """The count of every cell that the tables rest on, the family's own and those that all families share."""
    cells = {cell for table in measured.tables for row in table.rows for cell in (*row.figure.cells, row.figure.base)}
    shared = count_cells(staff_in_post(workforce), sorted(cells - measured.counts.keys()))
    return {**shared, **{cell: measured.counts[cell] for cell in cells if cell in measured.counts}}


def figures_of(workforce: Workforce, measured: MeasuredFamily) -> dict[str, dict[tuple[str, ...], Figure]]:
    """Value, lower and upper limit of every row, by table and key."""
    counts = counts_of(workforce, measured)
    figures: dict[str, dict[tuple[str, ...], Figure]] = {}
    for table in measured.tables:
        for row in table.rows:
            figure = row.figure
            estimate = (
                figure.estimate
                if isinstance(figure, FromValues)
                else figure.estimate(*(counts[cell] for cell in figure.cells))
            )
            figures.setdefault(table.id, {})[row.key] = (estimate.value, estimate.lower, estimate.upper)
    return figures
