"""Counting the cells of all hiring tables together; outcomes add up in two ways, which plain counting does not know."""

from collections.abc import Iterable, Iterator
from itertools import chain

from footing.measures.counting import count_cells
from footing.measures.hiring.applications import APPLICATIONS, Setting
from footing.measures.hiring.stages import OUTCOME
from footing.tables import Coordinate, Hierarchy, coordinate
from footing.tables.raw import Population, RawTable

WITHDRAWAL = "withdrawal"
"""The name of the second hierarchy of outcomes."""


def count_applications(setting: Setting, tables: Iterable[RawTable]) -> Population:
    """The applications, with the count of every cell that the tables rest on, and of every total of such cells.

    With the totals disclosure control need not guess how cells hang together.
    """
    hierarchies = {**setting.people.hierarchies(), WITHDRAWAL: setting.funnel.withdrawal()}
    cells = _with_totals(_cells(tables), tuple(hierarchies.values()))
    ends = setting.funnel.without_offer
    parts = {cell: _divided(cell, ends[dict(cell)[OUTCOME]]) for cell in cells if dict(cell).get(OUTCOME) in ends}
    counts = count_cells(setting.people, chain((cell for cell in cells if cell not in parts), *parts.values()))
    counts |= {cell: sum(counts[part] for part in of) for cell, of in parts.items()}
    return Population(APPLICATIONS, {cell: counts[cell] for cell in cells}, hierarchies)


def _cells(tables: Iterable[RawTable]) -> Iterator[Coordinate]:
    for table in tables:
        for row in table.rows:
            yield from (*row.figure.cells, row.figure.base)


def _with_totals(cells: Iterable[Coordinate], hierarchies: tuple[Hierarchy, ...]) -> list[Coordinate]:
    found = dict.fromkeys(cells)
    waiting = list(found)
    for cell in waiting:
        codes = dict(cell)
        for hierarchy in hierarchies:
            if hierarchy.variable in codes:
                above = str(hierarchy.parent(codes[hierarchy.variable]))
                whole = coordinate(**{**codes, hierarchy.variable: above})
                if whole not in found:
                    found[whole] = None
                    waiting.append(whole)
    return list(found)


def _divided(cell: Coordinate, outcomes: Iterable[str]) -> list[Coordinate]:
    return [coordinate(**{**dict(cell), OUTCOME: outcome}) for outcome in outcomes]
