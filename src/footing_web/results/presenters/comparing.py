"""Two years beside each other: the figures that both released of everybody, and what they differ by."""

from collections.abc import Iterator
from dataclasses import dataclass

from footing.assessment import Assessment
from footing.reporting.outline import load_outline
from footing.reporting.shown import family_of, is_broken_down
from footing.reporting.topics import rows_by_key, seen
from footing.standards import UnknownReference, load_catalogue
from footing.tables import TOTAL, ReleasableRow, ReleasableTable
from footing.tables.figures import WITHHELD, interval_text, reader_text
from footing.tables.units import COUNTS, PERCENT, PERCENTAGE_POINTS

LONGEST_TABLE = 12
"""A table of more lines than this is compared on the pages of its measure."""


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One figure in both years, with the intervals, and the difference where both may be seen."""

    label: str
    first: str
    second: str
    difference: str


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """One table in both years."""

    title: str
    unit: str
    lines: list[ComparedLine]


@dataclass(frozen=True, slots=True)
class SectionItem:
    """A section of the report that has something to compare."""

    id: str
    title: str
    current: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results beside each other; ``warnings`` say where they are not of the same making."""

    tables: list[ComparedTable]
    warnings: list[str]
    sections: list[SectionItem]


def compared(first: Assessment, second: Assessment, about: str = "") -> Comparison:
    """The tables of everybody together that both have, ``first`` being the earlier, in one section of the report."""
    later = {table.id: table for table in second.tables}
    pairs = ((table, later[table.id]) for table in first.tables if table.id in later and not is_broken_down(table))
    held = [(one, other) for one, other in pairs if _comparable(one, other)]
    families = {family_of(one, load_catalogue()) for one, _ in held}
    sections = [each for each in load_outline().sections if families.intersection(each.families)]
    shown = next((each for each in sections if each.id == about), sections[0] if sections else None)
    tables = [_table(one, other) for one, other in held if shown and family_of(one, load_catalogue()) in shown.families]
    return Comparison(
        tables=[each for each in tables if each.lines],
        warnings=list(_warnings(first, second)),
        sections=[SectionItem(each.id, each.title, each is shown) for each in sections],
    )


def _comparable(one: ReleasableTable, other: ReleasableTable) -> bool:
    lines = len(one.rows) <= LONGEST_TABLE and one.unit == other.unit
    return lines and one.benchmark is None and one.unit not in COUNTS and not one.id.startswith("trend.")


def _table(one: ReleasableTable, other: ReleasableTable) -> ComparedTable:
    held = rows_by_key(other)
    lines = [_line(row, held[row.key], one) for row in one.rows if row.key in held]
    return ComparedTable(one.title, _unit_title(one), lines)


def _unit_title(table: ReleasableTable) -> str:
    try:
        return load_catalogue().measure(table.measure).title
    except UnknownReference:
        return table.title


def _line(one: ReleasableRow, other: ReleasableRow, table: ReleasableTable) -> ComparedLine:
    names = (dimension.label(code) for dimension, code in zip(table.dimensions, one.key, strict=True) if code != TOTAL)
    unit = PERCENTAGE_POINTS if table.unit == PERCENT else table.unit
    both = seen(one) and seen(other) and one.value is not None and other.value is not None
    difference = reader_text(other.value - one.value, unit) if both else ""  # type: ignore[operator]
    return ComparedLine(", ".join(names) or "Everybody", _words(one, table), _words(other, table), difference)


def _words(row: ReleasableRow, table: ReleasableTable) -> str:
    if not seen(row):
        return f"{WITHHELD} withheld" if row.status == "withheld" else "Not applicable"
    words = reader_text(row.value, table.unit)
    if row.lower is None:
        return words
    return f"{words} ({interval_text(row.lower, row.upper, table.unit)})"


def _warnings(first: Assessment, second: Assessment) -> Iterator[str]:
    if first.manifest.policy != second.manifest.policy:
        yield "The two were protected under different policies, so more may be withheld in one than in the other."
    if first.manifest.classifications != second.manifest.classifications:
        yield "Not the same questions were asked, or answers were grouped differently. What both have is shown."
