"""Code the companions of the people: applications, events and participants of outreach."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.coded import CodedSheet
from footing.workforce.coding.people import as_found
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.self_coded import add_self_coded_background
from footing.workforce.workforce import Companion

if TYPE_CHECKING:
    import duckdb


def build_companion(
    connection: "duckdb.DuckDBPyConnection", table: str, sheet: CodedSheet, rules: CodingRules
) -> Companion:
    """Create the companion's table (``applications``, ``events`` or ``participants``), one row per row of its sheet."""
    names = ", ".join(sql.name(name) for column in sheet.columns for name in column.columns)
    connection.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT {names} FROM {sheet.relation}")
    asked = frozenset(question.question_id for question in sheet.questions)
    background = add_self_coded_background(connection, table, asked, rules)
    counted = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return Companion(
        questions=(*sheet.questions, background) if background else sheet.questions,
        characteristics=as_found(connection, table, sheet.characteristics),
        row_count=counted[0] if counted else 0,
    )
