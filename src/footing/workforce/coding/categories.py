"""Code a characteristic: word → category, as one small table that the engine joins to the rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footing.tables import Category
from footing.workforce.coding import sql
from footing.workforce.coding.binding import BoundColumn, BoundSheet
from footing.workforce.coding.coded import CodedColumn
from footing.workforce.coding.rules import CodingRules
from footing.workforce.coding.words import PlacedCategories, Word, distinct_words, place_categories, rows_of_words
from footing.workforce.faults import Fault
from footing.workforce.faults import mapping_kinds as kinds
from footing.workforce.fields import FieldSpecification
from footing.workforce.mapping import CategoryMapping
from footing.workforce.ordering import order_categories, order_grades
from footing.workforce.workforce import NOT_RECORDED, Characteristic

if TYPE_CHECKING:
    import duckdb

NOT_RECORDED_LABEL = "Not recorded"
_SPELLINGS = 4
"""How many spellings each category may have at most, all in all."""


def code_categories(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    column: BoundColumn,
    specification: FieldSpecification,
    rules: CodingRules,
) -> CodedColumn:
    """The coded column of a characteristic, under its field's name."""
    limit = rules.plausibility.most_categories
    words = distinct_words(connection, sheet.sheet.relation, column.column, limit * _SPELLINGS)
    mapping = rules.mapping.category(specification.like or specification.id)
    placed = place_categories(words, specification, mapping, rules.blanks)
    if fault := _too_many(sheet, column, words, placed, limit):
        return CodedColumn(column, faults=(fault,))
    characteristic = _characteristic(specification, mapping, placed, rules)
    stored = sql.enum(dict.fromkeys((*(category.code for category in characteristic.categories), NOT_RECORDED)))
    blank = f"CAST('{NOT_RECORDED}' AS {stored})"
    table = f"words_{sheet.sheet.relation}_{column.column}"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT unnest(?) AS word, CAST(unnest(?) AS {stored}) AS category",
        [list(placed.categories), list(placed.categories.values())],
    )
    faults = _faults(
        connection, sheet=sheet, column=column, specification=specification, mapping=mapping, placed=placed
    )
    return CodedColumn(
        bound=column,
        columns=(specification.coded_column,),
        select=(f"coalesce({table}.category, {blank}) AS {sql.name(specification.coded_column)}",),
        join=f"LEFT JOIN {table} ON sheet_rows.{column.column} = {table}.word",
        faults=tuple(faults),
        characteristic=characteristic,
        no_answer=(blank,),
    )


def _too_many(
    sheet: BoundSheet, column: BoundColumn, words: tuple[Word, ...], placed: PlacedCategories, limit: int
) -> Fault | None:
    """A fault when the column has more categories than a table can show, or more words than that many can have."""
    found = len({*placed.categories.values(), *placed.new})
    if found <= limit and len(words) <= limit * _SPELLINGS:
        return None
    shown = f"more than {limit:,}" if len(words) > limit * _SPELLINGS else f"{found:,}"
    return kinds.TOO_MANY_CATEGORIES.at(sheet=sheet.place, column=column.heading, found=shown, limit=limit)


def with_not_recorded(characteristic: Characteristic) -> Characteristic:
    """The characteristic with the category of people for whom it is blank, last."""
    categories = (*characteristic.categories, Category(NOT_RECORDED, NOT_RECORDED_LABEL))
    return Characteristic(
        characteristic.variable, characteristic.title, categories, characteristic.ordered, characteristic.unranked
    )


def _characteristic(
    specification: FieldSpecification, mapping: CategoryMapping, placed: PlacedCategories, rules: CodingRules
) -> Characteristic:
    """The categories in the order of the mapping, then those that it does not list; unranked ones last."""
    if specification.ordered:
        order = order_grades(placed.new, rules.fields)
        ranked, unranked = (*mapping.categories, *order.ranked), (*mapping.unranked, *order.unranked)
    else:
        ranked, unranked = (*mapping.categories, *order_categories(placed.new)), mapping.unranked
    codes = dict.fromkeys((*ranked, *unranked))
    return Characteristic(
        variable=specification.coded_column,
        title=mapping.title or specification.title,
        categories=tuple(Category(code, code) for code in codes),
        ordered=specification.ordered,
        unranked=frozenset(unranked),
    )


def _faults(
    connection: "duckdb.DuckDBPyConnection",
    *,
    sheet: BoundSheet,
    column: BoundColumn,
    specification: FieldSpecification,
    mapping: CategoryMapping,
    placed: PlacedCategories,
) -> Iterator[Fault]:
    rows = rows_of_words(connection, sheet.sheet.relation, column.column, placed.not_allowed)
    allowed = (*mapping.categories, *mapping.unranked) or tuple(specification.words)
    for word in placed.not_allowed:
        yield kinds.WORD_NOT_LISTED.at_rows(
            rows[word.text],
            sheet=sheet.place,
            column=column.heading,
            value=word.text.strip(),
            list=specification.title.lower(),
            first=allowed[0],
            last=allowed[-1],
        )
    for reserved in sorted(placed.reserved):
        yield kinds.RESERVED_WORD.at(sheet=sheet.place, column=column.heading, value=reserved)
    if placed.merged:
        yield kinds.SPELLINGS_MERGED.at(
            sheet=sheet.place,
            column=column.heading,
            categories=", ".join(placed.merged),
        )
    for category in placed.new if mapping.categories else ():
        yield kinds.NEW_CATEGORY.at(sheet=sheet.place, column=column.heading, value=category, field=specification.id)
