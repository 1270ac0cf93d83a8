"""The cells of one population and every addition that an outsider can make between them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.bounds import UNKNOWN
from footing.disclosure.completion import completed
from footing.disclosure.families import Families, Family
from footing.disclosure.joint import joint_cells
from footing.disclosure.remainders import add_what_follows
from footing.tables import Coordinate, Hierarchy

Relation = tuple[Coordinate, ...]
"""A whole, then its parts."""


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
    published ones: the totals of published parts, what is left of a total of which some parts are not published, and
    what is left of that.
    """
    shown = sorted(set(published), key=lambda cell: (len(cell), cell))
    families = Families(hierarchies)
    joint = joint_cells(shown, hierarchies.values())
    families.grow([*shown, *joint.cells])
    values = add_what_follows(families, counts)
    relations = _without_loose_ends(list(_relations(families.parts)), frozenset((*shown, *joint.cells)), values)
    return _as_arrays(shown, relations, values, exact=joint.exact)


def _relations(parts: Mapping[Family, Mapping[str, Coordinate]]) -> Iterator[Relation]:
    """Each sum once: the whole, then its parts."""
    seen: set[Relation] = set()
    for family in sorted(parts):
        relation = (family[0], *sorted(parts[family].values()))
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
