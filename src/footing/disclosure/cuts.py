"""What any safe pattern must withhold: inequalities read off the outsider's own programme.

If the withheld cells do not let a sensitive cell move as far as it must, the dual solution of the programme that moves
it says why: its move is a weighted sum of the moves of other cells, and those that are withheld add up to too little.
So of the cells in that sum some that are shown must be withheld as well. That holds for every safe pattern, and is a
cut. Coefficients larger than what is lacking are lowered to it, since cells are withheld or not.

The programme lets shown cells move by a little, so that among the sums that show the lack it finds one over few cells:
the fewer there are, the more the cut says.

Source: M. Fischetti and J. J. Salazar-González (2000), capacity constraints and their strengthening.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.kernel import MoveSpace
from footing.disclosure.programme import Room, free_moves_programme
from footing.disclosure.solver import TOLERANCE, quiet_solver, require_solved

_EXACT = 1e-9
"""Dual values under this are noise of the solver."""

_FAR = 1e4
"""Farther than any cell moves that is withheld: a bound for programmes, so that none is without end."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to move a cell as far as it must.

    ``move`` is how each cell of the space moves. ``cut`` holds a weight for each, where it fell short: of the cells in
    a safe pattern that are not withheld in any case the weights come to 1 or more.
    """

    move: FloatArray
    cut: FloatArray | None


class Attacker:
    """The outsider's programme over the free moves of a space, kept warm from one question to the next."""

    def __init__(self, space: MoveSpace, room: Room, always_open: BoolArray) -> None:
        self._space, self._room, self._always_open = space, room, always_open
        self._solver = quiet_solver()
        still = np.zeros(len(space.cells))
        self._solver.passModel(free_moves_programme(space, still, still))
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._rows = np.arange(len(space.cells), dtype=np.int32)
        self._columns = np.arange(space.size, dtype=np.int32)

    def attempt(self, place: int, side: float, opened: FloatArray) -> Attempt:
        """Move a cell up (+1) or down (−1) as far as it must, while others move by ``opened`` of their room."""
        distance = float((self._room.wanted_up if side > 0 else self._room.wanted_down)[place])
        share = np.where(self._always_open, 1.0, opened)
        far = np.where(share < 1.0, distance, _FAR)
        lower, upper = -np.minimum(self._room.most_down, far) * share, np.minimum(self._room.most_up, far) * share
        (upper if side > 0 else lower)[place] = side * distance
        self._solver.changeRowsBounds(len(self._rows), self._rows, lower, upper)
        earned = np.zeros(self._space.size)
        first, last = self._space.starts[place], self._space.starts[place + 1]
        earned[self._space.frees[first:last]] = side * self._space.weights[first:last]
        self._solver.changeColsCost(self._space.size, self._columns, earned)
        self._solver.run()
        require_solved(self._solver)
        solution = self._solver.getSolution()
        move = self._space.moves(np.asarray(solution.col_value))
        if side * move[place] >= distance - TOLERANCE:
            return Attempt(move, None)
        return Attempt(move, self._cut(place, side, distance, np.asarray(solution.row_dual)))

    def _cut(self, place: int, side: float, distance: float, duals: FloatArray) -> FloatArray | None:
        own = 1.0 - side * duals[place]
        if own <= _EXACT:
            return None
        rates = np.where(np.abs(duals) > _EXACT, duals, 0.0) / own
        rates[place] = 0.0
        up, down = rates > 0, rates < 0
        most = np.zeros(len(rates))
        most[up] = rates[up] * self._room.most_up[up]
        most[down] = -rates[down] * self._room.most_down[down]
        lacking = distance - most[self._always_open].sum()
        if lacking <= TOLERANCE:
            return None
        cut: FloatArray = np.where(self._always_open, 0.0, np.minimum(most, lacking) / lacking)
        return cut
