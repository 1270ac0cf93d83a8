"""Code the companions of the people: applications and events."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.coded import CodedSheet
from footing.workforce.coding.people import as_found
from footing.workforce.faults import Fault
from footing.workforce.faults import checking_kinds as kinds
from footing.workforce.workforce import Companion

if TYPE_CHECKING:
    import duckdb


def build_companion(connection: "duckdb.DuckDBPyConnection", table: str, sheet: CodedSheet) -> Companion:
    """Create the companion's table (``applications`` or ``events``), one row per row of its sheet."""
    names = ", ".join(sql.name(name) for column in sheet.columns for name in column.columns)
    connection.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT {names} FROM {sheet.relation}")
    counted = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return Companion(
        questions=sheet.questions,
        characteristics=as_found(connection, table, sheet.characteristics),
        row_count=counted[0] if counted else 0,
    )


def check_events(connection: "duckdb.DuckDBPyConnection", people: CodedSheet, events: CodedSheet) -> tuple[Fault, ...]:
    """A notice of events whose person is not among the people, as those of people who have left are not."""
    heading = events.bound.key.heading if events.bound.key else None
    if heading is None or people.bound.key is None:
        return ()
    row = connection.execute(
        f"SELECT coalesce(list(row_number ORDER BY row_number), []) FROM {events.relation}"
        f" WHERE person_key NOT IN (SELECT person_key FROM {people.relation} WHERE person_key IS NOT NULL)"
    ).fetchone()
    return (kinds.EVENTS_OF_OTHERS.at_rows(row[0], sheet=events.bound.place, column=heading),) if row and row[0] else ()
