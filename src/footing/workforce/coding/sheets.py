"""Code one sheet: every column that is used, in one statement of the engine."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.workforce.coding.answers import code_answers
from footing.workforce.coding.binding import BoundColumn, BoundSheet
from footing.workforce.coding.categories import code_categories
from footing.workforce.coding.coded import CodedColumn, CodedSheet
from footing.workforce.coding.flags import code_flag
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.values import code_date, code_money, code_number, code_text

if TYPE_CHECKING:
    import duckdb


def code_sheet(connection: "duckdb.DuckDBPyConnection", sheet: BoundSheet, rules: CodingRules) -> CodedSheet:
    """The sheet as a coded table: its rows in order of the file, its words categories, its texts dates and amounts."""
    columns = tuple(_code(connection, sheet, column, rules) for column in sheet.columns)
    relation = f"coded_{sheet.sheet.relation}"
    select = ", ".join(("sheet_rows.row_number", *(part for column in columns for part in column.select)))
    joins = " ".join(column.join for column in columns)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {relation} AS SELECT {select} FROM {sheet.sheet.relation} AS sheet_rows {joins}"
    )
    return CodedSheet(sheet, relation, columns)


def _code(
    connection: "duckdb.DuckDBPyConnection", sheet: BoundSheet, column: BoundColumn, rules: CodingRules
) -> CodedColumn:
    if column.question is not None:
        return code_answers(connection, sheet, column, column.question, rules)
    specification = column.specification
    if specification is None:
        raise ValueError(f"{column.field} is bound to neither a field nor a question")
    match specification.kind:
        case "category" | "date" | "flag" as kind:
            code_words = {"category": code_categories, "date": code_date, "flag": code_flag}[kind]
            return code_words(connection, sheet, column, specification, rules)
        case "money":
            return code_money(column, specification, rules)
        case "number":
            return code_number(column, specification, rules)
        case "key" | "text":
            return code_text(column, specification)
