"""The table of one sheet: a row for each combination of categories, and the figures of every measure beside it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.workbook.content import Grid, GridColumn, Value
from footing.reporting.workbook.gathering import SheetTables
from footing.standards import Catalogue
from footing.tables import ReleasableRow, ReleasableTable
from footing.tables.figures import NOT_APPLICABLE, SHORTHAND, WITHHELD, published
from footing.tables.units import COUNTS, PEOPLE

NOTES = "Notes"
SHORTHAND_LINE = (
    f"Shorthand: {WITHHELD} is a figure withheld to protect people, {NOT_APPLICABLE} a figure that does not exist."
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One column of figures: its heading and how a row fills it."""

    column: GridColumn
    of: Callable[[ReleasableRow], float | None]
    table: ReleasableTable


def numbered(tables: Sequence[ReleasableTable]) -> dict[str, int]:
    """Every note of the tables with its number, in the order in which they are first met."""
    notes = dict.fromkeys(note for table in tables for note in table.notes)
    return {note: number for number, note in enumerate(notes, start=1)}


def figures_grid(name: str, held: SheetTables, catalogue: Catalogue) -> Grid:
    """The table of one sheet."""
    figures = tuple(each for table in held.tables for each in _figures(table, catalogue))
    rows = {table.id: {row.key: row for row in table.rows} for table in held.tables}
    return Grid(
        name=name,
        columns=_distinct((*(GridColumn(each.title) for each in held.dimensions), *(each.column for each in figures))),
        rows=tuple(
            (
                *(held.label(place, code) for place, code in enumerate(key)),
                *(_value(each, rows[each.table.id].get(key)) for each in figures),
            )
            for key in held.row_keys()
        ),
        labels=len(held.dimensions),
    )


def _figures(table: ReleasableTable, catalogue: Catalogue) -> Iterator[_Figure]:
    title, unit = _heading(table, catalogue), table.unit
    yield _Figure(GridColumn(f"{title} ({unit})", unit), lambda row: published(row.value, unit), table)
    if any(row.lower is not None for row in table.rows):
        low, high = f"{title}: lower end of the 95% interval", f"{title}: upper end of the 95% interval"
        yield _Figure(GridColumn(low, unit), lambda row: published(row.lower, unit), table)
        yield _Figure(GridColumn(high, unit), lambda row: published(row.upper, unit), table)
    if unit not in COUNTS:
        yield _Figure(GridColumn(f"{title}: base", PEOPLE), lambda row: published(row.base, PEOPLE), table)


def _heading(table: ReleasableTable, catalogue: Catalogue) -> str:
    definition, benchmark = definition_of(table, catalogue), benchmark_of(table, catalogue)
    title = definition.title if definition else table.title
    return f"{title}: {benchmark.title}" if benchmark else title


def _value(figure: _Figure, row: ReleasableRow | None) -> Value:
    if row is None:
        return NOT_APPLICABLE
    if row.status in SHORTHAND:
        return SHORTHAND[row.status]
    found = figure.of(row)
    return NOT_APPLICABLE if found is None else found


def _distinct(columns: tuple[GridColumn, ...]) -> tuple[GridColumn, ...]:
    """The columns with headings that differ, as a marked-up table needs."""
    met: Counter[str] = Counter()
    found = []
    for each in columns:
        met[each.title.casefold()] += 1
        number = met[each.title.casefold()]
        found.append(GridColumn(f"{each.title} ({number})", each.unit) if number > 1 else each)
    return tuple(found)
