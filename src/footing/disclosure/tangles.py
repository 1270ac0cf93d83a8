"""Which sets fit together like the leaves of a tree, and the fewest and smallest to add where they do not.

Sources: M. H. Graham's reduction, as in C. Beeri, R. Fagin, D. Maier and M. Yannakakis, "On the desirability of acyclic
database schemes", Journal of the ACM 30 (1983), 479-513; D. J. Rose, "Triangulated graphs and the elimination process",
Journal of Mathematical Analysis and Applications 32 (1970), 597-609, with the vertex of least fill next.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import TypeVar

_Name = TypeVar("_Name", str, tuple[str, int, int])


def tangled(sets: Iterable[frozenset[_Name]]) -> frozenset[_Name]:
    """The names left by Graham's reduction: none if the sets fit together like the leaves of a tree."""
    edges = set(sets)
    while True:
        lonely = {name for name in set().union(*edges) if sum(name in edge for edge in edges) == 1}
        smaller = {edge - lonely for edge in edges}
        largest = {edge for edge in smaller if not any(edge < other for other in smaller)}
        if largest == edges:
            return frozenset().union(*edges)
        edges = largest


def untangling(sets: Iterable[frozenset[_Name]]) -> list[frozenset[_Name]]:
    """Sets to add so that all fit together like the leaves of a tree: none where they do, none within another.

    Names are taken away one after another, each with what is beside it by then: first where that adds least.
    """
    there = set(sets)
    beside: dict[_Name, set[_Name]] = {name: set() for name in set().union(*there)}
    for each in there:
        for name in each:
            beside[name] |= each - {name}
    found: list[frozenset[_Name]] = []
    while beside:
        taken = min(beside, key=lambda name: (_gaps(beside, name), len(beside[name]), name))
        around = beside.pop(taken)
        found.append(frozenset(around | {taken}))
        for other in around:
            beside[other] = (beside[other] | around) - {taken, other}
    return [each for each in found if not any(each <= other for other in there) and not any(each < o for o in found)]


def _gaps(beside: dict[_Name, set[_Name]], name: _Name) -> int:
    """How many pairs around a name are not beside each other."""
    return sum(second not in beside[first] for first, second in combinations(beside[name], 2))
