"""The distinct words of a column, and what each of them means: small tables that the engine joins to the rows."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is a parameter

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.standards import Classification, Question, coverage
from footing.tables import TOTAL
from footing.workforce.fields import FieldSpecification
from footing.workforce.mapping import CategoryMapping, QuestionMapping
from footing.workforce.matching import AnswerMatcher, fold, fold_lightly
from footing.workforce.workforce import NOT_ANSWERED, NOT_RECORDED

if TYPE_CHECKING:
    import duckdb

_RESERVED = frozenset({TOTAL, NOT_RECORDED})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a column as the file has it, and in how many rows."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class PlacedAnswers:
    """The option of each word of a question's column, and the words that fit none."""

    options: Mapping[str, str]
    unplaced: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PlacedCategories:
    """The category of each word of a column.

    ``new`` are the categories that the column adds to those of the mapping; ``not_allowed`` are words that lead to none
    where only the listed are allowed; ``merged`` are categories that several spellings became; ``reserved`` are those
    that stand for something else in every table.
    """

    categories: Mapping[str, str]
    new: tuple[str, ...]
    not_allowed: tuple[Word, ...]
    merged: Mapping[str, tuple[str, ...]]
    reserved: frozenset[str] = frozenset()


def distinct_words(connection: "duckdb.DuckDBPyConnection", relation: str, column: str, limit: int) -> tuple[Word, ...]:
    """The different words of a column, commonest first; one more than ``limit`` at most, so that excess shows."""
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM {relation} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
        [limit + 1],
    ).fetchall()
    return tuple(Word(text, count) for text, count in rows)


def is_blank(text: str, blanks: frozenset[str]) -> bool:
    """Whether a cell says nothing: no text, or a word that means so."""
    light = fold_lightly(text)
    return not light or light in blanks


def place_answers(
    words: Iterable[Word], question: Question, mapping: QuestionMapping, blanks: frozenset[str]
) -> PlacedAnswers:
    """Place each word on an option of the question. A word that fits an option is never a blank ("N/A" may be one)."""
    matcher = AnswerMatcher(question, mapping.option_of_word, mapping.codebook)
    options: dict[str, str] = {}
    unplaced = []
    for word in words:
        if placement := matcher.place(word.text):
            options[word.text] = placement.option
        elif is_blank(word.text, blanks):
            options[word.text] = mapping.blank
        else:
            unplaced.append(word)
    return PlacedAnswers(options, tuple(unplaced))


def place_categories(
    words: Iterable[Word], specification: FieldSpecification, mapping: CategoryMapping, blanks: frozenset[str]
) -> PlacedCategories:
    """Place each word on a category: as the mapping says, then as the field's known words say, then as it is.

    Words that differ only in case, quotes, dashes or spaces become one category, spelled as most rows spell it.
    """
    listed = (*mapping.categories, *mapping.unranked)
    blanks |= {fold_lightly(word) for word in specification.blanks}
    decided = _decided(listed, mapping.category_of_word)
    known = {fold(word): category for category, spellings in specification.words.items() for word in spellings}
    closed = mapping.only_these or specification.closed
    categories: dict[str, str] = {}
    own: defaultdict[str, list[Word]] = defaultdict(list)
    not_allowed: list[Word] = []
    for word in words:
        category = decided.get(fold_lightly(word.text)) or (None if mapping.only_these else known.get(fold(word.text)))
        if category is not None:
            categories[word.text] = category
        elif is_blank(word.text, blanks):
            categories[word.text] = NOT_RECORDED
        elif closed:
            not_allowed.append(word)
        else:
            own[fold_lightly(word.text)].append(word)
    for spellings in own.values():
        name = _commonest(spellings)
        categories.update({word.text: name for word in spellings})
    new = tuple(dict.fromkeys(name for name in categories.values() if name not in (*listed, NOT_RECORDED)))
    merged = _merged(categories, {fold_lightly(word) for word in mapping.category_of_word})
    return PlacedCategories(categories, new, tuple(not_allowed), merged, reserved=_RESERVED & {*listed, *new})


def groups_of_options(question: Question, classification: Classification) -> dict[str, str]:
    """The group of each option of a question, and of no answer."""
    groups = {option.code: classification.codes.get(option.code, coverage.NOT_KNOWN) for option in question.options}
    return {**groups, NOT_ANSWERED: NOT_ANSWERED}


def _decided(listed: Iterable[str], words: Mapping[str, str]) -> dict[str, str]:
    decided = {fold_lightly(category): category for category in listed}
    return {**decided, **{fold_lightly(word): category for word, category in words.items()}}


def _commonest(spellings: Iterable[Word]) -> str:
    """The spelling of most rows, without spaces around it or doubled; of two as common, the first in the alphabet."""
    counts: Counter[str] = Counter()
    for word in spellings:
        counts[" ".join(word.text.split())] += word.count
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _merged(categories: Mapping[str, str], in_so_many_words: set[str]) -> dict[str, tuple[str, ...]]:
    """The categories that other spellings became, leaving out spaces and what the mapping says in so many words."""
    spellings: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word, category in categories.items():
        plain = " ".join(word.split())
        if category not in (NOT_RECORDED, plain) and fold_lightly(word) not in in_so_many_words:
            spellings[category][plain] = None
    return {category: tuple(found) for category, found in spellings.items()}


def rows_of_words(
    connection: "duckdb.DuckDBPyConnection", relation: str, column: str, words: Iterable[Word]
) -> Mapping[str, tuple[int, ...]]:
    """The rows of each word, in order."""
    texts = [word.text for word in words]
    if not texts:
        return {}
    rows = connection.execute(
        f"SELECT {column}, list(row_number ORDER BY row_number) FROM {relation}"
        f" WHERE list_contains(?, {column}) GROUP BY 1",
        [texts],
    ).fetchall()
    return {text: tuple(numbers) for text, numbers in rows}
