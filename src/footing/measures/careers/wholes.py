"""The cells of a population together with everything that they are part of.

Figures over time name few totals: promotions by grade and background, but not how many spells there were in the grade.
Disclosure links cells through the totals that nobody is shown, and needs to know them for that. It also needs to know
every category that a total is made of, where some of them, such as people who gave no answer, are in no table.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from footing.measures.counting import count_cells
from footing.measures.population import PeopleToCount, Variable
from footing.tables import TOTAL, Coordinate, Hierarchy, coordinate
from footing.tables.raw import Population, RawTable


def count_with_wholes(people: PeopleToCount, tables: Iterable[RawTable]) -> Population:
    """The population with the count of every cell that the tables rest on, and of all that it is part of.

    Raises as ``count_cells`` does.
    """
    hierarchies = {name: _in_full(name, variable) for name, variable in people.variables.items()}
    figures = (row.figure for table in tables for row in table.rows)
    cells = dict.fromkeys(cell for figure in figures for cell in (*figure.cells, figure.base))
    wholes = dict.fromkeys(whole for cell in cells for whole in wholes_of(cell, hierarchies))
    return Population(people.name, count_cells(people, wholes), hierarchies)


def wholes_of(cell: Coordinate, hierarchies: Mapping[str, Hierarchy]) -> Iterator[Coordinate]:
    """The cell itself, and every cell that rolls up one or more of its categories."""
    chains = [[(variable, each) for each in _chain(code, hierarchies[variable])] for variable, code in cell]
    return (coordinate(**dict(codes)) for codes in product(*chains))


def _in_full(name: str, variable: Variable) -> Hierarchy:
    """A hierarchy that also names the categories that are part of nothing but everybody."""
    parents = {code: variable.hierarchy.parent(code) or TOTAL for code in variable.members()}
    return Hierarchy(name, parents)


def _chain(code: str, hierarchy: Hierarchy) -> Iterator[str]:
    """A code, the roll-ups that it is part of, and everybody."""
    whole: str | None = code
    while whole is not None and whole != TOTAL:
        yield whole
        whole = hierarchy.parent(whole)
    yield TOTAL
