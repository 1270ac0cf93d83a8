"""The linear programme of moves: every way in which the counts could differ and still give what is shown."""

import highspy
import numpy as np

from footing.disclosure.model import BoolArray, CellModel, FloatArray, IntArray
from footing.disclosure.primary import Needs
from footing.disclosure.solver import quiet_solver, require_solved

_ROOM = 10_000.0
"""More people than any need asks for; moves need no wider bounds, and tighter ones keep the solver accurate."""


class MoveProgramme:
    """Moves of the allowed cells that keep every relation, with HiGHS kept warm between questions.

    Each allowed cell has a column for moving up, one for moving down and, where it has a need, one for moving up
    beyond that need, so that a reward for meeting the need is not earned twice. One thread, no randomness.
    """

    def __init__(self, model: CellModel, needs: Needs, allowed: BoolArray) -> None:
        self.cells = np.flatnonzero(allowed)
        size = len(self.cells)
        beyond = np.flatnonzero(needs.up[self.cells] > 0)
        self.up, self.down = np.arange(size), np.arange(size, 2 * size)
        self.beyond = np.full(size, -1)
        self.beyond[beyond] = np.arange(2 * size, 2 * size + len(beyond))
        self._cell_of = np.concatenate([self.up, self.up, beyond])
        self._sign_of = np.concatenate([np.ones(size), -np.ones(size), np.ones(len(beyond))])
        self._columns = np.arange(len(self._cell_of), dtype=np.int32)
        self._solver = quiet_solver()
        self._solver.passModel(self._programme(model, needs))

    @property
    def column_count(self) -> int:
        """How many columns the programme has."""
        return len(self._columns)

    def _room(self, model: CellModel, needs: Needs) -> FloatArray:
        """How far each column may go: down to the least that the cell can be, up to its need and then beyond."""
        room = np.full(self.column_count, _ROOM)
        has_beyond = self.beyond >= 0
        room[self.up[has_beyond]] = needs.up[self.cells[has_beyond]]
        room[self.down] = (model.values - needs.least)[self.cells]
        return room

    def cheapest_move(self, cost: FloatArray, reward: FloatArray) -> FloatArray:
        """The move of each allowed cell that costs least after rewards.

        ``cost`` is paid for each person moved either way. A positive ``reward`` is earned for each person up to the
        need upwards, a negative one for each person downwards; moving against it loses as much.
        """
        spent = cost[self._cell_of]
        spent[self.up] -= reward
        spent[self.down] += reward
        has_beyond = self.beyond >= 0
        spent[self.beyond[has_beyond]] -= np.minimum(reward, 0)[has_beyond]
        self._solver.changeColsCost(self.column_count, self._columns, spent)
        self._solver.run()
        require_solved(self._solver)
        answer = np.asarray(self._solver.getSolution().col_value)
        move = np.zeros(len(self.cells))
        np.add.at(move, self._cell_of, answer * self._sign_of)
        return move

    def _programme(self, model: CellModel, needs: Needs) -> highspy.HighsLp:
        rows, columns, signs = _entries(model, self.cells)
        starts, take = _gathered(columns, self._cell_of, len(self.cells))
        order = np.argsort(columns, kind="stable")
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = self.column_count, int(rows.max(initial=-1)) + 1
        programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        programme.a_matrix_.start_ = starts
        programme.a_matrix_.index_ = rows[order][take].astype(np.int32)
        programme.a_matrix_.value_ = signs[order][take] * np.repeat(self._sign_of, np.diff(starts))
        programme.col_cost_ = programme.col_lower_ = np.zeros(self.column_count)
        programme.col_upper_ = self._room(model, needs)
        programme.row_lower_ = programme.row_upper_ = np.zeros(programme.num_row_)
        return programme


def _entries(model: CellModel, cells: IntArray) -> tuple[IntArray, IntArray, FloatArray]:
    """Row, column and sign of each entry of the relations over the given cells, rows renumbered without gaps."""
    place = np.full(len(model.values), -1)
    place[cells] = np.arange(len(cells))
    kept = place[model.columns] >= 0
    rows = np.repeat(np.arange(len(model.starts) - 1), np.diff(model.starts))[kept]
    return np.unique(rows, return_inverse=True)[1], place[model.columns[kept]], model.signs[kept]


def _gathered(columns: IntArray, cell_of: IntArray, size: int) -> tuple[IntArray, IntArray]:
    """Column starts of the programme, and for each of its entries which entry, in cell order, it repeats."""
    first = np.concatenate([[0], np.cumsum(np.bincount(columns, minlength=size))])
    lengths = np.diff(first)[cell_of]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    take = np.arange(starts[-1]) - np.repeat(starts[:-1] - first[cell_of], lengths)
    return starts.astype(np.int32), take
