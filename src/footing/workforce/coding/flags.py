"""Code a field that is either so or not so: a word for yes or no, or the date on which it came to be."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is a parameter

from collections.abc import Iterable
from typing import TYPE_CHECKING

from footing.workforce.coding import sql
from footing.workforce.coding.binding import BoundColumn, BoundSheet
from footing.workforce.coding.coded import CodedColumn
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.words import Word, distinct_words, is_blank, rows_of_words
from footing.workforce.faults import Fault
from footing.workforce.faults import mapping_kinds as kinds
from footing.workforce.fields import FieldSpecification
from footing.workforce.matching import fold
from footing.workforce.parsing import date_sql

if TYPE_CHECKING:
    import duckdb

YES = "yes"


def code_flag(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    column: BoundColumn,
    specification: FieldSpecification,
    rules: CodingRules,
) -> CodedColumn:
    """The coded column of a flag; a blank is false. The mapping may list further words for yes and no."""
    limit = rules.plausibility.most_different_answers
    words = distinct_words(connection, sheet.sheet.relation, column.column, limit)
    if len(words) > limit:
        found = f"more than {limit:,}"
        fault = kinds.TOO_MANY_CATEGORIES.at(sheet=sheet.place, column=column.heading, found=found, limit=limit)
        return CodedColumn(column, faults=(fault,))
    said = _said_in_words(words, specification, rules)
    others = [word for word in words if word.text not in said]
    dates = _dates(connection, others, rules)
    table = f"words_{sheet.sheet.relation}_{column.column}"
    so = [word for word, is_so in said.items() if is_so]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT unnest(?::VARCHAR[]) AS word", [[*so, *dates]])
    return CodedColumn(
        bound=column,
        columns=(specification.coded_column,),
        select=(f"{table}.word IS NOT NULL AS {sql.name(specification.coded_column)}",),
        join=f"LEFT JOIN {table} ON sheet_rows.{column.column} = {table}.word",
        faults=_faults(connection, sheet, column, [word for word in others if word.text not in dates]),
        no_answer=("false",),
    )


def _said_in_words(words: Iterable[Word], specification: FieldSpecification, rules: CodingRules) -> dict[str, bool]:
    """What each word that is known says; a word that stands for nothing says no."""
    meanings = {fold(each): meaning for meaning, known in rules.fields.flag_words.items() for each in known}
    meanings |= {fold(each): means for each, means in rules.mapping.category(specification.id).category_of_word.items()}
    said = {word.text: meanings[fold(word.text)] == YES for word in words if fold(word.text) in meanings}
    blank = {word.text: False for word in words if is_blank(word.text, rules.blanks)}
    return {**blank, **said}


def _dates(connection: "duckdb.DuckDBPyConnection", words: Iterable[Word], rules: CodingRules) -> frozenset[str]:
    """Those of the words that are dates."""
    date = date_sql("word", order=rules.mapping.dates.order, latest_year=rules.as_at.year + 1)
    rows = connection.execute(
        f"SELECT word FROM (SELECT unnest(?::VARCHAR[]) AS word) WHERE {date} IS NOT NULL",
        [[word.text for word in words]],
    ).fetchall()
    return frozenset(word for (word,) in rows)


def _faults(
    connection: "duckdb.DuckDBPyConnection", sheet: BoundSheet, column: BoundColumn, unknown: list[Word]
) -> tuple[Fault, ...]:
    rows = rows_of_words(connection, sheet.sheet.relation, column.column, unknown)
    return tuple(
        kinds.NEITHER_YES_NOR_NO.at_rows(
            rows[word.text], sheet=sheet.place, column=column.heading, value=word.text.strip(), field=column.field
        )
        for word in unknown
    )
