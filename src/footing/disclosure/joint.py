"""Whether the sums between published cells are all that can be worked out, and what to add where they are not.

Tables over sets of variables that fit together like the leaves of a tree (the hypergraph of the sets is acyclic) can be
filled out to one table of everybody in every way that their shared margins allow: the sums say everything. Tables of
A by B, B by C and A by C cannot. There the cells of A by B by C, published nowhere, join the sums; if they are too
many, an outsider could know more than the sums say, and that is reported as a limit.

Source: C. Beeri, R. Fagin, D. Maier and M. Yannakakis, "On the desirability of acyclic database schemes", Journal of
the ACM 30 (1983), 479-513; M. H. Graham's reduction.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TypeVar

from footing.tables import TOTAL, Coordinate, Hierarchy

_Name = TypeVar("_Name", bound=Hashable)

MOST_JOINT_CELLS = 4_000
"""The most cells that are added; more would make every programme slow."""


@dataclass(frozen=True, slots=True)
class Joint:
    """The unpublished cells to add, and whether with them the sums say all that an outsider can work out."""

    cells: tuple[Coordinate, ...]
    exact: bool


def joint_cells(published: Iterable[Coordinate], hierarchies: Iterable[Hierarchy]) -> Joint:
    """What to add to the published cells so that no outsider is underestimated."""
    cells = list(published)
    listed_ways = list(hierarchies)
    tangled = {variable for variable, _ in tangled_variables(_levels_told_apart(cells, listed_ways))}
    if not tangled:
        return Joint((), exact=True)
    met = {pair for cell in cells for pair in cell}
    finest = met - _divided(met, listed_ways)
    codes = {variable: [code for each, code in finest if each == variable] for variable in sorted(tangled)}
    if prod(len(each) for each in codes.values()) > MOST_JOINT_CELLS:
        return Joint((), exact=False)
    listed = [[(variable, code) for code in sorted(each)] for variable, each in codes.items()]
    return Joint(tuple(product(*listed)), exact=True)


def _levels_told_apart(
    cells: Iterable[Coordinate], hierarchies: Sequence[Hierarchy]
) -> set[frozenset[tuple[str, int]]]:
    """The levels that each table tells apart: of each variable its own and all above it.

    Regions by age by sex, districts by age and districts by sex do not fit together, though each names variables of
    the first: within a region they are three tables of two each.
    """
    known: dict[tuple[str, str], frozenset[tuple[str, int]]] = {}
    for variable, code in {pair for cell in cells for pair in cell}:
        ways = [each.parents for each in hierarchies if each.variable == variable]
        depth = max((_depth(code, parents) for parents in ways), default=0)
        known[variable, code] = frozenset((variable, level) for level in range(depth + 1))
    return {frozenset(level for pair in cell for level in known[pair]) for cell in cells}


def _depth(code: str, parents: Mapping[str, str]) -> int:
    """How many categories a code lies in."""
    depth = 0
    while (code := parents.get(code, TOTAL)) != TOTAL:
        depth += 1
    return depth


def _divided(met: Iterable[tuple[str, str]], hierarchies: Iterable[Hierarchy]) -> set[tuple[str, str]]:
    """The codes above one that is met: those cells are made of finer ones, which those of other roll-ups are not."""
    divided = set()
    for variable, code in met:
        for parents in (each.parents for each in hierarchies if each.variable == variable):
            above = parents.get(code, TOTAL)
            while above != TOTAL:
                divided.add((variable, above))
                above = parents.get(above, TOTAL)
    return divided


def tangled_variables(sets: Iterable[frozenset[_Name]]) -> frozenset[_Name]:
    """The variables left by Graham's reduction: none if the sets fit together like the leaves of a tree."""
    edges = set(sets)
    while True:
        lonely = {variable for variable in set().union(*edges) if sum(variable in edge for edge in edges) == 1}
        smaller = {edge - lonely for edge in edges}
        maximal = {edge for edge in smaller if edge and not any(edge < other for other in smaller)}
        if maximal == edges:
            return frozenset().union(*edges)
        edges = maximal
