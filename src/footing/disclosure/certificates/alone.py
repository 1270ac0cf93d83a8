"""Finding tables for those who are alone in a group: some in which it is one person, and all other small counts differ.

Tables that were found for something else do for most of them. Where they do not, counts that are the same in all are
pulled at together, while the insider's own stays; what is found serves others as well. A count that moves with the
insider's own and with nothing else cannot be helped.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.certificates.adding import Sums
from footing.disclosure.certificates.possible import PossibleCounts
from footing.disclosure.certificates.proof import Alone
from footing.disclosure.kernel import MoveSpace
from footing.disclosure.programme import MoveProgramme
from footing.tables import Coordinate

_MUCH = 1000.0
"""What moving a count by one person earns, beside the cost of one for each person in any cell."""

_ROUNDS = 20
"""How often counts are pulled at for one insider."""


class AloneSearch:
    """Tables for insiders. ``asked`` are the withheld cells, and a count of ``threshold`` or more is not small."""

    def __init__(self, possible: PossibleCounts, asked: IntArray, threshold: int, sums: Sums) -> None:
        self._possible, self._asked, self._threshold, self._sums = possible, asked, threshold, sums
        self._random = np.random.default_rng(0)
        self._counts = np.array([possible.table(each)[asked] for each in range(len(possible.changes) + 1)])
        self._space = possible.move_space(np.ones(len(possible.first), dtype=np.bool_))
        self._place = np.full(len(possible.first), -1)
        self._place[self._space.cells] = np.arange(len(self._space.cells))
        self._parts = possible.whole_parts(self._space)
        self._together = tied(self._space)[self._place[asked]]

    def found(self) -> Iterator[Alone]:
        """What each insider is shown of whom enough can be shown."""
        for place, cell in enumerate(self._asked.tolist()):
            tables = self._tables_for(place, cell)
            if tables:
                yield Alone(self._coordinate(cell), tables)

    def _tables_for(self, place: int, cell: int) -> tuple[int, ...]:
        """Tables that leave no other small count to be told; none if none are found."""
        known = self._known_from(cell)
        for _ in range(_ROUNDS):
            tables = np.flatnonzero(self._counts[:, place] == 1)
            told = self._told(tables)
            left = told & ~known
            if not left.any():
                return self._few(tables, told)
            if not len(tables) or (left & (self._together == self._together[place])).any():
                break
            if not self._pulled(cell, int(tables[0]), np.flatnonzero(left)):
                break
        return ()

    def _told(self, tables: IntArray) -> BoolArray:
        """The counts that are the same in all of some tables, and small."""
        if not len(tables):
            return np.ones(len(self._asked), dtype=np.bool_)
        counts = self._counts[tables]
        smallest, largest = counts.min(axis=0), counts.max(axis=0)
        return np.asarray((smallest == largest) & (largest < self._threshold))

    def _few(self, tables: IntArray, told: BoolArray) -> tuple[int, ...]:
        """Few of some tables in which all counts differ, or are not small, but those that are told by all of them."""
        chosen = [int(tables[0])]
        while (left := self._told(np.array(chosen)) & ~told).any():
            counts = self._counts[tables][:, left]
            other = (counts != self._counts[chosen[0], left]) | (counts >= self._threshold)
            chosen.append(int(tables[other.sum(axis=1).argmax()]))
        return tuple(chosen)

    def _known_from(self, cell: int) -> BoolArray:
        """The cells that follow from one of them whatever is withheld, itself among them."""
        told = self._sums.told_by(self._coordinate(cell))
        return np.array([self._coordinate(each) in told for each in self._asked.tolist()], dtype=np.bool_)

    def _pulled(self, cell: int, table: int, left: IntArray) -> bool:
        """Whether more tables were found in which some counts differ that are ``left``, and the insider's own stays."""
        counts = self._possible.table(table)
        one = np.zeros(len(counts))
        one[self._asked] = 1.0
        one = one[self._space.cells]
        programme = MoveProgramme(self._space, self._possible.room(self._space, counts, one, one))
        costs = np.ones(len(self._space.cells))
        costs[self._place[cell]] = np.inf
        programme.set_costs(costs)
        sides = np.where(self._random.random(len(left)) < 0.5, 1.0, -1.0)
        places = self._place[self._asked[left]]
        every = np.arange(len(left))
        pulls = ((every, sides), (every, -sides), (every[:1], sides), (every[:1], -sides))
        return any(self._pull(programme, counts, places[some], way[some], left[some]) for some, way in pulls)

    def _pull(
        self, programme: MoveProgramme, counts: IntArray, places: IntArray, way: FloatArray, wanted: IntArray
    ) -> bool:
        """Whether a pull at some cells of the space moved any of them in whole people; the table is kept then."""
        rewards = np.zeros(len(self._space.cells))
        rewards[places] = way * _MUCH
        found = counts.copy()
        for moved, by in self._parts.of(programme.best_move(rewards)).items():
            found[moved] += by
        if (found[self._asked[wanted]] == counts[self._asked[wanted]]).all():
            return False
        self._possible.take_table(found)
        self._counts = np.vstack([self._counts, found[self._asked]])
        return True

    def _coordinate(self, cell: int) -> Coordinate:
        return self._possible.equations.cells[cell] or ()


def tied(space: MoveSpace) -> IntArray:
    """For each cell a number that it shares with those that move if and only if it does, in proportion to it."""
    numbers: dict[tuple[tuple[int, float], ...], int] = {}
    found = []
    for first, last in pairwise(space.starts.tolist()):
        pairs = sorted(zip(space.frees[first:last].tolist(), space.weights[first:last].tolist(), strict=True))
        way = tuple((free, round(weight / pairs[0][1], 9)) for free, weight in pairs)
        found.append(numbers.setdefault(way, len(numbers)))
    return np.array(found, dtype=np.int64)
