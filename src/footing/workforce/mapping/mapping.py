"""The mapping: how the columns and words of one employer's extract become fields and categories."""

import datetime as dt
from collections.abc import Mapping as ReadOnly
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from footing.workforce.matching import fold_lightly


class Role(StrEnum):
    """What the rows of a sheet are."""

    PEOPLE = "people"
    ANSWERS = "answers"
    EVENTS = "events"
    APPLICATIONS = "applications"
    PARTICIPANTS = "participants"
    IGNORED = "ignored"
    UNDECIDED = "undecided"


def _as_text(value: Any) -> Any:
    """Numbers as text, also within lists and mappings: YAML reads an unquoted 1 as a number."""
    match value:
        case bool():
            return value
        case int() | float():
            return str(value)
        case list() | tuple():
            return [_as_text(each) for each in value]
        case dict():
            return {_as_text(key): _as_text(each) for key, each in value.items()}
    return value


def _each_word_once(words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    seen: dict[str, str] = {}
    for meaning, spellings in words.items():
        for word in map(fold_lightly, spellings):
            if seen.setdefault(word, meaning) != meaning:
                raise ValueError(f'"{word}" cannot mean both "{seen[word]}" and "{meaning}"')
    return words


Words = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_as_text), AfterValidator(_each_word_once)]
"""Meaning → the words that mean it."""
Codebook = Annotated[dict[str, str], BeforeValidator(_as_text)]
"""Code in the extract → option."""
Text = Annotated[str, BeforeValidator(_as_text)]
TextList = Annotated[tuple[str, ...], BeforeValidator(_as_text)]
Source = Literal["extract", "applications", "events", "outreach"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Reasoned(_Part):
    """An entry that says how sure it is and why. Both are for people: nothing is decided by them."""

    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    because: tuple[str, ...] = ()


class ColumnMapping(_Reasoned):
    """One column: the field or question it holds, or the reason why it is not used."""

    heading: Text
    field: str | None = None
    ignored: str | None = None
    personal: bool = False
    """The column identifies people and need not be sent."""

    @model_validator(mode="after")
    def _used_or_ignored(self) -> Self:
        if (self.field is None) == (self.ignored is None):
            raise ValueError(f'column "{self.heading}" needs either a field, or "ignored" with the reason')
        return self


class SheetMapping(_Reasoned):
    """One sheet: which file it is in, what its rows are, and its columns.

    People and answers are joined by the column whose field is ``person_key``.
    """

    sheet: Text
    source: Source = "extract"
    role: Role
    columns: tuple[ColumnMapping, ...] = ()

    @model_validator(mode="after")
    def _each_field_once(self) -> Self:
        fields = [column.field for column in self.columns if column.field]
        for field in fields:
            if fields.count(field) > 1:
                raise ValueError(f'sheet "{self.sheet}" maps two columns to {field}; ignore one of them')
        return self

    def heading_of(self, field: str) -> str | None:
        """The heading of the column that holds a field; ``None`` when no column does."""
        return next((column.heading for column in self.columns if column.field == field), None)


class Unplaced(_Part):
    """A word that fits no option: how often it is there, and what it is most like. A person must decide."""

    word: Text
    count: int
    nearest: tuple[str, ...] = ()


class QuestionMapping(_Reasoned):
    """How the words of a question's answers are placed on its options.

    ``words`` are decisions, by option; words that are not listed are placed on meaning by the catalogue, or are
    faults. ``codebook`` gives the option of each code that the extract uses instead of words. ``blank`` is the option
    that an empty cell stands for, or ``not_answered``.
    """

    words: Words = Field(default_factory=dict)
    codebook: Codebook = Field(default_factory=dict)
    blank: str = "not_answered"
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def option_of_word(self) -> dict[str, str]:
        """The option that each listed word means."""
        return _meaning_of_word(self.words)


class CategoryMapping(_Reasoned):
    """The categories of a field, in order, and the words that mean each of them.

    ``categories`` run from junior to senior where the field is a grade. ``unranked`` stand outside that order.
    With ``only_these``, a word that leads to none of the categories is a fault; without, it becomes a category.
    """

    title: str | None = None
    categories: TextList = ()
    unranked: TextList = ()
    words: Words = Field(default_factory=dict)
    only_these: bool = False

    @model_validator(mode="after")
    def _only_these_are_listed(self) -> Self:
        if self.only_these and not (self.categories or self.unranked):
            raise ValueError("only_these needs categories, the list of those that are allowed")
        return self

    @property
    def category_of_word(self) -> dict[str, str]:
        """The category that each listed word means."""
        return _meaning_of_word(self.words)


class DateRules(_Reasoned):
    """How a date of numbers is read; year-first dates, month names and spreadsheet serials are always understood."""

    order: Literal["day_first", "month_first"] = "day_first"


class PayRules(_Reasoned):
    """What an amount of pay is for, and how it is written. ``full_time_hours`` are needed for hourly pay.

    ``pay_period_days`` are the days that ordinary pay is for, where the extract has no column of them. People in
    ``partner_grades`` are partners, whom the law on pay gaps leaves out.
    """

    period: Literal["year", "month", "week", "hour"] = "year"
    decimal: Literal["point", "comma"] = "point"
    full_time_hours: Annotated[float, Field(gt=0, le=168)] | None = None
    weeks_per_year: float = 52.1786
    """365.25 days, in weeks."""
    pay_period_days: Annotated[float, Field(gt=0, le=366)] | None = None
    partner_grades: TextList = ()

    @model_validator(mode="after")
    def _hours_for_hourly_pay(self) -> Self:
        if self.period == "hour" and self.full_time_hours is None:
            raise ValueError("pay by the hour needs full_time_hours, the hours of a full-time week")
        return self


Edges = Annotated[tuple[int, ...], Field(min_length=1)]


class Bands(_Part):
    """Where bands begin, in whole years at the snapshot date: [25, 35] gives under 25, 25 to 34, 35 and over."""

    age: Edges = (25, 35, 45, 55, 65)
    tenure: Edges = (1, 2, 5, 10, 20)

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        for name, edges in (("age", self.age), ("tenure", self.tenure)):
            if list(edges) != sorted(set(edges)) or edges[0] < 1:
                raise ValueError(f"the edges of {name} bands must be whole years, each larger than the one before")
        return self


class CareerRules(_Part):
    """What an employer says of its careers.

    Events are complete from ``events_complete_from`` on; without it, from the first day by which the list has some of
    each kind. ``senior_grades`` count as senior; without them, the highest do.
    """

    events_complete_from: dt.date | None = None
    senior_grades: TextList = ()


class SnapshotDate(_Reasoned):
    """The day that the extract describes."""

    date: dt.date


class Mapping(_Part):
    """Everything that is decided about one employer's extract, so that the next one is read in the same way."""

    version: Literal[1] = 1
    snapshot: SnapshotDate | None = None
    sheets: tuple[SheetMapping, ...]
    questions: ReadOnly[str, QuestionMapping] = Field(default_factory=dict)
    categories: ReadOnly[str, CategoryMapping] = Field(default_factory=dict)
    blanks: TextList = ()
    """Further words of a cell that mean that nothing was recorded."""
    dates: DateRules = DateRules()
    pay: PayRules = PayRules()
    bands: Bands = Bands()
    careers: CareerRules = CareerRules()

    def question(self, question_id: str) -> QuestionMapping:
        """How a question's words are placed: as given, or on meaning alone."""
        return self.questions.get(question_id, QuestionMapping())

    def category(self, field: str) -> CategoryMapping:
        """The categories of a field: as given, or as the extract has them."""
        return self.categories.get(field, CategoryMapping())


def _meaning_of_word(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: meaning for meaning, spellings in words.items() for word in spellings}
