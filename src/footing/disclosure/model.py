"""The cells of one population and every addition that an outsider can make between them."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.completion import CountsDoNotAddUp, completed
from footing.disclosure.joint import joint_cells
from footing.tables import TOTAL, Coordinate, Hierarchy

REMAINDER = "\x1fremainder of "
"""Opens the code of a cell that nobody publishes but anybody can subtract: a total less its published parts."""

UNKNOWN = -1
"""The count of a cell that only links others, where the population does not give it."""

Family = tuple[Coordinate, str, int]
"""A whole, the variable that it is divided by, and the number of the hierarchy of that variable."""
Relation = tuple[Coordinate, ...]
"""A whole, then its parts."""
Division = tuple[str, str, int]
"""A variable, the code of it that is divided, and the number of the hierarchy."""


@dataclass(frozen=True, slots=True)
class CellModel:
    """Cells, and the relations ``0 = Σ sign × cell`` between them as sparse rows.

    ``values`` are exact counts (whole numbers), except of linking cells that are not ``given``: theirs are any that
    fit. ``published`` marks the cells that some table shows. Relation ``r`` is ``columns[starts[r]:starts[r + 1]]``:
    the whole first with sign +1, then its parts with sign −1. ``exact`` says whether the relations are all that an
    outsider can use.
    """

    coordinates: tuple[Coordinate, ...]
    values: FloatArray
    published: BoolArray
    given: BoolArray
    starts: IntArray
    columns: IntArray
    signs: FloatArray
    exact: bool

    def scaled(self, factor: float) -> "CellModel":
        """The same cells in another unit."""
        return replace(self, values=self.values * factor)


def build_model(
    published: Iterable[Coordinate], counts: Mapping[Coordinate, int], hierarchies: Mapping[str, Hierarchy]
) -> CellModel:
    """Link the published cells by every sum that an outsider can form. Raises ``CountsDoNotAddUp``, ``TooTangled``.

    ``counts`` holds at least the published coordinates. Cells that nobody publishes join the model where they link
    published ones: the totals of published parts, and what is left of a total of which some parts are not published.
    What is left is taken as known to the outsider when it is nobody.
    """
    shown = sorted(set(published), key=lambda cell: (len(cell), cell))
    families = _Families(hierarchies)
    joint = joint_cells(shown, hierarchies.values())
    families.grow([*shown, *joint.cells])
    values = {cell: counts[cell] for cell in families.cells if cell in counts}
    families.open.update(_open_divisions(families, values))
    _add_up_unknown_totals(families, values)
    _add_remainders(families, values, counts)
    relations = _without_loose_ends(list(_relations(families.parts)), frozenset((*shown, *joint.cells)), values)
    return _as_arrays(shown, relations, values, exact=joint.exact)


class _Families:
    """Which cells are parts of which, along each variable and hierarchy."""

    def __init__(self, hierarchies: Mapping[str, Hierarchy]) -> None:
        self.cells: dict[Coordinate, None] = {}
        self.parts: dict[Family, list[Coordinate]] = {}
        self.codes: dict[Division, set[str]] = {}
        self.open: set[Division] = set()
        self._hierarchies: dict[str, list[Hierarchy]] = {}
        for key in sorted(hierarchies):
            hierarchy = hierarchies[key]
            numbered = self._hierarchies.setdefault(hierarchy.variable, [])
            for code, parent_code in hierarchy.parents.items():
                self.codes.setdefault((hierarchy.variable, parent_code, len(numbered)), set()).add(code)
            numbered.append(hierarchy)

    def grow(self, shown: Iterable[Coordinate]) -> None:
        """Add cells and every total that they are part of."""
        waiting = list(shown)
        self.cells.update(dict.fromkeys(waiting))
        for cell in waiting:
            for family, code, parent_code in self.families_of(cell):
                self.parts.setdefault(family, []).append(cell)
                self.codes.setdefault((family[1], parent_code, family[2]), set()).add(code)
                if family[0] not in self.cells:
                    self.cells[family[0]] = None
                    waiting.append(family[0])

    def complete(self, family: Family) -> bool:
        """Whether the parts of a family are all there can be."""
        return not self.missing(family) and self.division(family) not in self.open

    def families_of(self, cell: Coordinate) -> Iterator[tuple[Family, str, str]]:
        """Each family that a cell is a part of, with its own code and its parent's along that variable."""
        for place, (variable, code) in enumerate(cell):
            for number, parent_code in self._parent_codes(variable, code):
                rolled_up = () if parent_code == TOTAL else ((variable, parent_code),)
                yield (cell[:place] + rolled_up + cell[place + 1 :], variable, number), code, parent_code

    def division(self, family: Family) -> Division:
        """The category that a family divides, wherever it is divided."""
        whole, variable, number = family
        return variable, dict(whole).get(variable, TOTAL), number

    def missing(self, family: Family) -> list[str]:
        """The codes that the hierarchy, or another family of the same division, has and this family has not."""
        present = {dict(cell)[family[1]] for cell in self.parts[family]}
        return sorted(self.codes[self.division(family)] - present)

    def _parent_codes(self, variable: str, code: str) -> Iterator[tuple[int, str]]:
        known = self._hierarchies.get(variable)
        if known is None:
            yield 0, TOTAL
            return
        mentioned = [number for number, each in enumerate(known) if _mentions(each, code)]
        for number in mentioned or range(len(known)):
            yield number, known[number].parents.get(code, TOTAL)


