"""The columns of a table as it is read: each has a title and knows its cell in every line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.model import Cell
from footing.reporting.sections import cells
from footing.reporting.topics import Key, has_intervals, rows_by_key
from footing.standards import Benchmark, Catalogue
from footing.tables import ReleasableTable
from footing.tables.figures import SHORTHAND
from footing.tables.units import PERCENT
from footing.tables.words import in_a_sentence

VALUE_TITLES = {PERCENT: "Share"}
"""What a column of figures is called where its unit alone would not say it."""
DIFFERENCE = "Difference, points (95% interval)"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``cell`` gives its figure in the line with this key."""

    title: str
    cell: Callable[[Key], Cell]


def figure_columns(table: ReleasableTable, title: str | None = None) -> Iterator[Column]:
    """The figures of a table and, where they have any, their intervals."""
    held, unit = rows_by_key(table), table.unit
    yield Column(title or VALUE_TITLES.get(unit, unit.capitalize()), lambda key: cells.value_cell(held.get(key), unit))
    if has_intervals(table):
        yield Column("95% interval", lambda key: cells.interval_cell(held.get(key), unit))


def base_column(table: ReleasableTable, title: str = "Base") -> Column:
    """How many people each figure of a table rests on."""
    held = rows_by_key(table)
    return Column(title, lambda key: cells.base_cell(held.get(key)))


def comparison_columns(tables: tuple[ReleasableTable, ...], catalogue: Catalogue) -> Iterator[Column]:
    """For each benchmark its published figure and the difference from it."""
    for table in tables:
        benchmark = benchmark_of(table, catalogue)
        name = f"Benchmark: {benchmark.title}" if benchmark and len(tables) > 1 else "Benchmark"
        yield _benchmark_column(name, benchmark)
        yield _difference_column(table)


def against_columns(table: ReleasableTable, benchmark: Benchmark) -> Iterator[Column]:
    """A benchmark that somebody chose, and what the published shares differ from it by."""
    held = rows_by_key(table)
    yield _benchmark_column("Benchmark", benchmark)
    yield Column(DIFFERENCE, lambda key: cells.difference_from_benchmark(held.get(key), benchmark.values.get(key[-1])))


def _benchmark_column(title: str, benchmark: Benchmark | None) -> Column:
    return Column(title, lambda key: cells.benchmark_cell(benchmark, key[-1]))


def _difference_column(table: ReleasableTable) -> Column:
    held = rows_by_key(table)
    return Column(DIFFERENCE, lambda key: cells.difference_cell(held.get(key), table.unit))


def side_by_side_columns(tables: Iterable[ReleasableTable], catalogue: Catalogue) -> tuple[Column, ...]:
    """The figures of several tables that have one group each; neighbours out of the same people share a base."""
    columns: list[Column] = []
    for words, sharing in groupby(tables, key=lambda table: base_words(table, catalogue)):
        together = tuple(sharing)
        for table in together:
            columns += [_within(table, column) for column in figure_columns(table, measure_title(table, catalogue))]
        columns.append(_shared_base(together, f"Base: {words}"))
    return tuple(columns)


def _shared_base(tables: tuple[ReleasableTable, ...], title: str) -> Column:
    """The base that several tables share, from the first of them that shows it."""
    bases = tuple(_within(table, base_column(table)) for table in tables)

    def cell(key: Key) -> Cell:
        found = [column.cell(key) for column in bases]
        return next((each for each in found if each.status not in SHORTHAND), found[0])

    return Column(title, cell)


def measure_title(table: ReleasableTable, catalogue: Catalogue) -> str:
    """What the measure of a table is called."""
    definition = definition_of(table, catalogue)
    return definition.title if definition else table.title


def base_words(table: ReleasableTable, catalogue: Catalogue) -> str:
    """Out of whom the figures of a table are counted, as it reads after other words."""
    definition = definition_of(table, catalogue)
    return in_a_sentence(definition.denominator) if definition and definition.denominator else "people"


def _within(table: ReleasableTable, column: Column) -> Column:
    """The column for lines that name a breakdown alone: the table has but one group."""
    group = table.dimensions[-1].categories[0].code
    return Column(column.title, lambda key: column.cell((*key, group)))
