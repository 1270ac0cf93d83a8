"""Small workforces with events, straight from rows, in the columns that a coded extract has."""

import datetime as dt
from collections.abc import Mapping, Sequence

import duckdb
import ibis

from footing.standards import load_catalogue
from footing.tables import Category
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED, Characteristic, Companion, QuestionInUse, Workforce

GRADES = ("Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5", "Grade 6")
SNAPSHOT = dt.date(2025, 3, 31)
OPENING = dt.date(2020, 4, 1)
QUESTION = "parental_occupation"

BLANKS = {"grade": NOT_RECORDED, "from_grade": NOT_RECORDED, "to_grade": NOT_RECORDED, "reason": NOT_RECORDED}

Row = Mapping[str, object]


def person(key: str, grade: str = "Grade 1", background: str = "lower", **more: object) -> Row:
    """Somebody in the extract."""
    return {"person_key": key, "grade": grade, QUESTION: background, **more}


def event(
    key: str, kind: str, date: str | None, start: str | None = None, to: str | None = None, **more: object
) -> Row:
    """Something that happened to somebody, on a date such as ``2021-02-28``."""
    return {"person_key": key, "event": kind, "date": date, "from_grade": start, "to_grade": to, **more}


def make_careers(
    people: Sequence[Row] = (),
    events: Sequence[Row] | None = (),
    *,
    grades: Sequence[str] = GRADES,
    unranked: Sequence[str] = (),
    of_people: Sequence[str] = (),
    of_events: Sequence[str] = (QUESTION,),
    reasons: Sequence[str] | None = None,
    snapshot: dt.date = SNAPSHOT,
    ordered: bool = True,
) -> Workforce:
    """A workforce with events. ``of_people`` and ``of_events`` are columns beyond the usual."""
    connection = duckdb.connect()
    of_reason = ("reason",) if reasons is not None else ()
    _table(connection, "people", ("person_key", "grade", QUESTION, *of_people), people)
    columns = ("person_key", "event", "date", "from_grade", "to_grade", *of_reason, *of_events)
    if events is not None:
        _table(connection, "events", columns, events)
    backend = ibis.duckdb.from_connection(connection)
    question = QuestionInUse(QUESTION, load_catalogue().default_classification(QUESTION))
    categories = {column: _categories(column, (*people, *(events or ()))) for column in (*of_people, *of_events)}
    kept = [_ladder("grade", grades, unranked, ordered), *(categories[each] for each in of_people if categories[each])]
    in_events = [_ladder(name, grades, unranked, ordered) for name in ("from_grade", "to_grade")]
    if reasons is not None:
        in_events.append(Characteristic("reason", "Reason", tuple(Category(each, each) for each in reasons)))
    return Workforce(
        people=backend.table("people"),
        connection=connection,
        questions=(question,),
        characteristics=tuple(kept),
        amounts=frozenset(),
        snapshot_date=snapshot,
        person_count=len(people),
        sources=(),
        events=backend.table("events") if events is not None else None,
        events_companion=Companion(characteristics=tuple(in_events), row_count=len(events or ())),
    )


def _table(connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    declared = ", ".join(f'"{each}" {"DATE" if _is_date(each) else "VARCHAR"}' for each in columns)
    connection.execute(f"CREATE TABLE {name} ({declared})")
    if rows:
        values = [[_value(row, column) for column in columns] for row in rows]
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", values)


def _value(row: Row, column: str) -> object:
    value = row.get(column)
    if value is not None or column == "person_key" or _is_date(column):
        return value
    return NOT_ANSWERED if column == QUESTION else NOT_RECORDED


def _is_date(column: str) -> bool:
    return column == "date" or column.endswith("_date")


def _ladder(variable: str, grades: Sequence[str], unranked: Sequence[str], ordered: bool) -> Characteristic:
    listed = tuple(Category(each, each) for each in (*grades, *unranked))
    return Characteristic(variable, "Grade", listed, ordered=ordered, unranked=frozenset(unranked))


def _categories(column: str, rows: Sequence[Row]) -> Characteristic | None:
    if column == QUESTION or _is_date(column):
        return None
    codes = sorted({str(row[column]) for row in rows if row.get(column) is not None})
    title = column.replace("_", " ").capitalize()
    return Characteristic(column, title, tuple(Category(each, each) for each in (*codes, NOT_RECORDED)))
