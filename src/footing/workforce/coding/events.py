"""Code events: leave out what is no event, and bring promotions for a while into the words that measures know."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from dataclasses import replace
from typing import TYPE_CHECKING

from footing.tables import Category
from footing.workforce.coding import sql
from footing.workforce.coding.checks import rows_where
from footing.workforce.coding.coded import CodedColumn, CodedSheet
from footing.workforce.faults import Fault
from footing.workforce.faults import companion_kinds as kinds
from footing.workforce.workforce import NOT_RECORDED, Characteristic

if TYPE_CHECKING:
    import duckdb

KINDS = ("joined", "promoted", "moved", "left")
FOR_A_WHILE, BACK_AGAIN = "temporarily_promoted", "temporary_promotion_ended"
TEMPORARY_PROMOTION = "Temporary promotion"
"""The reason by which measures know a promotion for a while."""
_INCOMPLETE = f"date IS NULL OR event::VARCHAR = '{NOT_RECORDED}'"


def settle_events(connection: "duckdb.DuckDBPyConnection", sheet: CodedSheet) -> tuple[CodedSheet, tuple[Fault, ...]]:
    """The coded events with complete rows of the four kinds alone, and notices of what was done for it.

    Acting up becomes a promotion whose reason says that it is for a while. Its end is left out: the person comes back
    to the grade that measures never took them from.
    """
    event = sheet.column("event")
    if event is None or sheet.column("event_date") is None:
        return sheet, ()
    incomplete = rows_where(connection, sheet.relation, _INCOMPLETE)
    connection.execute(f"DELETE FROM {sheet.relation} WHERE {_INCOMPLETE}")
    acting = rows_where(connection, sheet.relation, f"event::VARCHAR IN ('{FOR_A_WHILE}', '{BACK_AGAIN}')")
    found = ((kinds.EVENT_INCOMPLETE, incomplete), (kinds.ACTING_UP, acting))
    faults = (kind.at_rows(rows, sheet=sheet.bound.place, column=event.bound.heading) for kind, rows in found if rows)
    return _with_temporary_reasons(connection, sheet, event) if acting else sheet, tuple(faults)


def _with_temporary_reasons(
    connection: "duckdb.DuckDBPyConnection", sheet: CodedSheet, event: CodedColumn
) -> CodedSheet:
    reason = sheet.column("reason")
    reasons = reason or replace(event, bound=replace(event.bound, field="reason"), columns=("reason",))
    codes = _recorded(reason.characteristic) if reason else ()
    listed = Characteristic(
        variable="reason",
        title=reason.characteristic.title if reason and reason.characteristic else "Reason",
        categories=tuple(Category(code, code) for code in dict.fromkeys((*codes, TEMPORARY_PROMOTION))),
    )
    otherwise = "reason::VARCHAR" if reason else f"'{NOT_RECORDED}'"
    stored = sql.enum((*(each.code for each in listed.categories), NOT_RECORDED))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {sheet.relation} AS SELECT * EXCLUDE (event{', reason' if reason else ''}),"
        f" CAST(CASE event::VARCHAR WHEN '{FOR_A_WHILE}' THEN 'promoted' ELSE event::VARCHAR END"
        f" AS {sql.enum((*KINDS, NOT_RECORDED))}) AS event,"
        f" CAST(CASE event::VARCHAR WHEN '{FOR_A_WHILE}' THEN '{TEMPORARY_PROMOTION}' ELSE {otherwise} END"
        f" AS {stored}) AS reason"
        f" FROM {sheet.relation} WHERE event::VARCHAR <> '{BACK_AGAIN}'"
    )
    others = tuple(column for column in sheet.columns if column not in (event, reason))
    return replace(sheet, columns=(*others, _of_four_kinds(event), replace(reasons, characteristic=listed)))


def _of_four_kinds(event: CodedColumn) -> CodedColumn:
    found = event.characteristic
    if found is None:
        return event
    known = {each.code for each in found.categories} | {"promoted"}
    return replace(
        event,
        characteristic=replace(found, categories=tuple(Category(kind, kind) for kind in KINDS if kind in known)),
    )


def _recorded(characteristic: Characteristic | None) -> tuple[str, ...]:
    return tuple(each.code for each in characteristic.categories) if characteristic else ()
