"""Bind a mapping to the sheets that were read, and say what does not fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process

from footing.standards import Catalogue, Question
from footing.workforce.faults import Fault, companion_kinds
from footing.workforce.faults import mapping_kinds as kinds
from footing.workforce.fields import FieldCatalogue, FieldSpecification
from footing.workforce.mapping import ColumnMapping, Role, SheetMapping, Source
from footing.workforce.mapping import Mapping as ColumnsMapping
from footing.workforce.matching import fold_lightly
from footing.workforce.reading import Extract, Sheet

Sources = Mapping[Source, Extract]
"""The files of one run, by what they were handed in as."""

_TABLES: Mapping[Role, frozenset[str]] = {
    Role.PEOPLE: frozenset({"people"}),
    Role.ANSWERS: frozenset({"people", "answers"}),
    Role.EVENTS: frozenset({"events"}),
    Role.APPLICATIONS: frozenset({"applications"}),
    Role.PARTICIPANTS: frozenset({"participants"}),
}
_KEYS: Mapping[Role, str] = {Role.APPLICATIONS: "candidate_key", Role.PARTICIPANTS: "participant_key"}
_PEOPLE_OF_THEIR_OWN = frozenset(_KEYS)
"""What may be handed in without the staff."""
_EVENTS_NEED = ("event", "event_date")


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """One column of a sheet and what it holds: a field or a question, one of the two."""

    heading: str
    column: str
    field: str
    specification: FieldSpecification | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class BoundSheet:
    """One sheet that is used, with the columns that are used; ``place`` is its name where a file has several."""

    sheet: Sheet
    role: Role
    columns: tuple[BoundColumn, ...]
    place: str | None

    @property
    def key(self) -> BoundColumn | None:
        """The column of the key; ``None`` when there is none."""
        return next(
            (column for column in self.columns if column.specification and column.specification.kind == "key"), None
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the sheet answers."""
        return tuple(column.question for column in self.columns if column.question)


@dataclass(frozen=True, slots=True)
class Binding:
    """The sheets that are used, and the faults of the mapping."""

    sheets: tuple[BoundSheet, ...]
    faults: tuple[Fault, ...]

    def of_role(self, role: Role) -> tuple[BoundSheet, ...]:
        """The sheets of one role, in the order of the mapping."""
        return tuple(sheet for sheet in self.sheets if sheet.role == role)


def bind(mapping: ColumnsMapping, sources: Sources, *, catalogue: Catalogue, fields: FieldCatalogue) -> Binding:
    """The sheets and columns that the mapping uses, found in what was read, with a fault for whatever does not fit."""
    sheets: list[BoundSheet] = []
    faults: list[Fault] = []
    for entry in mapping.sheets:
        sheet = _find_sheet(entry, sources, taken=[each.sheet.relation for each in sheets])
        if sheet is None:
            if entry.role not in (Role.IGNORED, Role.UNDECIDED) and entry.source in sources:
                faults.append(kinds.SHEET_MISSING.at(wanted=entry.sheet))
            continue
        place = sheet.name if len(sources[entry.source].sheets) > 1 or len(sources) > 1 else None
        if entry.role == Role.UNDECIDED:
            faults.append(kinds.SHEET_UNDECIDED.at(sheet=sheet.name))
        elif entry.role == Role.IGNORED:
            reason = ", ".join(entry.because) or "the mapping says so"
            faults.append(kinds.SHEET_IGNORED.at(sheet=sheet.name, reason=reason))
        else:
            finder = _ColumnFinder(entry, sheet, place, catalogue, fields)
            sheets.append(BoundSheet(sheet, entry.role, tuple(finder.columns()), place))
            faults.extend(finder.faults)
    return Binding(tuple(sheets), (*faults, *_faults_of_the_whole(sheets)))


