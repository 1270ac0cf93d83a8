"""Whether the sums between published cells are all that can be worked out, and what to add where they are not.

Tables over sets of variables that fit together like the leaves of a tree (the hypergraph of the sets is acyclic) can be
filled out to one table of everybody in every way that their shared margins allow: the sums say everything. Tables of
A by B, B by C and A by C cannot. There the cells of A by B by C, published nowhere, join the sums. What joins is as
little as makes the sets fit together (the cliques of a triangulation); where even that is too much, an outsider could
know more than the sums say, and that is reported as a limit.

A variable that tables roll up counts once for each level of each roll-up. Where two roll-ups put the same people into
different groups (grades 8 to 10 together in one, 9 and 10 in another) and no table has the grades themselves, they
join as well: the difference of two groups is as good as published.

Source: ``tangles``; C. Beeri, R. Fagin, D. Maier and M. Yannakakis (1983) for what fits together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod

from footing.disclosure.tangles import tangled, untangling
from footing.tables import TOTAL, Coordinate, Hierarchy

MOST_JOINT_CELLS = 2_000
"""The most cells that join, with all their totals; more would make every programme slow."""

Level = tuple[str, int, int]
"""What a table tells apart: a variable, the number of its roll-up, and how many groups its categories lie in."""
Category = tuple[str, str]
"""A variable and the code of one of its categories."""


@dataclass(frozen=True, slots=True)
class Joint:
    """The unpublished cells to add, and whether with them the sums say all that an outsider can work out."""

    cells: tuple[Coordinate, ...]
    exact: bool


def joint_cells(published: Iterable[Coordinate], hierarchies: Iterable[Hierarchy]) -> Joint:
    """What to add to the published cells so that no outsider is underestimated."""
    cells = set(published)
    ways = _Ways(hierarchies)
    shared = set(ways.shared_parts(cells))
    joint = set(shared) if len(shared) <= MOST_JOINT_CELLS else set()
    tables = ways.tables(cells | joint)
    codes = _Codes(ways, {category for cell in cells | joint for category in cell})
    room = MOST_JOINT_CELLS
    for grid in sorted((codes.grid(each) for each in untangling(tables)), key=lambda grid: grid.size):
        room -= grid.size
        if room < 0:
            break
        joint.update(grid.cells())
    return Joint(tuple(sorted(joint - cells)), exact=joint >= shared and not tangled(ways.tables(cells | joint)))


class _Ways:
    """The roll-ups of each variable, and which levels of them each category tells apart."""

    def __init__(self, hierarchies: Iterable[Hierarchy]) -> None:
        self._parents: dict[str, list[Mapping[str, str]]] = defaultdict(list)
        for each in hierarchies:
            if each.parents:
                self._parents[each.variable].append(each.parents)
        self._codes = {
            variable: [frozenset((*each, *each.values())) for each in ways] for variable, ways in self._parents.items()
        }
        self._levels: dict[Category, frozenset[Level]] = {}

    def tables(self, cells: Iterable[Coordinate]) -> set[frozenset[Level]]:
        """The levels that each table tells apart: of each variable its own and all above it.

        Regions by age by sex, districts by age and districts by sex do not fit together, though each names variables
        of the first: within a region they are three tables of two each.
        """
        return {frozenset(level for category in cell for level in self.levels(category)) for cell in cells}

    def levels(self, category: Category) -> frozenset[Level]:
        """The levels that a category tells apart."""
        if category not in self._levels:
            variable, code = category
            depths = {way: len(self.above(variable, code, way)) for way in self.of(category)}
            self._levels[category] = frozenset(
                (variable, way, level) for way, depth in depths.items() for level in range(depth + 1)
            )
        return self._levels[category]

    def of(self, category: Category) -> Sequence[int]:
        """The roll-ups that a category is in: one that no roll-up names stands beside the groups of all of them."""
        variable, code = category
        every = range(max(1, len(self._parents.get(variable, ()))))
        return [way for way in every if code in self._named(variable, way)] or every

    def above(self, variable: str, code: str, way: int) -> list[str]:
        """The groups that a code lies in."""
        ways = self._parents.get(variable)
        found: list[str] = []
        while ways and (code := ways[way].get(code, TOTAL)) != TOTAL:
            found.append(code)
        return found

    def divided(self, categories: Iterable[Category]) -> set[Category]:
        """The groups that some of the categories are in."""
        return {
            (variable, group)
            for variable, code in categories
            for way in self.of((variable, code))
            for group in self.above(variable, code, way)
        }

    def shared_parts(self, cells: Iterable[Coordinate]) -> Iterable[Coordinate]:
        """What groups of different roll-ups consist of, where two share some: once for all and for the same people."""
        found: dict[tuple[str, Coordinate], set[str]] = defaultdict(set)
        for cell in cells:
            for variable, code in cell:
                if len(self._parents.get(variable, ())) > 1:
                    for rest in ((), tuple(each for each in cell if each[0] != variable)):
                        found[variable, rest].add(code)
        for (variable, rest), codes in found.items():
            for code in self._shared_codes(variable, codes) - codes:
                yield tuple(sorted((*rest, (variable, code))))

    def _shared_codes(self, variable: str, codes: Iterable[str]) -> set[str]:
        """The finest codes of those groups that share some, unless one roll-up has both groups."""
        parts = {code: self._parts(variable, code) for code in codes}
        groups = [code for code, each in parts.items() if each != {code}]
        shared = set()
        for first, second in combinations(groups, 2):
            if parts[first] & parts[second] and not self._in_one_way(variable, first, second):
                shared |= parts[first] | parts[second]
        return shared

    def _in_one_way(self, variable: str, first: str, second: str) -> bool:
        return any({first, second} <= named for named in self._codes[variable])

    def _parts(self, variable: str, code: str) -> set[str]:
        """The finest codes of a group; of what is no group, itself."""
        parts = {part for ways in self._parents[variable] for part, group in ways.items() if group == code}
        return set().union(*(self._parts(variable, part) for part in parts)) if parts else {code}

    def _named(self, variable: str, way: int) -> frozenset[str]:
        ways = self._codes.get(variable)
        return ways[way] if ways else frozenset()


@dataclass(frozen=True, slots=True)
class _Grid:
    """The cells over some categories of each variable, and how many they are with all their totals."""

    codes: Mapping[str, Sequence[str]]
    size: int

    def cells(self) -> Iterable[Coordinate]:
        listed = [[(variable, code) for code in codes] for variable, codes in self.codes.items()]
        return product(*listed)


class _Codes:
    """The categories that are met, level by level."""

    def __init__(self, ways: _Ways, met: Iterable[Category]) -> None:
        self._ways, self._met = ways, set(met)

    def grid(self, levels: frozenset[Level]) -> _Grid:
        """The finest cells of these levels; groups of two roll-ups are told apart by what they consist of alone."""
        within = {each for each in self._met if self._ways.levels(each) <= levels or self._is_mixed(each[0], levels)}
        groups = self._ways.divided(within)
        codes: dict[str, list[str]] = {}
        for variable, code in sorted(within - groups):
            codes.setdefault(variable, []).append(code)
        size = prod(1 + len(each) + sum(group[0] == variable for group in groups) for variable, each in codes.items())
        return _Grid(codes, size)

    @staticmethod
    def _is_mixed(variable: str, levels: Iterable[Level]) -> bool:
        return len({way for each, way, _ in levels if each == variable}) > 1
