"""Code keys, dates and amounts: parsed in the engine, with a flag where a cell holds what cannot be read."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.binding import BoundColumn, BoundSheet
from footing.workforce.coding.coded import CodedColumn
from footing.workforce.coding.rules import CodingRules
from footing.workforce.fields import FieldSpecification
from footing.workforce.mapping import PayRules
from footing.workforce.parsing import date_sql, number_sql, pence_sql

if TYPE_CHECKING:
    import duckdb

_MONTHS_PER_YEAR = 12


def code_text(column: BoundColumn, specification: FieldSpecification) -> CodedColumn:
    """The coded column of a key or another text: as it is, without spaces around it; NULL where it is empty."""
    name = specification.coded_column
    value = f"nullif(trim(sheet_rows.{column.column}), '')"
    return CodedColumn(column, (name,), (f"{value} AS {sql.name(name)}",), no_answer=("CAST(NULL AS VARCHAR)",))


def code_date(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    column: BoundColumn,
    specification: FieldSpecification,
    rules: CodingRules,
) -> CodedColumn:
    """The coded column of a date. Each different text is parsed once, however many rows have it."""
    table = f"dates_{sheet.sheet.relation}_{column.column}"
    parsed = date_sql("word", order=rules.mapping.dates.order, latest_year=rules.as_at.year + 1)
    words = f"SELECT DISTINCT {column.column} AS word FROM {sheet.sheet.relation} WHERE {column.column} IS NOT NULL"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS"
        f" SELECT word, parsed, parsed IS NULL AND {_filled('word', rules)} AS bad"
        f" FROM (SELECT word, {parsed} AS parsed FROM ({words}))"
    )
    name = specification.coded_column
    return CodedColumn(
        bound=column,
        columns=(name,),
        select=(f"{table}.parsed AS {sql.name(name)}", f"coalesce({table}.bad, false) AS {sql.name('bad_' + name)}"),
        join=f"LEFT JOIN {table} ON sheet_rows.{column.column} = {table}.word",
        no_answer=("CAST(NULL AS DATE)",),
    )


def code_money(column: BoundColumn, specification: FieldSpecification, rules: CodingRules) -> CodedColumn:
    """The coded column of an amount in pence; pay is for a year of full-time work."""
    pay = rules.mapping.pay
    times = yearly(pay) if specification.id == "annual_pay" else 1
    value = pence_sql(f"sheet_rows.{column.column}", decimal=pay.decimal, times=times)
    return _code_amount(column, specification, value, "BIGINT", rules)


def code_number(column: BoundColumn, specification: FieldSpecification, rules: CodingRules) -> CodedColumn:
    """The coded column of a number."""
    value = number_sql(f"sheet_rows.{column.column}", decimal=rules.mapping.pay.decimal)
    return _code_amount(column, specification, value, "DOUBLE", rules)


def yearly(pay: PayRules) -> float:
    """How many times the amount as written makes a year's pay."""
    match pay.period:
        case "year":
            return 1
        case "month":
            return _MONTHS_PER_YEAR
        case "week":
            return pay.weeks_per_year
        case "hour":
            return pay.weeks_per_year * (pay.full_time_hours or 0)


def _code_amount(
    column: BoundColumn, specification: FieldSpecification, value: str, stored: str, rules: CodingRules
) -> CodedColumn:
    name = specification.coded_column
    bad = f"({value}) IS NULL AND {_filled('sheet_rows.' + column.column, rules)}"
    return CodedColumn(
        bound=column,
        columns=(name,),
        select=(f"({value}) AS {sql.name(name)}", f"coalesce({bad}, false) AS {sql.name('bad_' + name)}"),
        amount=True,
        no_answer=(f"CAST(NULL AS {stored})",),
    )


def _filled(text: str, rules: CodingRules) -> str:
    """Whether a cell says something: not empty, and not a word that stands for nothing."""
    blanks = ", ".join(sql.text(word) for word in ("", *sorted(rules.blanks)))
    return f"lower(trim({text})) NOT IN ({blanks})"
