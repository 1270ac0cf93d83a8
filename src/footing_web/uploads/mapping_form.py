"""The mapping as a form: a choice for every sheet, column and word, filled in with what is suggested or was decided."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from pydantic import ValidationError as NotValid

from footing.standards import Catalogue
from footing.workforce import Mapping
from footing.workforce.fields import load_fields
from footing.workforce.mapping import CategoryMapping, ColumnMapping, QuestionMapping, Role, SheetMapping
from footing_web.components.date_field import DateField
from footing_web.uploads.decisions import (
    NOT_DECIDED,
    OF_ITS_OWN,
    Decisions,
    NewWords,
    column_name,
    listed_categories,
    new_name,
    numbered_words,
    place_name,
    role_name,
    same_name,
    word_name,
)

NOT_USED = ""
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
                self._decided = Decisions(self._before, self._new, cleaned).mapping()
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
            listed = [
                (word, count, self[word_name(name, place)]) for place, (word, count, _) in numbered_words(question)
            ]
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
                    for place, one in enumerate(listed_categories(category))
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
        for place, (word, _, option) in numbered_words(question):
            field = forms.ChoiceField(
                label=f"What “{word}” means",
                choices=[(NOT_DECIDED, "Not decided yet"), *options],
                required=False,
                initial=option,
            )
            self.fields[word_name(name, place)] = field

    def _add_categories(self, name: str, category: CategoryMapping) -> None:
        specification = load_fields().field(name)
        listed = listed_categories(category)
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
        listed = [(str(other), each) for other, each in enumerate(listed_categories(category))]
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
