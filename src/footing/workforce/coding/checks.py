"""Check what a coded sheet says: each check is a condition that the engine looks for in every row."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from footing.workforce.coding import sql
from footing.workforce.coding.coded import CodedColumn, CodedSheet
from footing.workforce.coding.rules import CodingRules
from footing.workforce.faults import Fault, FaultKind
from footing.workforce.faults import checking_kinds as kinds
from footing.workforce.mapping import Role
from footing.workforce.parsing import completed_years_sql

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on the rows of a coded sheet under which a column is at fault."""

    kind: FaultKind
    column: CodedColumn
    condition: str
    details: Mapping[str, Any] = field(default_factory=dict)


def check_rows(connection: "duckdb.DuckDBPyConnection", sheet: CodedSheet, rules: CodingRules) -> tuple[Fault, ...]:
    """A fault for every condition that some row meets, with all the rows that meet it; one scan when none does."""
    checks = [check for column in sheet.columns if column.columns for check in _checks(sheet, column, rules)]
    if not checks:
        return ()
    counted = ", ".join(f"count(*) FILTER (WHERE {check.condition})" for check in checks)
    counts = connection.execute(f"SELECT {counted} FROM {sheet.relation}").fetchone() or ()
    met = (check for check, count in zip(checks, counts, strict=True) if count)
    return tuple(_fault(connection, sheet, check) for check in met)


def rows_where(connection: "duckdb.DuckDBPyConnection", relation: str, condition: str) -> list[int]:
    """The numbers of the rows that meet a condition, in order."""
    found = connection.execute(
        f"SELECT coalesce(list(row_number ORDER BY row_number), []) FROM {relation} WHERE {condition}"
    ).fetchone()
    return list(found[0]) if found else []


def _fault(connection: "duckdb.DuckDBPyConnection", sheet: CodedSheet, check: Check) -> Fault:
    rows = rows_where(connection, sheet.relation, check.condition)
    return check.kind.at_rows(rows, sheet=sheet.bound.place, column=check.column.bound.heading, **check.details)


def _checks(sheet: CodedSheet, column: CodedColumn, rules: CodingRules) -> Iterator[Check]:
    specification = column.bound.specification
    if specification is None:
        return
    name = sql.name(column.columns[0])
    match specification.kind:
        case "key":
            yield Check(kinds.KEY_BLANK, column, f"{name} IS NULL")
        case "date":
            yield from _date_checks(sheet, column, name, rules)
        case "money":
            yield Check(kinds.NOT_AN_AMOUNT, column, sql.name(f"bad_{column.columns[0]}"))
            yield Check(kinds.PAY_NEGATIVE, column, f"{name} < 0")
        case "number":
            yield Check(kinds.NOT_A_NUMBER, column, sql.name(f"bad_{column.columns[0]}"))
    yield from _checks_of_field(sheet, column, name, rules)


def _date_checks(sheet: CodedSheet, column: CodedColumn, name: str, rules: CodingRules) -> Iterator[Check]:
    latest = rules.snapshot_date if sheet.bound.role in (Role.PEOPLE, Role.ANSWERS) else rules.as_at
    order = "day-first" if rules.mapping.dates.order == "day_first" else "month-first"
    yield Check(kinds.NOT_A_DATE, column, sql.name(f"bad_{column.columns[0]}"), {"order": order})
    yield Check(kinds.DATE_IN_FUTURE, column, f"{name} > DATE '{latest}'", {"latest": f"{latest:%-d %B %Y}"})


def _checks_of_field(sheet: CodedSheet, column: CodedColumn, name: str, rules: CodingRules) -> Iterable[Check]:
    bounds = rules.plausibility
    ages = {"youngest": bounds.youngest_age, "oldest": bounds.oldest_age}
    snapshot = f"DATE '{rules.snapshot_date}'"
    years = completed_years_sql(name, snapshot)
    match column.bound.field:
        case "birth_date":
            outside = f"{years} NOT BETWEEN {bounds.youngest_age} AND {bounds.oldest_age}"
            yield Check(kinds.BIRTH_DATE_IMPLAUSIBLE, column, f"{name} <= {snapshot} AND {outside}", ages)
        case "start_date":
            too_long = f"{years} > {bounds.longest_service_years}"
            details = {"longest": bounds.longest_service_years}
            yield Check(
                kinds.START_DATE_IMPLAUSIBLE, column, f"{too_long} OR {_too_young(sheet, name, rules)}", details
            )
        case "age":
            outside = f"{name} NOT BETWEEN {bounds.youngest_age} AND {bounds.oldest_age}"
            yield Check(kinds.AGE_IMPLAUSIBLE, column, outside, ages)
        case "weekly_hours":
            most = bounds.most_weekly_hours
            yield Check(kinds.HOURS_IMPLAUSIBLE, column, f"{name} < 0 OR {name} > {most}", {"most": most})
            yield Check(kinds.HOURS_ZERO, column, f"{name} = 0")
        case "full_time_equivalent":
            share = bounds.most_full_time_equivalent
            outside = f"{name} < 0 OR {name} > {share}"
            yield Check(kinds.FULL_TIME_EQUIVALENT_IMPLAUSIBLE, column, outside, {"most": share})
        case "pay_period_days":
            most = bounds.most_pay_period_days
            yield Check(kinds.PAY_PERIOD_IMPLAUSIBLE, column, f"{name} <= 0 OR {name} > {most}", {"most": most})
        case "annual_pay":
            yield Check(kinds.PAY_ZERO, column, f"{name} = 0")
        case "applied_on":
            later = [each for each in sheet.columns if each.bound.field.endswith("_on") and each is not column]
            before = " OR ".join(f"{sql.name(each.columns[0])} < {name}" for each in later) or "false"
            yield Check(kinds.STAGES_OUT_OF_ORDER, column, before)


def _too_young(sheet: CodedSheet, start: str, rules: CodingRules) -> str:
    birth = sheet.column("birth_date")
    if birth is None:
        return "false"
    age_at_start = completed_years_sql(sql.name(birth.columns[0]), start)
    return f"{age_at_start} < {rules.plausibility.youngest_age}"
