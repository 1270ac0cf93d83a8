"""The linear programme that looks for moves: other counts that would give the same shown figures.

It asks for the move that earns most: each wanted cell earns for moving its way, up to its need; every cell may cost
for moving at all; and none may move beyond its room. It is solved in its dual form, over the free moves of a
``MoveSpace``: there one row stands for each free move, and asking another question changes right-hand sides and bounds
only, so that the dual simplex method goes on from where it stopped.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from footing.disclosure.arrays import FloatArray, IntArray, Sums, rows_of
from footing.disclosure.kernel import MoveSpace
from footing.disclosure.solver import quiet_solver, require_solved


@dataclass(frozen=True, slots=True)
class Room:
    """For each cell of a space: how far it may move down and up at most, and how far it is wanted to.

    ``most_up`` may be infinite. Rewards are earned up to ``wanted_up`` and ``wanted_down``; 0 means never.
    """

    most_down: FloatArray
    most_up: FloatArray
    wanted_up: FloatArray
    wanted_down: FloatArray


def sums_programme(sums: Sums, lower: FloatArray, upper: FloatArray) -> highspy.HighsLp:
    """Cells as unknowns between ``lower`` and ``upper``, every sum as an equation, and nothing to gain."""
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = len(lower), len(sums.starts) - 1
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = sums.starts.astype(np.int32)
    programme.a_matrix_.index_ = sums.columns.astype(np.int32)
    programme.a_matrix_.value_ = sums.signs
    programme.col_cost_ = np.zeros(len(lower))
    programme.col_lower_, programme.col_upper_ = lower, upper
    programme.row_lower_ = programme.row_upper_ = np.zeros(programme.num_row_)
    return programme


def free_moves_programme(space: MoveSpace, lower: FloatArray, upper: FloatArray) -> highspy.HighsLp:
    """Free moves as unknowns, one row for each cell, whose move is kept between ``lower`` and ``upper``."""
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = space.size, len(space.cells)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = space.starts.astype(np.int32)
    programme.a_matrix_.index_ = space.frees.astype(np.int32)
    programme.a_matrix_.value_ = space.weights
    programme.col_cost_ = np.zeros(space.size)
    programme.col_lower_, programme.col_upper_ = np.full(space.size, -np.inf), np.full(space.size, np.inf)
    programme.row_lower_, programme.row_upper_ = lower, upper
    return programme


class MoveProgramme:
    """The programme for one space, kept warm from one question to the next. One thread, nothing random.

    Its columns are the dual prices of: the room downwards, the room upwards (where finite), the cost of moving at all,
    and the end of each reward.
    """

    def __init__(self, space: MoveSpace, room: Room) -> None:
        self._space = space
        self._owners = rows_of(space.starts)
        cells = np.arange(len(space.cells))
        bounded = np.flatnonzero(np.isfinite(room.most_up))
        self._ups, self._downs = np.flatnonzero(room.wanted_up > 0), np.flatnonzero(room.wanted_down > 0)
        groups = [(cells, 1.0), (bounded, -1.0), (cells, 1.0), (self._ups, -1.0), (self._downs, 1.0)]
        ends = np.cumsum([len(group) for group, _ in groups])
        self._cost_columns = np.arange(ends[1], ends[2], dtype=np.int32)
        self._reward_columns = np.arange(ends[2], ends[4], dtype=np.int32)
        self._rows = np.arange(space.size, dtype=np.int32)
        prices = (
            room.most_down,
            room.most_up[bounded],
            np.zeros(len(cells)),
            room.wanted_up[self._ups],
            room.wanted_down[self._downs],
        )
        self._solver = quiet_solver()
        self._solver.passModel(self._programme(groups, np.concatenate(prices), int(ends[1])))
        self.solved = 0

    @property
    def cell_count(self) -> int:
        """How many cells the space has."""
        return len(self._space.cells)

    def set_costs(self, costs: FloatArray) -> None:
        """What each cell costs for each unit that it moves either way; infinite for one that may not move."""
        self._solver.changeColsBounds(len(costs), self._cost_columns, -costs, costs)

    def set_cost(self, cells: IntArray, costs: FloatArray) -> None:
        """The same for some cells only, by their places in the space."""
        self._solver.changeColsBounds(len(cells), self._cost_columns[cells], -costs, costs)

    def best_move(self, rewards: FloatArray) -> FloatArray:
        """The move of each cell that earns most, less costs.

        ``rewards`` are for each unit moved up (positive) or down (negative) as far as wanted; moving against one loses
        as much. Raises ``SolverFailed``.
        """
        limits = np.concatenate([np.maximum(rewards, 0)[self._ups], np.maximum(-rewards, 0)[self._downs]])
        self._solver.changeColsBounds(len(limits), self._reward_columns, np.zeros(len(limits)), limits)
        earned = self._space.weights * rewards[self._owners]
        sides = -np.bincount(self._space.frees, weights=earned, minlength=self._space.size)
        self._solver.changeRowsBounds(self._space.size, self._rows, sides, sides)
        self._solver.run()
        require_solved(self._solver)
        self.solved += 1
        return self._space.moves(-np.asarray(self._solver.getSolution().row_dual))

    def _programme(self, groups: list[tuple[IntArray, float]], prices: FloatArray, unlimited: int) -> highspy.HighsLp:
        """``unlimited`` is how many of the first columns are prices without an upper bound."""
        space = self._space
        cell_of = np.concatenate([cells for cells, _ in groups])
        sign_of = np.concatenate([np.full(len(cells), sign) for cells, sign in groups])
        lengths = np.diff(space.starts)[cell_of]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        take = np.arange(starts[-1]) - np.repeat(starts[:-1] - space.starts[cell_of], lengths)
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(cell_of), space.size
        programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        programme.a_matrix_.start_ = starts.astype(np.int32)
        programme.a_matrix_.index_ = space.frees[take].astype(np.int32)
        programme.a_matrix_.value_ = space.weights[take] * np.repeat(sign_of, lengths)
        programme.col_cost_ = prices
        programme.col_lower_ = np.zeros(len(cell_of))
        programme.col_upper_ = np.where(np.arange(len(cell_of)) < unlimited, np.inf, 0.0)
        programme.row_lower_ = programme.row_upper_ = np.zeros(space.size)
        return programme
