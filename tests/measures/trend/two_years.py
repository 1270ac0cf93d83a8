"""The same employer in two years, straight from rows by key."""

import datetime as dt
from collections.abc import Mapping, Sequence

import duckdb
import ibis
import pyarrow as pa

from footing.standards import Classification, load_catalogue
from footing.tables import Category
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

QUESTION = "parental_occupation"
NOW, BEFORE = dt.date(2026, 3, 31), dt.date(2025, 3, 31)

Person = Mapping[str, str]


def year(
    people: Mapping[str, Person],
    *,
    day: dt.date = NOW,
    lists: Mapping[str, Sequence[str]] | None = None,
    ordered: bool = True,
    question: str = QUESTION,
    classification: Classification | None = None,
) -> Workforce:
    """People by key, with an answer and whatever else is in ``lists``."""
    lists = lists or {}
    columns = {"person_key": pa.array(people.keys(), pa.string())}
    for name in (question, *lists):
        columns[name] = pa.array([person[name] for person in people.values()], pa.string())
    connection = duckdb.connect()
    connection.register("rows", pa.table(columns))
    connection.execute("CREATE TABLE people AS SELECT * FROM rows")
    used = classification or load_catalogue().default_classification(question)
    return Workforce(
        people=ibis.duckdb.from_connection(connection).table("people"),
        connection=connection,
        questions=(QuestionInUse(question, used),),
        characteristics=tuple(
            Characteristic(name, name.capitalize(), tuple(Category(code, code) for code in codes), ordered)
            for name, codes in lists.items()
        ),
        amounts=frozenset(),
        snapshot_date=day,
        person_count=len(people),
        sources=(),
    )
