"""From files to a raw release: the tables, the counts of everybody in them, and how the categories add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from footing.disclosure.tabulating.cells import dimensions_in, read_cells
from footing.disclosure.tabulating.design import DesignFault, TableDesign
from footing.disclosure.tabulating.grouping import require_at_once, require_few_enough
from footing.disclosure.tabulating.people import Cells, count_people, empty_cell
from footing.disclosure.tabulating.places import coordinate_of, dimension_of, hierarchy_of
from footing.disclosure.tabulating.sheets import OpenSheet, drafted_design, open_sheets, require_columns
from footing.tables import TOTAL, Coordinate, Estimate, Hierarchy, units
from footing.tables.raw import FromCounts, FromValues, Population, RawRelease, RawRow, RawTable
from footing.workforce.limits import Limits

PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A raw release made from files, and the description that it was made with.

    ``sheets`` names the table of counts and the tables of amounts (by column) that go into one file of output.
    ``keys`` are the keys of the people in each population, where the description names their column.
    """

    raw: RawRelease
    design: TableDesign
    sheets: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)


def tabulate(paths: Sequence[Path], design: TableDesign | None, limits: Limits) -> Tabulated:
    """Read files of people, or of cells of one set of people, as the description says. Raises ``DesignFault``.

    Without a description one is drafted from the first file. Each file of people is a population of its own; files of
    cells are tables of the same people, and are protected together.
    """
    with open_sheets(paths, limits) as sheets:
        design = design or drafted_design(sheets[0])
        if design.count is not None:
            return _from_cells(sheets, design)
        for sheet in sheets:
            require_columns(sheet, [*design.columns(), *design.values, *([design.person] if design.person else [])])
            require_few_enough(sheet, design)
        return from_people(sheets, design)


def from_people(sheets: Iterable[OpenSheet], design: TableDesign) -> Tabulated:
    """The tables of the design from sheets of people, or of groups of people with their number."""
    populations, tables, keys = [], [], {}
    for sheet in sheets:
        cells = count_people(sheet, design)
        populations.append(Population(sheet.name, cells.counts, _hierarchies(cells)))
        for columns in design.crossed():
            tables.append(_tables(sheet.name, columns, cells, design))
        if design.person:
            keys[sheet.name] = _keys(sheet, design.person)
    return Tabulated(
        raw=RawRelease(tuple(populations), tuple(table for group in tables for table in group)),
        design=design,
        sheets={group[0].id: tuple(table.id for table in group) for group in tables},
        keys=keys,
    )


def _keys(sheet: OpenSheet, person: str) -> tuple[str, ...]:
    return tuple(str(key) for (key,) in sheet.rows(f"SELECT DISTINCT {sheet.column(person)} FROM {{relation}}"))  # noqa: S608


def _hierarchies(cells: Cells) -> dict[str, Hierarchy]:
    return {dimension: hierarchy_of(dimension, list(codes)) for dimension, codes in cells.codes.items()}


def _tables(population: str, columns: Sequence[str], cells: Cells, design: TableDesign) -> list[RawTable]:
    """The table of counts, then one for each column of amounts, all with the same rows."""
    down_to = design.down_to(columns)
    keys, dimensions = cells.keys(down_to), [dimension for dimension, _ in down_to]
    placed = [(key, coordinate_of(dict(zip(dimensions, key, strict=True)))) for key in keys]
    for _, cell in placed:
        cells.counts.setdefault(cell, 0)
    name = f"{population}.by_{'_and_'.join(columns)}"
    shape = tuple(dimension_of(design, each, cells.down_to(each, len(levels))) for each, levels in down_to)
    counted = tuple(RawRow(key, _count_figure(cell)) for key, cell in placed)
    tables = [RawTable(name, PEOPLE, name, units.PEOPLE, population, shape, counted)]
    for value in design.values:
        rows = tuple(RawRow(key, _total_figure(cell, cells, value)) for key, cell in placed)
        tables.append(RawTable(f"{name}.{value}", value, f"{name}, {value}", units.POUNDS, population, shape, rows))
    return tables


def _count_figure(cell: Coordinate) -> FromCounts:
    return FromCounts(cells=(cell,), base=cell, estimate=_as_estimate)


def _as_estimate(count: int) -> Estimate:
    return Estimate(float(count))


def _total_figure(cell: Coordinate, cells: Cells, value: str) -> FromValues:
    contribution = empty_cell(cells.amounts[value], cell)
    return FromValues(
        cells=(cell,), base=cell, estimate=Estimate(contribution.total), contribution=contribution, adds_up=True
    )


def _from_cells(sheets: Iterable[OpenSheet], design: TableDesign) -> Tabulated:
    if design.values:
        raise DesignFault(
            "T010", "Amounts need a file with one row for each person: a cell does not say who holds most."
        )
    counts: dict[Coordinate, int] = {}
    cells = Cells(counts=counts)
    tables: list[RawTable] = []
    for sheet in sheets:
        dimensions = dimensions_in(sheet, design)
        found: dict[tuple[str, ...], int] = {}
        for row in read_cells(sheet, design):
            if row.count is None:
                raise DesignFault("T012", f"{sheet.name} has withheld counts. Protect the table it was made from.")
            found[row.codes] = found.get(row.codes, 0) + row.count
        _add_cells(sheet.name, dimensions, found, cells)
        for dimension, codes in zip(dimensions, zip(*found, strict=True), strict=True):
            cells.codes.setdefault(dimension, {}).update(dict.fromkeys(codes))
        tables.append(_cell_table(sheet.name, dimensions, list(found), design))
        require_at_once(len(counts), sheet.name)
    population = Population(PEOPLE, counts, _hierarchies(cells))
    return Tabulated(RawRelease((population,), tuple(tables)), design, {table.id: (table.id,) for table in tables})


def _add_cells(name: str, dimensions: Sequence[str], found: Mapping[tuple[str, ...], int], cells: Cells) -> None:
    for codes, count in found.items():
        cell = coordinate_of(dict(zip(dimensions, codes, strict=True)))
        if cells.counts.setdefault(cell, count) != count:
            raise DesignFault("T013", f"{name} gives another count than an earlier table for the same group.")


def _cell_table(name: str, dimensions: Sequence[str], keys: list[tuple[str, ...]], design: TableDesign) -> RawTable:
    codes = [sorted(set(column), key=lambda code: (code == TOTAL, code)) for column in zip(*keys, strict=True)]
    shape = tuple(dimension_of(design, dimension, each) for dimension, each in zip(dimensions, codes, strict=True))
    rows = tuple(RawRow(key, _count_figure(coordinate_of(dict(zip(dimensions, key, strict=True))))) for key in keys)
    return RawTable(name, PEOPLE, name, units.PEOPLE, PEOPLE, shape, rows)
