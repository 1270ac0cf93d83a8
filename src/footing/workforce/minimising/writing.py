"""A copy of an extract that holds no more than is used, with pseudonyms for keys: what a service keeps of it.

Columns that the mapping ignores are left out, and so are titles, footers and sheets that are not used. Everything that
is used stays word for word, so that the copy is measured as the extract itself is.
"""

# ruff: noqa: S608 - every name put into a statement is quoted or made here; whatever comes from outside is a parameter

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from footing.standards import Catalogue
from footing.workforce.check import CheckResult
from footing.workforce.coding import sql
from footing.workforce.coding.binding import BoundColumn, BoundSheet, bind
from footing.workforce.fields import load_fields
from footing.workforce.mapping import ColumnMapping, Mapping, Role, SheetMapping, SnapshotDate, Source

if TYPE_CHECKING:
    import duckdb

Pseudonym = Callable[[str], str]
"""What stands for a key, which comes without spaces around it."""

_NAMES = {
    Role.PEOPLE: "staff",
    Role.ANSWERS: "answers",
    Role.EVENTS: "events",
    Role.APPLICATIONS: "applications",
    Role.PARTICIPANTS: "outreach",
}


@dataclass(frozen=True, slots=True)
class MinimisedSheet:
    """One sheet of the copy, as a Parquet file of texts whose name is that of the sheet.

    ``key`` is the heading of the column that tells people apart, and ``source`` the file that the sheet belongs to.
    """

    path: Path
    source: Source
    key: str | None


@dataclass(frozen=True, slots=True)
class Minimised:
    """The sheets of the copy, and the mapping that reads it."""

    mapping: Mapping
    sheets: tuple[MinimisedSheet, ...]


def minimise(result: CheckResult, catalogue: Catalogue, folder: Path, *, pseudonym: Pseudonym | None) -> Minimised:
    """Write the copy of an extract without errors into a folder, with a subfolder for each file.

    Without ``pseudonym`` the keys stay as they are. Raises ``ValueError`` for an extract that has errors.
    """
    if result.mapping is None or result.coded is None:
        raise ValueError("Only an extract without errors can be copied.")
    bound = bind(result.mapping, result.sources, catalogue=catalogue, fields=load_fields()).sheets
    sources = [(source, sheet) for source in result.sources for sheet in bound if _is_of(sheet, source, result)]
    names = _names(sheet.role for _, sheet in sources)
    sheets, entries = [], []
    for (source, sheet), name in zip(sources, names, strict=True):
        headings = _headings(sheet.columns)
        path = folder / source / f"{name}.parquet"
        path.parent.mkdir(exist_ok=True)
        _write_sheet(result.extract.connection, sheet, headings, path, pseudonym)
        key = headings[sheet.columns.index(sheet.key)] if sheet.key else None
        sheets.append(MinimisedSheet(path, source, key))
        entries.append(_entry(sheet, source, name, headings))
    snapshot = SnapshotDate(date=result.coded.snapshot_date)
    mapping = result.mapping.model_copy(update={"sheets": tuple(entries), "snapshot": snapshot})
    return Minimised(mapping, tuple(sheets))


def _is_of(sheet: BoundSheet, source: Source, result: CheckResult) -> bool:
    return any(sheet.sheet.relation == each.relation for each in result.sources[source].sheets)


def _names(roles: Iterable[Role]) -> list[str]:
    """Names for the sheets after what their rows are; the employer's own may say more than should be kept."""
    numbers: Counter[Role] = Counter()
    names = []
    for role in roles:
        numbers[role] += 1
        names.append(_NAMES[role] if numbers[role] == 1 else f"{_NAMES[role]} {numbers[role]}")
    return names


def _headings(columns: tuple[BoundColumn, ...]) -> list[str]:
    """The headings of the columns; where two differ in case alone, what they hold is said with them."""
    found = Counter(column.heading.lower() for column in columns)
    return [
        column.heading if found[column.heading.lower()] == 1 else f"{column.heading} ({column.field})"
        for column in columns
    ]


def _entry(sheet: BoundSheet, source: Source, name: str, headings: list[str]) -> SheetMapping:
    columns = tuple(
        ColumnMapping(heading=heading, field=column.field)
        for heading, column in zip(headings, sheet.columns, strict=True)
    )
    return SheetMapping(sheet=name, source=source, role=sheet.role, columns=columns)


def _write_sheet(
    connection: "duckdb.DuckDBPyConnection",
    sheet: BoundSheet,
    headings: list[str],
    path: Path,
    pseudonym: Pseudonym | None,
) -> None:
    relation = sheet.sheet.relation
    replaced = sheet.key if pseudonym else None
    if replaced and pseudonym:
        _register_pseudonyms(connection, relation, replaced.column, pseudonym)
    cells = ", ".join(
        f"{'pseudonyms.pseudonym' if column is replaced else f'cells.{column.column}'} AS {sql.name(heading)}"
        for column, heading in zip(sheet.columns, headings, strict=True)
    )
    joined = f"LEFT JOIN pseudonyms ON trim(cells.{replaced.column}) = pseudonyms.key" if replaced else ""
    rows = f"SELECT {cells} FROM {relation} AS cells {joined} ORDER BY cells.row_number"
    connection.execute(f"COPY ({rows}) TO {sql.text(str(path))} (FORMAT parquet, COMPRESSION zstd)")
    if replaced:
        connection.unregister("pseudonyms")


def _register_pseudonyms(
    connection: "duckdb.DuckDBPyConnection", relation: str, column: str, pseudonym: Pseudonym
) -> None:
    import pyarrow as pa

    found = connection.execute(
        f"SELECT DISTINCT trim({column}) FROM {relation} WHERE nullif(trim({column}), '') IS NOT NULL"
    ).fetchall()
    keys = [key for (key,) in found]
    table = {"key": pa.array(keys, pa.string()), "pseudonym": pa.array([pseudonym(key) for key in keys], pa.string())}
    connection.register("pseudonyms", pa.table(table))
