"""Protection against somebody who is alone in a group and knows it.

A count of one is known to the person it counts. To that person the cell does not move, and what is withheld beside it
may follow. So every other small count must have a move, if only by one person, in which that cell stays. Sums that the
shown noughts alone give away are left out: no pattern of withheld cells can hide those.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme, Room
from footing.disclosure.solver import TOLERANCE

_MUCH = 1000.0
"""What moving a count by one person earns, beside the prices of the cells that it would be good not to move."""


@dataclass(frozen=True, slots=True)
class HiddenFromInsiders:
    """The cells to withhold, and the cells that each known move takes, one move a row."""

    withheld: BoolArray
    moved: BoolArray


def hidden_from_insiders(
    model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, moved: BoolArray
) -> HiddenFromInsiders:
    """The withheld cells, and those to withhold as well, so that nobody alone in a group learns another small count.

    ``moved`` are the cells that moves of withheld cells take that are known already, one move a row.
    """
    search = InsiderSearch(model, needs, cost, withheld)
    small = np.flatnonzero(needs.sensitive)
    for insider, cells in always_together(moved[:, small], np.flatnonzero(alone(model, needs)[small])):
        for cell in small[cells].tolist():
            if not search.is_moved_without(int(small[insider]), cell):
                search.move_without(int(small[insider]), cell)
    return HiddenFromInsiders(search.withheld, np.vstack([moved, *search.found]))


def alone(model: CellModel, needs: Needs) -> BoolArray:
    """The counts of one that the person counted knows."""
    return np.asarray(needs.sensitive & model.published & (model.values == 1))


def always_together(moved: BoolArray, insiders: IntArray) -> Iterator[tuple[int, IntArray]]:
    """For each insider the cells that no known move takes anywhere while the insider's own stays.

    ``moved`` says which of the small counts each move takes; insiders and cells are numbered by its columns.
    """
    moves, cells = np.nonzero(moved)
    cells_of = np.split(cells, np.searchsorted(moves, np.arange(1, len(moved))))
    moves_of = np.split(
        moves[np.argsort(cells, kind="stable")], np.cumsum(np.bincount(cells, minlength=moved.shape[1]))
    )
    known = np.bincount(cells, minlength=moved.shape[1])
    for insider in insiders.tolist():
        taken = [cells_of[move] for move in moves_of[insider].tolist()]
        beside = np.bincount(np.concatenate([*taken, cells[:0]]), minlength=len(known))
        together = beside == known
        together[insider] = False
        if together.any():
            yield insider, np.flatnonzero(together)


class InsiderSearch:
    """Moves of small counts in which an insider's own stays, and what they withhold."""

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray) -> None:
        self.withheld = withheld.copy()
        self._needs = needs
        self._space = move_space(model, ~needs.fixed)
        self._place = np.full(len(model.values), -1)
        self._place[self._space.cells] = np.arange(len(self._space.cells))
        self._price = cost[self._space.cells]
        one = np.where(needs.sensitive, 1.0, 0.0)[self._space.cells]
        room = needs.room(model, self._space.cells)
        self._programme = MoveProgramme(
            self._space, Room(room.most_down, room.most_up, one, np.minimum(one, room.most_down))
        )
        self.found: list[BoolArray] = []
        self._programme.set_costs(self._costs())

    def is_moved_without(self, insider: int, cell: int) -> bool:
        """Whether a move that was found since takes a cell somewhere while the insider's own stays."""
        return any(each[cell] and not each[insider] for each in self.found)

    def move_without(self, insider: int, cell: int) -> None:
        """Find a move of a cell in which the insider's own stays, and withhold what it takes."""
        own = np.array([self._place[insider]]) if self._place[insider] >= 0 else np.zeros(0, dtype=np.int64)
        self._programme.set_cost(own, np.full(len(own), np.inf))
        for side in (1.0, -1.0):
            rewards = np.zeros(len(self._space.cells))
            rewards[self._place[cell]] = side * _MUCH
            move = np.zeros(len(self.withheld))
            move[self._space.cells] = self._programme.best_move(rewards)
            moved = np.abs(move) > TOLERANCE
            if moved[cell]:
                self.found.append(moved)
                self.withheld |= moved
                break
        self._programme.set_costs(self._costs())

    def _costs(self) -> FloatArray:
        return np.where(self.withheld[self._space.cells], 0.0, self._price)
