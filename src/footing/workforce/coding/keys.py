"""Keys: one row for each person, and rows of different sheets that belong to one person."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.checks import rows_where
from footing.workforce.coding.coded import CodedSheet
from footing.workforce.faults import Fault
from footing.workforce.faults import checking_kinds as kinds

if TYPE_CHECKING:
    import duckdb


def keep_one_row_for_each_key(connection: "duckdb.DuckDBPyConnection", sheet: CodedSheet) -> tuple[Fault, ...]:
    """Drop rows that repeat an earlier row of the same key, with a notice; rows that say something else are a fault.

    Rows are compared in the columns that are used, so a second row that differs only elsewhere (a second post, say)
    does not make a second person.
    """
    keys = _row_keys(sheet)
    if not keys:
        return ()
    repeats = f"repeats_{sheet.relation}"
    others = [sql.name(name) for column in sheet.columns for name in column.columns]
    alike = " AND ".join(f"later.{name} IS NOT DISTINCT FROM first_row.{name}" for name in others)
    same_key = " AND ".join(f"later.{key} IS NOT DISTINCT FROM firsts.{key}" for key in keys)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {repeats} AS WITH firsts AS ("
        f" SELECT {', '.join(keys)}, min(row_number) AS first_number FROM {sheet.relation}"
        f" WHERE {keys[0]} IS NOT NULL GROUP BY ALL HAVING count(*) > 1)"
        f" SELECT later.row_number, {alike} AS alike FROM {sheet.relation} AS later JOIN firsts ON {same_key}"
        f" JOIN {sheet.relation} AS first_row ON first_row.row_number = firsts.first_number"
        f" WHERE later.row_number > firsts.first_number"
    )
    different, alike_rows = rows_where(connection, repeats, "NOT alike"), rows_where(connection, repeats, "alike")
    if alike_rows:
        connection.execute(f"DELETE FROM {sheet.relation} WHERE row_number IN (SELECT row_number FROM {repeats})")
    heading = sheet.bound.key.heading if sheet.bound.key else None
    found = ((kinds.KEY_REPEATED, different), (kinds.KEY_REPEATED_ALIKE, alike_rows))
    return tuple(kind.at_rows(rows, sheet=sheet.bound.place, column=heading) for kind, rows in found if rows)


def check_join(connection: "duckdb.DuckDBPyConnection", people: CodedSheet, answers: CodedSheet) -> tuple[Fault, ...]:
    """Whether the answers belong to the people: a notice of those that belong to nobody, a fault when none belongs."""
    theirs, ours = _key_name(answers), _key_name(people)
    if theirs is None or ours is None:
        return ()
    strangers = rows_where(
        connection,
        answers.relation,
        f"{theirs} IS NOT NULL AND {theirs} NOT IN (SELECT {ours} FROM {people.relation} WHERE {ours} IS NOT NULL)",
    )
    if not strangers:
        return ()
    known = connection.execute(f"SELECT count({theirs}) FROM {answers.relation}").fetchone()
    heading = answers.bound.key.heading if answers.bound.key else None
    if known and known[0] == len(strangers):
        other = people.bound.sheet.name
        return (kinds.NO_KEY_IN_COMMON.at(sheet=answers.bound.place, column=heading, other=other),)
    return (kinds.ANSWERS_WITHOUT_PERSON.at_rows(strangers, sheet=answers.bound.place, column=heading),)


def _row_keys(sheet: CodedSheet) -> tuple[str, ...]:
    """What tells rows apart: the key, and the vacancy or the programme, since people apply for or attend several."""
    key = _key_name(sheet)
    further = (sheet.column(field) for field in ("requisition", "programme"))
    return (key, *(sql.name(column.columns[0]) for column in further if column)) if key else ()


def _key_name(sheet: CodedSheet) -> str | None:
    column = sheet.column(sheet.bound.key.field) if sheet.bound.key else None
    return sql.name(column.columns[0]) if column else None
