"""The mapping as a form: a choice for every sheet, column and word, filled in with what is suggested or was decided."""

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from pydantic import ValidationError as NotValid

from footing.standards import Catalogue
from footing.workforce import Mapping
from footing.workforce.fields import load_fields
from footing.workforce.mapping import (
    CategoryMapping,
    ColumnMapping,
    DateRules,
    PayRules,
    QuestionMapping,
    Role,
    SheetMapping,
    SnapshotDate,
)
from footing_web.components.date_field import DateField

NOT_USED = ""
NOT_DECIDED = ""
OF_ITS_OWN = "own"
ROLES = [
    (Role.PEOPLE.value, "People: one row for each person in post"),
    (Role.ANSWERS.value, "Answers of the people in another sheet"),
    (Role.EVENTS.value, "Events: somebody joined, moved or left"),
    (Role.APPLICATIONS.value, "Applications for jobs"),
    (Role.PARTICIPANTS.value, "People who took part in outreach"),
    (Role.IGNORED.value, "Nothing that is needed"),
    (Role.UNDECIDED.value, "Not decided yet"),
]
_TABLES = {
    Role.PEOPLE: {"people"},
    Role.ANSWERS: {"people", "answers"},
    Role.EVENTS: {"events"},
    Role.APPLICATIONS: {"applications"},
    Role.PARTICIPANTS: {"participants"},
}


NewWords = ReadOnly[str, list[tuple[str, int]]]
"""For a field of categories, the words that are not in its list, and how often each is there."""