class _ColumnFinder:
    """Finds the columns of one mapped sheet, keeping the faults met on the way."""

    def __init__(
        self, entry: SheetMapping, sheet: Sheet, place: str | None, catalogue: Catalogue, fields: FieldCatalogue
    ) -> None:
        self.faults: list[Fault] = []
        self._entry, self._sheet, self._place = entry, sheet, place
        self._fields = {field.id: field for field in fields.fields if _TABLES[entry.role] & set(field.of)}
        self._questions = {question.id: question for question in catalogue.questions}

    def columns(self) -> Iterator[BoundColumn]:
        position = {fold_lightly(heading): index for index, heading in enumerate(self._sheet.headings)}
        for column in self._entry.columns:
            index = position.pop(fold_lightly(column.heading), None)
            if column.field is None:
                self._note_ignored(column, present=index is not None)
            elif index is None:
                self.faults.append(
                    kinds.COLUMN_MISSING.at(sheet=self._place, column=column.heading, field=column.field)
                )
            elif column.field not in self._fields and column.field not in self._questions:
                self._add_unknown_field(column)
            else:
                yield self._bound(column, index)
        for index in position.values():
            self.faults.append(kinds.UNEXPECTED_COLUMN.at(sheet=self._place, column=self._sheet.headings[index]))

    def _bound(self, column: ColumnMapping, index: int) -> BoundColumn:
        field = column.field or ""
        return BoundColumn(
            heading=self._sheet.headings[index],
            column=self._sheet.columns[index],
            field=field,
            specification=self._fields.get(field),
            question=self._questions.get(field),
        )

    def _note_ignored(self, column: ColumnMapping, *, present: bool) -> None:
        if present:
            kind = kinds.PERSONAL_COLUMN if column.personal else kinds.COLUMN_IGNORED
            self.faults.append(kind.at(sheet=self._place, column=column.heading, reason=column.ignored))

    def _add_unknown_field(self, column: ColumnMapping) -> None:
        known = [*self._fields, *self._questions]
        self.faults.append(
            kinds.UNKNOWN_FIELD.at(
                sheet=self._place,
                column=column.heading,
                field=column.field,
                role=self._entry.role.value,
                nearest=nearest_words(column.field or "", known),
            )
        )


def nearest_words(word: str, known: Iterable[str], limit: int = 3) -> str:
    """The known words most like ``word``, most like first, for a message."""
    return ", ".join(found for found, _, _ in process.extract(word, list(known), limit=limit))


def _find_sheet(entry: SheetMapping, sources: Sources, taken: list[str]) -> Sheet | None:
    """The sheet of the mapped name; where none has it, the only sheet that has all the mapped columns, or is there.

    A CSV file's sheet is named after the file, and next year's file has another name.
    """
    extract = sources.get(entry.source)
    sheets = [sheet for sheet in extract.sheets if sheet.relation not in taken] if extract else []
    named = [sheet for sheet in sheets if fold_lightly(sheet.name) == fold_lightly(entry.sheet)]
    wanted = {fold_lightly(column.heading) for column in entry.columns if column.field}
    fitting = [sheet for sheet in sheets if wanted and wanted <= set(map(fold_lightly, sheet.headings))]
    alone = sheets if wanted else []
    return next((found[0] for found in (named, fitting, alone) if len(found) == 1), None)


def _faults_of_the_whole(sheets: list[BoundSheet]) -> Iterator[Fault]:
    people = [sheet for sheet in sheets if sheet.role == Role.PEOPLE]
    answers = [sheet for sheet in sheets if sheet.role == Role.ANSWERS]
    if len(people) > 1:
        yield kinds.TWO_SHEETS_OF_PEOPLE.at(sheets=" and ".join(f'"{sheet.sheet.name}"' for sheet in people))
    if not people and (answers or not any(sheet.role in _PEOPLE_OF_THEIR_OWN for sheet in sheets)):
        yield kinds.NO_PEOPLE_SHEET.at()
    if people and not any(sheet.questions for sheet in (*people, *answers)):
        yield kinds.NO_QUESTION.at(sheet=people[0].place)
    for sheet in sheets:
        if sheet.key is None:
            yield kinds.NO_KEY.at(sheet=sheet.place, key=_KEYS.get(sheet.role, "person_key"))
        held = {column.field for column in sheet.columns}
        for field in _EVENTS_NEED if sheet.role == Role.EVENTS else ():
            if field not in held:
                yield companion_kinds.EVENTS_NEED.at(sheet=sheet.place, field=field)
    yield from _fields_in_two_sheets([*people, *answers])


def _fields_in_two_sheets(sheets: list[BoundSheet]) -> Iterator[Fault]:
    seen: dict[str, BoundSheet] = {}
    for sheet in sheets:
        for column in sheet.columns:
            if column.field in seen and column is not sheet.key:
                first = seen[column.field]
                yield kinds.FIELD_TWICE.at(
                    sheet=sheet.place, column=column.heading, field=column.field, other=first.sheet.name
                )
            seen.setdefault(column.field, sheet)