def _mentions(hierarchy: Hierarchy, code: str) -> bool:
    return code in hierarchy.parents or code in hierarchy.parents.values()


def _open_divisions(families: _Families, values: Mapping[Coordinate, int]) -> Iterator[Division]:
    """The categories that hold people whom no known part holds, as the counts show; parts never define these.

    Only a whole with every part that is known anywhere can show it: one that lacks a part is less for want of that.
    """
    for family, parts in families.parts.items():
        cells = (family[0], *parts)
        if families.missing(family) or not all(cell in values for cell in cells):
            continue
        if values[family[0]] > sum(values[part] for part in parts):
            yield families.division(family)


def _total(
    cell: Coordinate, wholes: Mapping[Coordinate, list[Family]], families: _Families, values: dict[Coordinate, int]
) -> int:
    """The count of a cell: as given, or the sum of any full set of its parts, or ``UNKNOWN``."""
    if cell not in values:
        values[cell] = UNKNOWN
        for family in wholes.get(cell, ()):
            counts = [_total(part, wholes, families, values) for part in families.parts[family]]
            if UNKNOWN not in counts and families.complete(family):
                values[cell] = sum(counts)
                break
    return values[cell]


def _add_up_unknown_totals(families: _Families, values: dict[Coordinate, int]) -> None:
    wholes: dict[Coordinate, list[Family]] = {}
    for family in families.parts:
        wholes.setdefault(family[0], []).append(family)
    for cell in families.cells:
        _total(cell, wholes, families, values)


def _add_remainders(families: _Families, values: dict[Coordinate, int], counts: Mapping[Coordinate, int]) -> None:
    """Complete each family whose published parts do not come to the whole, until all of them do.

    What has a name of its own comes first: it may complete other families, in which it would be among what is left.
    """
    for named in (True, False):
        _add_remainders_of(named=named, families=families, values=values, counts=counts)


def _add_remainders_of(
    *, named: bool, families: _Families, values: dict[Coordinate, int], counts: Mapping[Coordinate, int]
) -> None:
    waiting = deque(families.parts)
    while waiting:
        family = waiting.popleft()
        if named and len(families.missing(family)) != 1:
            continue
        remainder = _remainder(family, families, values)
        if not remainder:
            continue
        cell = _remainder_cell(family, families)
        values.setdefault(cell, counts.get(cell, remainder))
        families.cells[cell] = None
        families.parts[family].append(cell)
        for other in _other_families(cell, family, families):
            families.parts[other].append(cell)
            waiting.append(other)


