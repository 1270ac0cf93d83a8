"""Check events against each other and against the staff: each check is a notice, and nothing is changed by it."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.checks import rows_where
from footing.workforce.coding.coded import CodedColumn, CodedSheet
from footing.workforce.coding.events import TEMPORARY_PROMOTION
from footing.workforce.coding.people import PEOPLE
from footing.workforce.coding.rules import CodingRules
from footing.workforce.faults import Fault, FaultKind, checking_kinds, companion_kinds
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED

if TYPE_CHECKING:
    import duckdb

_TOLD_AGAIN = ("sex", "probation_outcome", "induction_items")
"""What events may say of a person beside the answers, as the staff extract does."""


def check_events(
    connection: "duckdb.DuckDBPyConnection", staff_columns: frozenset[str], events: CodedSheet, rules: CodingRules
) -> Iterator[Fault]:
    """The notices of one sheet of events, given the columns that the table of people has."""
    key = events.column("person_key")
    if key is None or events.column("event") is None or events.column("event_date") is None:
        return
    checks = _EventChecks(connection, events, rules)
    yield from checks.of_people(key)
    yield from checks.of_order()
    if "grade" in staff_columns:
        yield from checks.of_last_grades()
    yield from checks.of_what_is_told_twice(staff_columns)


class _EventChecks:
    """The events with their place in time: which one comes before, and which is a person's last."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection", events: CodedSheet, rules: CodingRules) -> None:
        self._connection, self._events, self._rules = connection, events, rules
        self._relation = f"ordered_{events.relation}"
        # Of several on one day, leaving comes last and joining before the rest; a renewal joins after it has left.
        in_order = "date, CASE event::VARCHAR WHEN 'joined' THEN 0 WHEN 'left' THEN 2 ELSE 1 END, row_number"
        window = f"(PARTITION BY person_key ORDER BY {in_order})"
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {self._relation} AS SELECT *, lag(event::VARCHAR) OVER {window} AS before,"
            f" lag(date) OVER {window} AS day_before, lead(date) OVER {window} IS NULL AS is_last"
            f" FROM {events.relation}"
        )

    def of_people(self, key: CodedColumn) -> Iterator[Fault]:
        """Who is in the events and not in the staff, and who has left and is in it."""
        place, column = self._events.bound.place, key.bound.heading
        staff = f"person_key IN (SELECT person_key FROM {PEOPLE} WHERE person_key IS NOT NULL)"
        gone = f"is_last AND event::VARCHAR <> 'left' AND NOT {staff}"
        for kind, condition in (
            (checking_kinds.EVENTS_OF_OTHERS, f"NOT {staff}"),
            (companion_kinds.GONE_WITHOUT_LEAVING, gone),
            (companion_kinds.LEFT_AND_STILL_THERE, f"is_last AND event::VARCHAR = 'left' AND {staff}"),
        ):
            if rows := rows_where(self._connection, self._relation, condition):
                yield kind.at_rows(rows, sheet=place, column=column)

    def of_order(self) -> Iterator[Fault]:
        """What happens after leaving, and promotions that lead no higher."""
        after = "before = 'left' AND event::VARCHAR <> 'joined' AND date > day_before"
        if rows := rows_where(self._connection, self._relation, after):
            yield self._at(companion_kinds.EVENT_AFTER_LEAVING, rows, "event_date")
        if self._events.column("from_grade") is None or self._events.column("to_grade") is None:
            return
        ranks = ", ".join(sql.text(grade) for grade in self._rules.mapping.category("grade").categories)
        lower, higher = (f"list_position([{ranks}]::VARCHAR[], {name}::VARCHAR)" for name in ("from_grade", "to_grade"))
        if rows := rows_where(self._connection, self._relation, f"event::VARCHAR = 'promoted' AND {lower} >= {higher}"):
            yield self._at(companion_kinds.PROMOTION_NOT_UPWARD, rows, "to_grade")

    def of_last_grades(self) -> Iterator[Fault]:
        """People whose last grade in the events is not the one in the staff extract."""
        if self._events.column("to_grade") is None:
            return
        for_good = f"reason::VARCHAR <> '{TEMPORARY_PROMOTION}'" if self._events.column("reason") else "true"
        last = (
            f"(SELECT row_number, person_key, to_grade::VARCHAR AS last_grade FROM {self._relation}"
            f" WHERE to_grade::VARCHAR <> '{NOT_RECORDED}' AND {for_good}"
            " QUALIFY row_number() OVER (PARTITION BY person_key ORDER BY date DESC, row_number DESC) = 1)"
        )
        joined = f"(SELECT last.row_number, last_grade, grade FROM {last} AS last JOIN {PEOPLE} USING (person_key))"
        different = f"grade::VARCHAR NOT IN (last_grade, '{NOT_RECORDED}')"
        if rows := rows_where(self._connection, joined, different):
            yield self._at(companion_kinds.LAST_GRADE_DIFFERS, rows, "to_grade")

    def of_what_is_told_twice(self, staff_columns: frozenset[str]) -> Iterator[Fault]:
        """Answers and the like that staff and events both give, and give differently."""
        for column in self._events.columns:
            name = column.columns[0] if column.columns else ""
            if name not in staff_columns or not (column.question or name in _TOLD_AGAIN):
                continue
            both = (
                f"(SELECT told.row_number, told.{sql.name(name)}::VARCHAR AS one, {PEOPLE}.{sql.name(name)}::VARCHAR"
                f" AS other FROM {self._events.relation} AS told JOIN {PEOPLE} USING (person_key))"
            )
            said = f"NOT list_has_any([one, other], ['{NOT_ANSWERED}', '{NOT_RECORDED}'])"
            if rows := rows_where(self._connection, both, f"one <> other AND {said}"):
                place, heading = self._events.bound.place, column.bound.heading
                field = column.bound.field.replace("_", " ")
                yield companion_kinds.TOLD_DIFFERENTLY.at_rows(rows, sheet=place, column=heading, field=field)

    def _at(self, kind: FaultKind, rows: list[int], field: str) -> Fault:
        column = self._events.column(field)
        return kind.at_rows(rows, sheet=self._events.bound.place, column=column.bound.heading if column else None)
