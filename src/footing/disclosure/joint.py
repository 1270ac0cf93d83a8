"""Whether the sums between published cells are all that can be worked out, and what to add where they are not.

Tables over sets of variables that fit together like the leaves of a tree (the hypergraph of the sets is acyclic) can be
filled out to one table of everybody in every way that their shared margins allow: the sums say everything. Tables of
A by B, B by C and A by C cannot. There the cells of A by B by C, published nowhere, join the sums; if they are too
many, an outsider could know more than the sums say, and that is reported as a limit.

Source: C. Beeri, R. Fagin, D. Maier and M. Yannakakis, "On the desirability of acyclic database schemes", Journal of
the ACM 30 (1983), 479-513; M. H. Graham's reduction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import prod

from footing.tables import TOTAL, Coordinate, Hierarchy

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
    tangled = tangled_variables({frozenset(variable for variable, _ in cell) for cell in cells})
    if not tangled:
        return Joint((), exact=True)
    met = {pair for cell in cells for pair in cell}
    finest = met - _divided(met, list(hierarchies))
    codes = {variable: [code for each, code in finest if each == variable] for variable in sorted(tangled)}
    if prod(len(each) for each in codes.values()) > MOST_JOINT_CELLS:
        return Joint((), exact=False)
    listed = [[(variable, code) for code in sorted(each)] for variable, each in codes.items()]
    return Joint(tuple(product(*listed)), exact=True)


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


def tangled_variables(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The variables left by Graham's reduction: none if the sets fit together like the leaves of a tree."""
    edges = set(sets)
    while True:
        lonely = {variable for variable in set().union(*edges) if sum(variable in edge for edge in edges) == 1}
        smaller = {edge - lonely for edge in edges}
        maximal = {edge for edge in smaller if edge and not any(edge < other for other in smaller)}
        if maximal == edges:
            return frozenset().union(*edges)
        edges = maximal