def _other_families(cell: Coordinate, family: Family, families: _Families) -> list[Family]:
    """The families that a remainder completes besides its own; what has no name of its own completes no other."""
    if dict(cell)[family[1]].startswith(REMAINDER):
        return []
    others = [other for other, *_ in families.families_of(cell) if other != family and other in families.parts]
    return [other for other in others if cell not in families.parts[other]]


def _remainder(family: Family, families: _Families, values: Mapping[Coordinate, int]) -> int:
    """How many people of a whole are in none of the parts that the model has; ``UNKNOWN`` if nothing says."""
    whole, parts = values[family[0]], [values[part] for part in families.parts[family]]
    if whole == UNKNOWN or UNKNOWN in parts:
        return 0 if families.complete(family) else UNKNOWN
    if whole < sum(parts):
        raise CountsDoNotAddUp(f"The parts of {describe(family[0])} by {family[1]} come to more than the whole.")
    return whole - sum(parts)


def _remainder_cell(family: Family, families: _Families) -> Coordinate:
    """The one missing part under its own name, so that other tables meet it; otherwise the missing parts as one."""
    whole, variable, number = family
    missing = families.missing(family)
    named = dict(whole)
    named[variable] = missing[0] if len(missing) == 1 else f"{REMAINDER}{named.get(variable, TOTAL)}\x1f{number}"
    return tuple(sorted(named.items()))


def describe(cell: Coordinate) -> str:
    """A cell in words, for messages: which people, never how many."""
    return " and ".join(f"{variable} “{code}”" for variable, code in cell) or "everyone"


def _relations(parts: Mapping[Family, list[Coordinate]]) -> Iterator[Relation]:
    """Each sum once: the whole, then its parts."""
    seen: set[Relation] = set()
    for family in sorted(parts):
        relation = (family[0], *sorted(parts[family]))
        if relation not in seen:
            seen.add(relation)
            yield relation


def _without_loose_ends(
    relations: list[Relation], published: frozenset[Coordinate], values: Mapping[Coordinate, int]
) -> list[Relation]:
    """Leave out, again and again, the sums that tell an outsider nothing.

    Such a sum only defines a cell that nothing else uses, or is over parts that are free to be anything. A sum that
    bounds an unpublished total from below by some of its parts stays where the total is part of another.
    """
    while True:
        uses = Counter(cell for relation in relations for cell in relation)
        free = _free_cells(relations, {cell for cell in uses if cell not in published and values[cell] == UNKNOWN})
        kept = []
        for relation in relations:
            whole, *parts = relation
            undefined = whole not in published and uses[whole] == 1
            if not (undefined or free.issuperset(parts)):
                kept.append(relation)
        if len(kept) == len(relations):
            return kept
        relations = kept


def _free_cells(relations: list[Relation], unknown: set[Coordinate]) -> set[Coordinate]:
    """Cells of which nothing is known but sums with others like them, or that are in one sum only."""
    uses = Counter(cell for relation in relations for cell in relation)
    free = unknown - {relation[0] for relation in relations}
    while True:
        mixed = {cell for relation in relations if not free.issuperset(relation[1:]) for cell in relation[1:]}
        held = {cell for cell in free & mixed if uses[cell] > 1}
        if not held:
            return free
        free -= held


def _as_arrays(
    shown: list[Coordinate], relations: list[Relation], values: Mapping[Coordinate, int], *, exact: bool
) -> CellModel:
    used = {cell for relation in relations for cell in relation} - set(shown)
    cells = (*shown, *sorted(used))
    place = {cell: index for index, cell in enumerate(cells)}
    lengths = [len(relation) for relation in relations]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    columns = np.array([place[cell] for relation in relations for cell in relation], dtype=np.int64)
    signs = np.full(len(columns), -1.0)
    signs[starts[:-1]] = 1.0
    counts = np.array([values[cell] for cell in cells], dtype=np.int64)
    model = CellModel(
        coordinates=cells,
        values=counts.astype(np.float64),
        published=np.arange(len(cells)) < len(shown),
        given=counts != UNKNOWN,
        starts=starts,
        columns=columns,
        signs=signs,
        exact=exact,
    )
    return replace(model, values=completed(counts, UNKNOWN, model))
