"""What a form about a mapping decides: the names of its fields, and the mapping that the decisions come to."""

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from typing import Any

from footing.workforce import Mapping
from footing.workforce.mapping import (
    CategoryMapping,
    ColumnMapping,
    DateRules,
    PayRules,
    QuestionMapping,
    SheetMapping,
    SnapshotDate,
)

NOT_DECIDED = ""
OF_ITS_OWN = "own"

NewWords = ReadOnly[str, list[tuple[str, int]]]
"""For a field of categories, the words that are not in its list, and how often each is there."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided, by the name of each field of the form; ``before`` is the mapping that the form began with."""

    before: Mapping
    new_words: NewWords
    decided: ReadOnly[str, Any]

    def mapping(self) -> Mapping:
        """The mapping that they come to. Raises ``ValueError`` where they contradict each other."""
        before = self.before
        snapshot = SnapshotDate(date=self.decided["snapshot"]) if self.decided["snapshot"] else None
        pay = before.pay.model_dump() | {
            "period": self.decided["pay_period"],
            "full_time_hours": self.decided["full_time_hours"],
            "confidence": None,
            "because": (),
        }
        return Mapping.model_validate(
            before.model_dump()
            | {
                "snapshot": snapshot.model_dump() if snapshot else None,
                "dates": DateRules(order=self.decided["date_order"]).model_dump(),
                "pay": PayRules.model_validate(pay).model_dump(),
                "sheets": [self._sheet(index, sheet) for index, sheet in enumerate(before.sheets)],
                "questions": {name: self._question(name, each) for name, each in before.questions.items()},
                "categories": {
                    name: self._category(name, before.category(name))
                    for name in dict.fromkeys((*before.categories, *self.new_words))
                },
            }
        )

    def _placed_new_words(self, name: str, listed: tuple[str, ...]) -> dict[str, str | None]:
        """The words that were decided, each with the category that it counts as, or ``None`` for one of its own."""
        decided = {
            word: self.decided[new_name(name, place)] for place, (word, _) in enumerate(self.new_words.get(name, []))
        }
        return {
            word: None if to == OF_ITS_OWN else listed[int(to)] for word, to in decided.items() if to != NOT_DECIDED
        }

    def _sheet(self, index: int, sheet: SheetMapping) -> dict[str, Any]:
        columns = [
            _decided_column(column, self.decided[column_name(index, place)])
            for place, column in enumerate(sheet.columns)
        ]
        return sheet.model_dump() | {"role": self.decided[role_name(index)], "columns": columns}

    def _question(self, name: str, question: QuestionMapping) -> dict[str, Any]:
        words: dict[str, list[str]] = {}
        undecided = []
        counts = {each.word: each for each in question.unplaced}
        for place, (word, _, _) in numbered_words(question):
            option = self.decided[word_name(name, place)]
            if option:
                words.setdefault(option, []).append(word)
            elif word in counts:
                undecided.append(counts[word].model_dump())
        return question.model_dump() | {"words": words, "unplaced": undecided}

    def _category(self, name: str, category: CategoryMapping) -> dict[str, Any]:
        """The categories as they were put in order, those that count as another among its words."""
        listed = listed_categories(category)
        same = {one: listed[int(self.decided[same_name(name, place)])] for place, one in enumerate(listed)}
        own = [one for one in listed if same[one] == one]
        if any(same[other] != other for other in same.values()):
            raise ValueError("a category counts as one that itself counts as another")
        words: dict[str, list[str]] = {one: list(category.words.get(one, ())) for one in own}
        for one, other in same.items():
            if one != other:
                words[other] += [one, *category.words.get(one, ())]
        new = self._placed_new_words(name, listed)
        own += [word for word, to in new.items() if to is None]
        for word, to in new.items():
            if to is not None:
                words[same[to]].append(word)
        places = {one: self.decided.get(place_name(name, place)) for place, one in enumerate(listed)}
        ordered = any(place_name(name, place) in self.decided for place in range(len(listed)))
        ranked = [one for one in own if not ordered or places.get(one)]
        if ordered:
            ranked.sort(key=lambda one: (places[one], listed.index(one)))
        return category.model_dump() | {
            "categories": ranked,
            "unranked": [one for one in own if one not in ranked],
            "words": {one: spellings for one, spellings in words.items() if spellings},
        }


def new_name(field: str, place: int) -> str:
    """The name of the field for a word that is not in the list of categories."""
    return f"new-{field}-{place}"


def role_name(index: int) -> str:
    """The name of the field for the role of a sheet."""
    return f"sheet-{index}-role"


def column_name(index: int, place: int) -> str:
    """The name of the field for a column."""
    return f"sheet-{index}-column-{place}"


def word_name(question: str, place: int) -> str:
    """The name of the field for a word of answers."""
    return f"word-{question}-{place}"


def place_name(field: str, place: int) -> str:
    """The name of the field for the place of a category."""
    return f"place-{field}-{place}"


def same_name(field: str, place: int) -> str:
    """The name of the field for what a category counts as."""
    return f"same-{field}-{place}"


def listed_categories(category: CategoryMapping) -> tuple[str, ...]:
    """The categories of a field, those in order first."""
    return (*category.categories, *category.unranked)


def numbered_words(question: QuestionMapping) -> Iterator[tuple[int, tuple[str, int, str]]]:
    """The words of a question, numbered, undecided ones first: the word, how often it is there if known, its option."""
    unplaced = [(each.word, each.count, NOT_DECIDED) for each in question.unplaced]
    placed = [(word, 0, option) for option, words in question.words.items() for word in words]
    return enumerate([*unplaced, *placed])


def _decided_column(column: ColumnMapping, field: str) -> dict[str, Any]:
    if field == (column.field or ""):
        return column.model_dump()
    if not field:
        return ColumnMapping(heading=column.heading, ignored="somebody decided so").model_dump()
    return ColumnMapping(heading=column.heading, field=field).model_dump()
