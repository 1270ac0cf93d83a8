"""Small workforces for tests, straight from rows, with no extract and no mapping between."""

import datetime as dt
from collections.abc import Mapping, Sequence

import duckdb
import ibis

from footing.standards import Classification, load_catalogue
from footing.tables import Category
from footing.tables.raw import RawRelease
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

Row = Mapping[str, str]


def make_workforce(
    rows: Sequence[Row],
    *,
    questions: Sequence[str] = ("parental_occupation",),
    characteristics: Mapping[str, Sequence[str]] | None = None,
) -> Workforce:
    """People with a value in every column named; a question's column holds its group."""
    characteristics = characteristics or {}
    columns = [*questions, *characteristics]
    connection = duckdb.connect()
    declared = ", ".join(f'"{column}" VARCHAR' for column in ["person_key", *columns])
    connection.execute(f"CREATE TABLE people ({declared})")
    if rows:
        values = [[str(key), *(row[column] for column in columns)] for key, row in enumerate(rows)]
        connection.executemany(f"INSERT INTO people VALUES ({', '.join('?' * (len(columns) + 1))})", values)
    return Workforce(
        people=ibis.duckdb.from_connection(connection).table("people"),
        connection=connection,
        questions=tuple(QuestionInUse(question, classification_of(question)) for question in questions),
        characteristics=tuple(_characteristic(variable, codes) for variable, codes in characteristics.items()),
        amounts=frozenset(),
        snapshot_date=dt.date(2026, 3, 31),
        person_count=len(rows),
        sources=(),
    )


def classification_of(question: str) -> Classification:
    """The default classification of a question."""
    return load_catalogue().default_classification(question)


def _characteristic(variable: str, codes: Sequence[str]) -> Characteristic:
    title = variable.replace("_", " ").capitalize()
    return Characteristic(variable, title, tuple(Category(code, code.replace("_", " ").capitalize()) for code in codes))


def figures_of(release: RawRelease, table_id: str) -> dict[tuple[str, ...], tuple[float | None, ...]]:
    """Value, lower and upper limit, and base of each row of one table, worked out from the population's counts."""
    table = next(table for table in release.tables if table.id == table_id)
    counts = next(each.counts for each in release.populations if each.name == table.population)
    figures = {}
    for row in table.rows:
        estimate = row.figure.estimate(*(counts[cell] for cell in row.figure.cells))
        figures[row.key] = (estimate.value, estimate.lower, estimate.upper, counts[row.figure.base])
    return figures