class MappingForm(forms.Form):
    """Everything that is decided about how the files are read. ``mapping()`` gives what was decided."""

    snapshot = DateField(label="Which day does the extract describe?", required=False)
    date_order = forms.ChoiceField(
        label="In dates of numbers alone, what comes first?",
        widget=forms.RadioSelect,
        choices=[("day_first", "The day, as in 31/03/2026"), ("month_first", "The month, as in 03/31/2026")],
    )
    pay_period = forms.ChoiceField(
        label="What time is an amount of pay for?",
        widget=forms.RadioSelect,
        choices=[("year", "A year"), ("month", "A month"), ("week", "A week"), ("hour", "An hour")],
    )
    full_time_hours = forms.FloatField(
        label="Hours of a full-time week", required=False, min_value=1, max_value=168,
        help_text="Needed where pay is by the hour.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, before: Mapping, catalogue: Catalogue, new_words: NewWords | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._before, self._catalogue, self._new = before, catalogue, new_words or {}
        self.fields["snapshot"].initial = before.snapshot.date if before.snapshot else None
        self.fields["date_order"].initial = before.dates.order
        self.fields["pay_period"].initial = before.pay.period
        self.fields["full_time_hours"].initial = before.pay.full_time_hours
        for index, sheet in enumerate(before.sheets):
            self._add_sheet(index, sheet)
        for name, question in before.questions.items():
            self._add_words(name, question)
        for name, category in before.categories.items():
            self._add_categories(name, category)
        for name in self._new:
            self._add_new_words(name, before.category(name))

    def clean(self) -> dict[str, Any]:
        """The decisions, if they do not contradict each other."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self._require_each_field_once(cleaned)
        if not self.errors:
            try:
                self._decided = self._mapping(cleaned)
            except (NotValid, ValueError) as error:
                reason = error.errors()[0]["msg"] if isinstance(error, NotValid) else str(error)
                raise ValidationError(f"These decisions contradict each other: {reason}.") from error
        return cleaned

    def mapping(self) -> Mapping:
        """The mapping as it was decided; the form must be valid."""
        return self._decided

    def sheets(self) -> Iterator[tuple[SheetMapping, Any, list[tuple[ColumnMapping, Any]]]]:
        """Each sheet with the field of its role, and each of its columns with its field."""
        for index, sheet in enumerate(self._before.sheets):
            columns = [(column, self[column_name(index, place)]) for place, column in enumerate(sheet.columns)]
            yield sheet, self[role_name(index)], columns

    def words(self) -> Iterator[tuple[str, list[tuple[str, int, Any]], list[tuple[str, int, Any]]]]:
        """Each question with its undecided words and those that were placed: the word, how often, the field."""
        for name, question in self._before.questions.items():
            undecided = len(question.unplaced)
            listed = [(word, count, self[word_name(name, place)]) for place, (word, count, _) in _words(question)]
            yield name, listed[:undecided], listed[undecided:]

    def categories(self) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...], Any, Any]]]]:
        """Each field with its categories: the category, other spellings, its place, what it counts as."""
        for name, category in self._before.categories.items():
            yield (
                name,
                [
                    (
                        one,
                        category.words.get(one, ()),
                        self[place_name(name, place)] if place_name(name, place) in self.fields else None,
                        self[same_name(name, place)],
                    )
                    for place, one in enumerate(_listed(category))
                ],
            )

    def new_words(self) -> Iterator[tuple[str, list[tuple[str, int, Any]]]]:
        """Each field with the words that are not in its list: the word, how often it is there, the field."""
        for name, words in self._new.items():
            yield name, [(word, count, self[new_name(name, place)]) for place, (word, count) in enumerate(words)]

    def _add_sheet(self, index: int, sheet: SheetMapping) -> None:
        role = forms.ChoiceField(
            label=f"What are the rows of “{sheet.sheet}”?", choices=ROLES, initial=sheet.role.value
        )
        self.fields[role_name(index)] = role
        choices = self._fields_for(sheet)
        for place, column in enumerate(sheet.columns):
            label = f"What “{column.heading}” holds"
            known = {value for _, group in choices[1:] for value, _ in group}
            extra = [(column.field, column.field)] if column.field and column.field not in known else []
            field = forms.ChoiceField(
                label=label, choices=[*choices, *extra], required=False, initial=column.field or ""
            )
            self.fields[column_name(index, place)] = field

    def _fields_for(self, sheet: SheetMapping) -> list[Any]:
        """What a column can hold: the fields that fit the rows, or all where that is undecided, and questions."""
        tables = _TABLES.get(sheet.role, set().union(*_TABLES.values()))
        fields = [(each.id, each.title) for each in load_fields().fields if tables & set(each.of)]
        questions = [(each.id, each.title) for each in self._catalogue.questions]
        return [(NOT_USED, "Not used"), ("Fields", fields), ("Answers to a question", questions)]

    def _add_words(self, name: str, question: QuestionMapping) -> None:
        options = [(option.code, option.label) for option in self._catalogue.question(name).options]
        for place, (word, _, option) in _words(question):
            field = forms.ChoiceField(
                label=f"What “{word}” means",
                choices=[(NOT_DECIDED, "Not decided yet"), *options],
                required=False,
                initial=option,
            )
            self.fields[word_name(name, place)] = field

    def _add_categories(self, name: str, category: CategoryMapping) -> None:
        specification = load_fields().field(name)
        listed = _listed(category)
        for place, one in enumerate(listed):
            if specification is not None and specification.ordered:
                place_field = forms.IntegerField(
                    label=f"Place of “{one}”, from junior to senior", required=False, min_value=1, max_value=999,
                    initial=place + 1 if one in category.categories else None,
                    widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
                )  # fmt: skip
                self.fields[place_name(name, place)] = place_field
            self.fields[same_name(name, place)] = forms.ChoiceField(
                label=f"What “{one}” counts as",
                choices=[(str(other), "Itself" if other == place else each) for other, each in enumerate(listed)],
                initial=str(place),
            )

    def _add_new_words(self, name: str, category: CategoryMapping) -> None:
        listed = [(str(other), each) for other, each in enumerate(_listed(category))]
        for place, (word, _) in enumerate(self._new[name]):
            self.fields[new_name(name, place)] = forms.ChoiceField(
                label=f"What “{word}” counts as",
                choices=[(NOT_DECIDED, "Not decided yet"), (OF_ITS_OWN, "A category of its own"), *listed],
                required=False,
            )

    def _require_each_field_once(self, cleaned: dict[str, Any]) -> None:
        for index, sheet in enumerate(self._before.sheets):
            taken: dict[str, str] = {}
            for place, column in enumerate(sheet.columns):
                field = cleaned[column_name(index, place)]
                if field and field in taken:
                    self.add_error(
                        column_name(index, place),
                        f"“{taken[field]}” and “{column.heading}” cannot both be it. Choose “Not used” for one.",
                    )
                elif field:
                    taken[field] = column.heading

    def _mapping(self, cleaned: dict[str, Any]) -> Mapping:
        before = self._before
        snapshot = SnapshotDate(date=cleaned["snapshot"]) if cleaned["snapshot"] else None
        pay = before.pay.model_dump() | {
            "period": cleaned["pay_period"],
            "full_time_hours": cleaned["full_time_hours"],
            "confidence": None,
            "because": (),
        }
        return Mapping.model_validate(
            before.model_dump()
            | {
                "snapshot": snapshot.model_dump() if snapshot else None,
                "dates": DateRules(order=cleaned["date_order"]).model_dump(),
                "pay": PayRules.model_validate(pay).model_dump(),
                "sheets": [self._sheet(index, sheet, cleaned) for index, sheet in enumerate(before.sheets)],
                "questions": {name: self._question(name, each, cleaned) for name, each in before.questions.items()},
                "categories": {
                    name: self._category(name, before.category(name), cleaned)
                    for name in dict.fromkeys((*before.categories, *self._new))
                },
            }
        )

    def _placed_new_words(self, name: str, listed: tuple[str, ...], cleaned: dict[str, Any]) -> dict[str, str | None]:
        """The words that were decided, each with the category that it counts as, or ``None`` for one of its own."""
        decided = {word: cleaned[new_name(name, place)] for place, (word, _) in enumerate(self._new.get(name, []))}
        return {
            word: None if to == OF_ITS_OWN else listed[int(to)] for word, to in decided.items() if to != NOT_DECIDED
        }

    def _sheet(self, index: int, sheet: SheetMapping, cleaned: dict[str, Any]) -> dict[str, Any]:
        columns = [
            _decided_column(column, cleaned[column_name(index, place)]) for place, column in enumerate(sheet.columns)
        ]
        return sheet.model_dump() | {"role": cleaned[role_name(index)], "columns": columns}

    def _question(self, name: str, question: QuestionMapping, cleaned: dict[str, Any]) -> dict[str, Any]:
        words: dict[str, list[str]] = {}
        undecided = []
        counts = {each.word: each for each in question.unplaced}
        for place, (word, _, _) in _words(question):
            option = cleaned[word_name(name, place)]
            if option:
                words.setdefault(option, []).append(word)
            elif word in counts:
                undecided.append(counts[word].model_dump())
        return question.model_dump() | {"words": words, "unplaced": undecided}

    def _category(self, name: str, category: CategoryMapping, cleaned: dict[str, Any]) -> dict[str, Any]:
        """The categories as they were put in order, those that count as another among its words."""
        listed = _listed(category)
        same = {one: listed[int(cleaned[same_name(name, place)])] for place, one in enumerate(listed)}
        own = [one for one in listed if same[one] == one]
        if any(same[other] != other for other in same.values()):
            raise ValueError("a category counts as one that itself counts as another")
        words: dict[str, list[str]] = {one: list(category.words.get(one, ())) for one in own}
        for one, other in same.items():
            if one != other:
                words[other] += [one, *category.words.get(one, ())]
        new = self._placed_new_words(name, listed, cleaned)
        own += [word for word, to in new.items() if to is None]
        for word, to in new.items():
            if to is not None:
                words[same[to]].append(word)
        places = {one: cleaned.get(place_name(name, place)) for place, one in enumerate(listed)}
        ordered = any(place_name(name, place) in cleaned for place in range(len(listed)))
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


def _listed(category: CategoryMapping) -> tuple[str, ...]:
    return (*category.categories, *category.unranked)


def _words(question: QuestionMapping) -> Iterator[tuple[int, tuple[str, int, str]]]:
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
