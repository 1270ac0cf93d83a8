"""Give each column of a sheet one field, one question, or the reason why it is not used."""

from collections.abc import Iterable
from dataclasses import dataclass

from footing.workforce.fields import FieldCatalogue
from footing.workforce.mapping import ColumnMapping, Role
from footing.workforce.suggesting.candidates import Candidate, ColumnCandidates, likely_key
from footing.workforce.suggesting.profile import ColumnProfile

_CERTAIN = 0.9
_TABLES: dict[Role, frozenset[str]] = {
    Role.PEOPLE: frozenset({"people"}),
    Role.ANSWERS: frozenset({"people", "answers"}),
    Role.APPLICATIONS: frozenset({"applications"}),
    Role.EVENTS: frozenset({"events"}),
    Role.PARTICIPANTS: frozenset({"participants"}),
}
_KEYS: dict[Role, str] = {Role.APPLICATIONS: "candidate_key", Role.PARTICIPANTS: "participant_key"}


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of a sheet under the supposition that its rows are of one role."""

    role: Role
    chosen: tuple[Candidate, ...]
    columns: tuple[ColumnMapping, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields and questions that were found."""
        return frozenset(candidate.field for candidate in self.chosen)

    def column_of(self, field: str) -> ColumnProfile | None:
        """The column that holds a field; ``None`` when none does."""
        return next((candidate.column for candidate in self.chosen if candidate.field == field), None)


def choose_columns(
    columns: tuple[ColumnCandidates, ...], role: Role, fields: FieldCatalogue, taken: frozenset[str] = frozenset()
) -> SheetColumns:
    """Choose for each column, the surest first; a field goes to one column only. ``taken`` are in another sheet."""
    possible = [_possible(column, role, fields) for column in columns]
    chosen = _surest(each for candidates in possible for each in candidates if each.field not in taken)
    key = _KEYS.get(role, "person_key")
    if key not in {each.field for each in chosen}:
        used = {each.column.position for each in chosen}
        free = [each.column for each in columns if each.column.position not in used and each.not_needed is None]
        chosen.extend(each for each in [likely_key(free, fields, key)] if each)
    of_column = {each.column.position: each for each in chosen}
    mapped = tuple(
        _used(of_column[each.column.position])
        if each.column.position in of_column
        else _ignored(each, candidates, chosen)
        for each, candidates in zip(columns, possible, strict=True)
    )
    return SheetColumns(role, tuple(chosen), mapped)


def _possible(column: ColumnCandidates, role: Role, fields: FieldCatalogue) -> list[Candidate]:
    """The candidates that the role allows; a column that is not needed must be certain to be used all the same."""
    least = _CERTAIN if column.not_needed else 0
    return [each for each in column.candidates if each.confidence >= least and _allowed(each.field, role, fields)]


def _allowed(field: str, role: Role, fields: FieldCatalogue) -> bool:
    specification = fields.field(field)
    return specification is None or bool(_TABLES[role] & set(specification.of))  # questions are asked anywhere


def _surest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The surest candidate for each column and each field; of two as sure, the column further left."""
    chosen: list[Candidate] = []
    columns: set[int] = set()
    fields: set[str] = set()
    for candidate in sorted(candidates, key=lambda each: (-each.confidence, each.column.position, each.field)):
        if candidate.column.position not in columns and candidate.field not in fields:
            chosen.append(candidate)
            columns.add(candidate.column.position)
            fields.add(candidate.field)
    return chosen


def _used(candidate: Candidate) -> ColumnMapping:
    return ColumnMapping(
        heading=candidate.column.heading,
        field=candidate.field,
        confidence=candidate.confidence,
        because=candidate.because,
    )


def _ignored(each: ColumnCandidates, possible: list[Candidate], chosen: list[Candidate]) -> ColumnMapping:
    """The reason not to use a column: it is personal or not needed, another column is surer, or nothing fits."""
    heading = each.column.heading
    if each.not_needed is not None:
        return ColumnMapping(heading=heading, ignored=each.not_needed.because, personal=each.not_needed.personal)
    if possible:
        field = max(possible, key=lambda candidate: candidate.confidence).field
        other = next((candidate.column.heading for candidate in chosen if candidate.field == field), None)
        where = f'the column "{other}"' if other else "another sheet"
        return ColumnMapping(heading=heading, ignored=f"it looks like {field}, which is taken from {where}")
    if each.column.is_blank:
        return ColumnMapping(heading=heading, ignored="it is blank")
    if each.contradicted:
        named = each.contradicted.lower()
        return ColumnMapping(heading=heading, ignored=f"it is called {named}, but what it holds does not fit")
    different = f"{each.column.different:,}"
    return ColumnMapping(heading=heading, ignored=f"its heading is not known and its {different} words fit no question")
