"""Small outreach tables for tests, straight from rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import ibis

from footing.measures.family import MeasuredFamily
from footing.measures.outreach import Participants
from footing.tables import Category
from footing.workforce.workforce import Characteristic, QuestionInUse
from measures.small_workforce import classification_of

QUESTIONS = ("free_school_meals", "school_type", "parental_degree")
FLAGS = ("applied", "offered", "started")


def make_participants(
    rows: Sequence[Mapping[str, Any]], *, columns: Sequence[str], programmes: Sequence[str] = ()
) -> Participants:
    """Participants with the columns named; ``programmes`` lists the categories of the programme, if there are any."""
    named = [*columns, *(["programme"] if programmes else [])]
    connection = duckdb.connect()
    declared = "".join(f', "{column}" {"BOOLEAN" if column in FLAGS else "VARCHAR"}' for column in named)
    connection.execute(f"CREATE TABLE participants (participant_key VARCHAR{declared})")
    if rows:
        values = [[str(key), *(row.get(column) for column in named)] for key, row in enumerate(rows)]
        connection.executemany(f"INSERT INTO participants VALUES ({', '.join('?' * (len(named) + 1))})", values)
    categories = tuple(Category(each, each.title()) for each in programmes)
    return Participants(
        ibis.duckdb.from_connection(connection).table("participants"),
        tuple(QuestionInUse(each, classification_of(each)) for each in QUESTIONS if each in columns),
        (Characteristic("programme", "Programme", categories),) if programmes else (),
    )


def figures_of(measured: MeasuredFamily, table_id: str) -> dict[tuple[str, ...], tuple[float | None, int]]:
    """The value and the base of each row of one table."""
    table = next(table for table in measured.tables if table.id == table_id)
    counts = measured.populations[0].counts
    return {
        row.key: (row.figure.estimate(*(counts[cell] for cell in row.figure.cells)).value, counts[row.figure.base])
        for row in table.rows
    }
