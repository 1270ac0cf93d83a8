"""Code the answers to a question: word → option → group, as one small table that the engine joins to the rows."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from footing.standards import Question
from footing.workforce.coding import sql
from footing.workforce.coding.binding import BoundColumn, BoundSheet, nearest_words
from footing.workforce.coding.coded import CodedColumn
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.words import Word, distinct_words, groups_of_options, place_answers, rows_of_words
from footing.workforce.faults import Fault
from footing.workforce.faults import mapping_kinds as kinds
from footing.workforce.mapping import QuestionMapping
from footing.workforce.matching import AnswerMatcher
from footing.workforce.workforce import NOT_ANSWERED, QuestionInUse

if TYPE_CHECKING:
    import duckdb

_CODE = re.compile(r"^\s*[A-Za-z]?\d{1,3}(?:\.0+)?\s*$")


def code_answers(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    column: BoundColumn,
    question: Question,
    rules: CodingRules,
) -> CodedColumn:
    """The coded column of a question: the group under the question's id, the option under ``<id>_option``."""
    mapping = rules.mapping.question(question.id)
    if faults := tuple(_unknown_options(sheet, column, question, mapping)):
        return CodedColumn(column, faults=faults)
    limit = rules.plausibility.most_different_answers
    words = distinct_words(connection, sheet.sheet.relation, column.column, limit)
    if len(words) > limit:
        fault = kinds.TOO_MANY_CATEGORIES.at(
            sheet=sheet.place, column=column.heading, found=f"more than {limit:,}", limit=limit
        )
        return CodedColumn(column, faults=(fault,))
    placed = place_answers(words, question, mapping, rules.blanks)
    classification = rules.catalogue.default_classification(question.id, rules.as_at)
    groups = groups_of_options(question, classification)
    option_type = sql.enum(groups)
    group_type = sql.enum(group.code for group in classification.groups if not group.rollup)
    table = f"words_{sheet.sheet.relation}_{column.column}"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT unnest(?) AS word,"
        f" CAST(unnest(?) AS {group_type}) AS answer_group, CAST(unnest(?) AS {option_type}) AS answer_option",
        [list(placed.options), [groups[option] for option in placed.options.values()], list(placed.options.values())],
    )
    no_group = f"CAST({sql.text(groups[mapping.blank])} AS {group_type})"
    no_option = f"CAST({sql.text(mapping.blank)} AS {option_type})"
    return CodedColumn(
        bound=column,
        columns=(question.id, f"{question.id}_option"),
        select=(
            f"coalesce({table}.answer_group, {no_group}) AS {sql.name(question.id)}",
            f"coalesce({table}.answer_option, {no_option}) AS {sql.name(question.id + '_option')}",
        ),
        join=f"LEFT JOIN {table} ON sheet_rows.{column.column} = {table}.word",
        faults=tuple(_not_placed(connection, sheet, column, question, placed.unplaced)),
        question=QuestionInUse(question.id, classification),
        no_answer=(f"CAST('{NOT_ANSWERED}' AS {group_type})", f"CAST('{NOT_ANSWERED}' AS {option_type})"),
    )


def _unknown_options(
    sheet: BoundSheet, column: BoundColumn, question: Question, mapping: QuestionMapping
) -> Iterator[Fault]:
    """A fault for each option that the mapping names and the question does not have."""
    known = [*(option.code for option in question.options), NOT_ANSWERED]
    for word, option in {**mapping.option_of_word, **mapping.codebook, "": mapping.blank}.items():
        if option not in known:
            yield kinds.UNKNOWN_OPTION.at(
                sheet=sheet.place,
                column=column.heading,
                value=word or "a blank cell",
                option=option,
                question=question.id,
                nearest=nearest_words(option, known),
            )


def _not_placed(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    column: BoundColumn,
    question: Question,
    unplaced: tuple[Word, ...],
) -> Iterator[Fault]:
    """A fault for each word that fits no option, with its rows and the options it is most like."""
    matcher = AnswerMatcher(question)
    rows = rows_of_words(connection, sheet.sheet.relation, column.column, unplaced)
    for word in unplaced:
        kind = kinds.CODES_WITHOUT_CODEBOOK if _CODE.match(word.text) else kinds.ANSWER_NOT_PLACED
        yield kind.at_rows(
            rows[word.text],
            sheet=sheet.place,
            column=column.heading,
            value=word.text.strip(),
            question=question.id,
            times=word.count,
            nearest=", ".join(matcher.nearest(word.text)),
        )
