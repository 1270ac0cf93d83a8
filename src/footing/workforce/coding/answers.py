"""Code the answers to a question: word → option → group, as one small table that the engine joins to the rows."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from footing.standards import Classification, Question
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
        found = f"more than {limit:,}"
        fault = kinds.TOO_MANY_CATEGORIES.at(sheet=sheet.place, column=column.heading, found=found, limit=limit)
        return CodedColumn(column, faults=(fault,))
    placed = place_answers(words, question, mapping, rules.blanks)
    faults = tuple(_not_placed(connection, sheet, column, question, placed.unplaced))
    classification = rules.catalogue.default_classification(question.id, rules.as_at)
    table = _AnswerTable(f"words_{sheet.sheet.relation}_{column.column}", question, classification)
    table.create(connection, placed.options)
    return CodedColumn(
        bound=column,
        columns=(question.id, f"{question.id}_option"),
        select=table.select(mapping.blank),
        join=f"LEFT JOIN {table.name} ON sheet_rows.{column.column} = {table.name}.word",
        faults=faults,
        question=QuestionInUse(question.id, classification),
        no_answer=table.answer(NOT_ANSWERED),
    )


class _AnswerTable:
    """The small table of one column's words, with the group and the option of each."""

    def __init__(self, name: str, question: Question, classification: Classification) -> None:
        self.name = name
        self._id = question.id
        self._groups = groups_of_options(question, classification)
        self._group_type = sql.enum(group.code for group in classification.groups if not group.rollup)
        self._option_type = sql.enum(self._groups)

    def create(self, connection: "duckdb.DuckDBPyConnection", options: Mapping[str, str]) -> None:
        """Create it from the option of each word."""
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {self.name} AS SELECT unnest(?) AS word,"
            f" CAST(unnest(?) AS {self._group_type}) AS answer_group,"
            f" CAST(unnest(?) AS {self._option_type}) AS answer_option",
            [list(options), [self._groups[option] for option in options.values()], list(options.values())],
        )

    def answer(self, option: str) -> tuple[str, str]:
        """The group and the option of an answer, as SQL."""
        group, code = sql.text(self._groups[option]), sql.text(option)
        return f"CAST({group} AS {self._group_type})", f"CAST({code} AS {self._option_type})"

    def select(self, blank: str) -> tuple[str, str]:
        """The group and the option of each row, where an empty cell stands for ``blank``."""
        group, option = self.answer(blank)
        return (
            f"coalesce({self.name}.answer_group, {group}) AS {sql.name(self._id)}",
            f"coalesce({self.name}.answer_option, {option}) AS {sql.name(self._id + '_option')}",
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
