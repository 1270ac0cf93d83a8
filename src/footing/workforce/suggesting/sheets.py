"""Decide what the rows of each sheet are, from what its columns hold."""

# ruff: noqa: S608 - every name put into a statement is made here; whatever comes from outside is quoted or a parameter

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.workforce.fields import FieldCatalogue
from footing.workforce.mapping import Role, SheetMapping, Source
from footing.workforce.reading import Extract, Sheet
from footing.workforce.suggesting.candidates import ColumnCandidates, Suggester
from footing.workforce.suggesting.columns import SheetColumns, choose_columns
from footing.workforce.suggesting.profile import profile_sheet

if TYPE_CHECKING:
    import duckdb

_SAME_HEADINGS = 0.8


@dataclass(frozen=True, slots=True)
class SuggestedSheet:
    """A sheet with its suggested role and columns."""

    sheet: Sheet
    mapping: SheetMapping
    columns: SheetColumns | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sheet as read, what each of its columns might hold, and what they would be if its rows were people."""

    source: Source
    sheet: Sheet
    columns: tuple[ColumnCandidates, ...]
    as_people: SheetColumns


def suggest_sheets(sources: Mapping[Source, Extract], suggester: Suggester) -> tuple[SuggestedSheet, ...]:
    """A role and columns for every sheet of every file; people first, then their companions."""
    companions: list[SuggestedSheet] = []
    people: list[_Seen] = []
    for source, extract in sources.items():
        for sheet in extract.sheets:
            columns = tuple(map(suggester.candidates, profile_sheet(extract.connection, sheet)))
            companion = _as_companion(source, sheet, columns, suggester.fields)
            if companion is not None:
                companions.append(companion)
            else:
                as_people = choose_columns(columns, Role.PEOPLE, suggester.fields)
                people.append(_Seen(source, sheet, columns, as_people))
    return (*_suggest_people(people, sources, suggester.fields), *companions)


def _as_companion(
    source: Source, sheet: Sheet, columns: tuple[ColumnCandidates, ...], fields: FieldCatalogue
) -> SuggestedSheet | None:
    """The sheet as participants, applications or events, where it was handed in as that or looks like it."""
    participants = choose_columns(columns, Role.PARTICIPANTS, fields)
    if source == "outreach" or (source == "extract" and participants.fields >= {"participant_key", "programme"}):
        return _suggested(source, sheet, participants, ("its rows are people who took part in outreach",))
    applications = choose_columns(columns, Role.APPLICATIONS, fields)
    stages = sorted(field for field in applications.fields if field.endswith("_on"))
    if source == "applications" or (source == "extract" and "applied_on" in stages and len(stages) > 1):
        return _suggested(source, sheet, applications, (f"its columns are stages of hiring: {', '.join(stages)}",))
    events = choose_columns(columns, Role.EVENTS, fields)
    if source == "events" or (source == "extract" and events.fields >= {"event", "event_date", "person_key"}):
        return _suggested(source, sheet, events, ("its rows are dated events of people",))
    return None


def _suggest_people(
    seen: list[_Seen], sources: Mapping[Source, Extract], fields: FieldCatalogue
) -> list[SuggestedSheet]:
    """The sheet that says most about people is the staff; others may hold their answers."""
    if not seen:
        return []
    staff = max(seen, key=lambda each: ("person_key" in each.as_people.fields, len(each.as_people.fields)))
    taken = staff.as_people.fields - {"person_key"}
    because = (f"its columns describe people: {', '.join(sorted(taken))}",)
    suggested = [_suggested(staff.source, staff.sheet, staff.as_people, because)]
    for each in seen:
        if each is not staff:
            answers = choose_columns(each.columns, Role.ANSWERS, fields, taken)
            beside = _suggest_beside(each, staff, answers, sources[each.source].connection)
            suggested.append(beside)
            taken |= beside.columns.fields - {"person_key"} if beside.columns else frozenset()
    return suggested


def _suggest_beside(
    each: _Seen, staff: _Seen, answers: SheetColumns, connection: "duckdb.DuckDBPyConnection"
) -> SuggestedSheet:
    """A sheet beside the staff: answers when keys meet, undecided when it could be more staff, else not used."""
    shared = len(set(each.sheet.headings) & set(staff.sheet.headings)) / len(staff.sheet.headings)
    if shared >= _SAME_HEADINGS:
        because = (f'it has the headings of the sheet "{staff.sheet.name}" and may hold more people',)
        return _unused(each, Role.UNDECIDED, because)
    met, of = _keys_in_common(each, answers, staff, connection)
    if met and answers.fields - {"person_key"}:
        because = (f'{met:,} of its {of:,} keys are in the sheet "{staff.sheet.name}"',)
        return _suggested(each.source, each.sheet, answers, because)
    if answers.fields - {"person_key"}:
        because = (f'it holds answers, but none of its keys is in the sheet "{staff.sheet.name}"',)
        return _unused(each, Role.UNDECIDED, because)
    return _unused(each, Role.IGNORED, ("it holds neither people nor answers",))


def _keys_in_common(
    each: _Seen, answers: SheetColumns, staff: _Seen, connection: "duckdb.DuckDBPyConnection"
) -> tuple[int, int]:
    ours, theirs = answers.column_of("person_key"), staff.as_people.column_of("person_key")
    if ours is None or theirs is None:
        return 0, 0
    known = f"SELECT trim({theirs.column}) FROM {staff.sheet.relation}"
    row = connection.execute(
        f"SELECT count(*) FILTER (WHERE trim({ours.column}) IN ({known})), count({ours.column})"
        f" FROM {each.sheet.relation}"
    ).fetchone()
    return row or (0, 0)


def _suggested(source: Source, sheet: Sheet, columns: SheetColumns, because: tuple[str, ...]) -> SuggestedSheet:
    confidences = [candidate.confidence for candidate in columns.chosen]
    mapping = SheetMapping(
        sheet=sheet.name,
        source=source,
        role=columns.role,
        confidence=round(sum(confidences) / len(confidences), 2) if confidences else 0,
        because=because,
        columns=columns.columns,
    )
    return SuggestedSheet(sheet, mapping, columns)


def _unused(each: _Seen, role: Role, because: tuple[str, ...]) -> SuggestedSheet:
    return SuggestedSheet(
        each.sheet, SheetMapping(sheet=each.sheet.name, source=each.source, role=role, because=because), None
    )
