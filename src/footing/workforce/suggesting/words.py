"""Draft how words are placed: answers on options, categories in order."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from footing.standards import Catalogue
from footing.workforce.coding.words import Word, place_answers, place_categories
from footing.workforce.fields import FieldCatalogue, FieldSpecification
from footing.workforce.mapping import CategoryMapping, QuestionMapping, Unplaced
from footing.workforce.matching import AnswerMatcher, fold_lightly
from footing.workforce.ordering import order_categories, order_grades
from footing.workforce.parsing import pence_sql
from footing.workforce.suggesting.sheets import SuggestedSheet
from footing.workforce.workforce import NOT_RECORDED

if TYPE_CHECKING:
    import duckdb


def suggest_questions(
    sheets: Iterable[SuggestedSheet], catalogue: Catalogue, blanks: frozenset[str]
) -> dict[str, QuestionMapping]:
    """For each question found, the option of each word, and the words that fit none, for a person to decide."""
    questions = {question.id: question for question in catalogue.questions}
    words = _words_by_field(sheets)
    return {
        question: _suggest_question(AnswerMatcher(questions[question]), found, blanks)
        for question, found in words.items()
        if question in questions
    }


def suggest_categories(
    connection: "duckdb.DuckDBPyConnection",
    sheets: Iterable[SuggestedSheet],
    fields: FieldCatalogue,
    blanks: frozenset[str],
) -> dict[str, CategoryMapping]:
    """For each field of categories found, its categories in order and the words that are known to mean them."""
    sheets = tuple(sheets)
    headings = {each.field: each.column.heading for sheet in sheets if sheet.columns for each in sheet.columns.chosen}
    words: defaultdict[str, list[Word]] = defaultdict(list)
    for field, found in _words_by_field(sheets).items():
        specification = fields.field(field)
        if specification is not None and specification.kind == "category":
            words[specification.like or field].extend(found)
    median_pay = _median_pay_by_grade(connection, sheets)
    return {
        field: _suggest_category(
            specification,
            found,
            heading=headings.get(field, ""),
            fields=fields,
            blanks=blanks,
            median_pay=median_pay,
        )
        for field, found in words.items()
        if (specification := fields.field(field)) is not None
    }


def _words_by_field(sheets: Iterable[SuggestedSheet]) -> dict[str, list[Word]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sheet in sheets:
        for candidate in sheet.columns.chosen if sheet.columns else ():
            counts[candidate.field].update({word.text: word.count for word in candidate.column.words})
    return {
        field: [Word(text, count) for text, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))]
        for field, found in counts.items()
    }


def _suggest_question(matcher: AnswerMatcher, words: list[Word], blanks: frozenset[str]) -> QuestionMapping:
    placed = place_answers(words, matcher.question, QuestionMapping(), blanks)
    grounds = Counter(placement.because for word in words if (placement := matcher.place(word.text)) is not None)
    return QuestionMapping(
        words=_by_meaning((word, placed.options[word.text]) for word in words if matcher.place(word.text)),
        unplaced=tuple(
            Unplaced(word=word.text.strip(), count=word.count, nearest=matcher.nearest(word.text))
            for word in placed.unplaced
        ),
        confidence=0.5 if placed.unplaced else 1,
        because=tuple(f"{count} of the words: {because}" for because, count in grounds.items()),
    )


def _by_meaning(words: Iterable[tuple[Word, str]]) -> dict[str, tuple[str, ...]]:
    """Meaning → words, each spelled in the way of most rows when spellings differ in no more than case or spaces."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word, meaning in words:
        found[meaning].setdefault(fold_lightly(word.text), " ".join(word.text.split()))
    return {meaning: tuple(spellings.values()) for meaning, spellings in found.items()}


def _suggest_category(
    specification: FieldSpecification,
    words: list[Word],
    *,
    heading: str,
    fields: FieldCatalogue,
    blanks: frozenset[str],
    median_pay: dict[str, float],
) -> CategoryMapping:
    placed = place_categories(words, specification, CategoryMapping(), blanks)
    title = next((each for each in specification.other_titles if fold_lightly(each) in fold_lightly(heading)), None)
    known = _by_meaning(
        (word, category)
        for word in words
        if (category := placed.categories.get(word.text, NOT_RECORDED)) != NOT_RECORDED
        and fold_lightly(word.text) != fold_lightly(category)
    )
    if not specification.ordered:
        because = ("the different words of the column; spellings that differ only in case or spaces are one",)
        categories = order_categories(placed.new)
        return CategoryMapping(title=title, categories=categories, words=known, confidence=0.9, because=because)
    pay = {placed.categories[word]: median for word, median in median_pay.items() if word in placed.categories}
    order = order_grades(placed.new, fields, pay if specification.id == "grade" else None)
    return CategoryMapping(
        title=title,
        categories=order.ranked,
        unranked=order.unranked,
        words=known,
        only_these=bool(placed.new),
        confidence=order.confidence,
        because=(order.because,),
    )


def _median_pay_by_grade(connection: "duckdb.DuckDBPyConnection", sheets: Iterable[SuggestedSheet]) -> dict[str, float]:
    """Median pay as written, by grade as written, rarest spelling first so that the commonest has the last word."""
    for sheet in sheets:
        grade = sheet.columns.column_of("grade") if sheet.columns else None
        pay = sheet.columns.column_of("annual_pay") if sheet.columns else None
        if grade is not None and pay is not None:
            rows = connection.execute(
                f"SELECT {grade.column}, median({pence_sql(pay.column)}) FROM {sheet.sheet.relation}"
                f" WHERE {grade.column} IS NOT NULL GROUP BY 1 ORDER BY count(*), 1"
            ).fetchall()
            return {text: median for text, median in rows if median is not None}
    return {}
