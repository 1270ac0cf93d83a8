"""Protection against somebody who is alone in a group and knows it.

A count of one is known to the person it counts. To that person the cell does not move, and what is withheld beside it
may follow. So every other small count must have a move, if only by one person, in which that cell stays. Sums that the
shown noughts alone give away are left out: no pattern of withheld cells can hide those.
"""

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme, Room
from footing.disclosure.solver import TOLERANCE

_MUCH = 1000.0
"""What moving a count by one person earns, beside the prices of the cells that it would be good not to move."""


def hidden_from_insiders(
    model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, moves: IntArray
) -> BoolArray:
    """The withheld cells, and those to withhold as well, so that nobody alone in a group learns another small count.

    ``moves`` are moves of withheld cells that are known already, one a row.
    """
    search = _Search(model, needs, cost, withheld, moves)
    for insider in np.flatnonzero(needs.sensitive & model.published & (model.values == 1)):
        for cell in search.still_with(int(insider)):
            search.move_without(int(insider), cell)
    return search.withheld


class _Search:
    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, moves: IntArray) -> None:
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
        self._moved = [move != 0 for move in moves]
        self._programme.set_costs(self._costs())

    def still_with(self, insider: int) -> list[int]:
        """The small counts that no known move takes anywhere while the insider's own stays."""
        moved = np.zeros(len(self.withheld), dtype=np.bool_)
        for each in self._moved:
            if not each[insider]:
                moved |= each
        return [int(cell) for cell in np.flatnonzero(self._needs.sensitive & ~moved) if cell != insider]

    def move_without(self, insider: int, cell: int) -> None:
        """Find a move of a cell in which the insider's own stays, and withhold what it takes."""
        own = np.array([self._place[insider]])
        self._programme.set_cost(own, np.array([np.inf]))
        for side in (1.0, -1.0):
            rewards = np.zeros(len(self._space.cells))
            rewards[self._place[cell]] = side * _MUCH
            move = np.zeros(len(self.withheld))
            move[self._space.cells] = self._programme.best_move(rewards)
            moved = np.abs(move) > TOLERANCE
            if moved[cell]:
                self._moved.append(moved)
                self.withheld |= moved
                break
        self._programme.set_costs(self._costs())

    def _costs(self) -> FloatArray:
        return np.where(self.withheld[self._space.cells], 0.0, self._price)
