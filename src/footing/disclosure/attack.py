"""What an outsider can work out: the smallest and largest count that a cell can be, by everything that is printed."""

from dataclasses import dataclass

import highspy
import numpy as np

from footing.disclosure.equations import Equations
from footing.disclosure.model import BoolArray, FloatArray, IntArray
from footing.disclosure.solver import TOLERANCE, quiet_solver, require_solved


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each of ``cells``: whether it can be ``low`` or less, and whether it can be ``high`` or more.

    It is enough, instead, if its possible counts lie as far apart as ``width``.
    """

    cells: IntArray
    low: FloatArray
    high: FloatArray
    width: FloatArray


@dataclass(frozen=True, slots=True)
class Ranges:
    """For each of ``cells`` two whole numbers that bound what is possible for it.

    A side that answers its question with yes is only as far out as was needed to say so; a side that does not is
    exact.
    """

    cells: IntArray
    smallest: FloatArray
    largest: FloatArray


@dataclass(frozen=True, slots=True)
class Search:
    """How the attack goes: ``rounds`` programmes that pull all unsettled cells at once, then one cell at a time."""

    rounds: int = 12
    seed: int = 0


class TablesDisagree(ValueError):
    """No counts at all fit what is printed, so the tables are not of one set of people, or are rounded."""


def attack(equations: Equations, question: Question, search: Search) -> Ranges:
    """Widen what is known to be possible for each cell until its question is answered, or no wider is possible.

    A solution found for one cell shows what is possible for all others, so most are settled by a few programmes.
    Raises ``TablesDisagree``.
    """
    outsider = Outsider(equations)
    columns = outsider.place[question.cells]
    first = outsider.solution(columns, np.zeros(len(columns)))[columns]
    found = _Found(columns, first.copy(), first.copy())
    random = np.random.default_rng(search.seed)
    outsider.bound(columns, np.minimum(question.low, first), np.maximum(question.high, first))
    for _ in range(search.rounds):
        pull = random.uniform(0.5, 1.5, len(columns)) * found.direction(question, random)
        if not pull.any():
            break
        found.widen(outsider.solution(columns, pull))
    outsider.unbound(columns)
    for side in (1.0, -1.0):
        for target in np.flatnonzero(found.unsettled(question, side)):
            if found.unsettled(question, side)[target]:
                found.widen(outsider.solution(columns[[target]], np.array([side])))
    return Ranges(question.cells, np.ceil(found.smallest - TOLERANCE), np.floor(found.largest + TOLERANCE))


@dataclass(slots=True)
class _Found:
    """The smallest and largest value of each target column in any solution so far."""

    columns: IntArray
    smallest: FloatArray
    largest: FloatArray

    def unsettled(self, question: Question, side: float) -> BoolArray:
        """The targets that no solution has taken far enough yet: up for a ``side`` of +1, down for −1."""
        narrow = self.largest - self.smallest < question.width - TOLERANCE
        if side > 0:
            return narrow & (self.largest < question.high - TOLERANCE)
        return narrow & (self.smallest > question.low + TOLERANCE)

    def direction(self, question: Question, random: np.random.Generator) -> FloatArray:
        """Which way to pull each target next; 0 for those that are settled."""
        up, down = self.unsettled(question, 1.0), self.unsettled(question, -1.0)
        upwards = np.where(up & down, random.random(len(up)) < 0.5, up)
        return np.where(upwards, 1.0, np.where(down, -1.0, 0.0))

    def widen(self, solution: FloatArray) -> None:
        """Take in one more solution."""
        np.minimum(self.smallest, solution[self.columns], out=self.smallest)
        np.maximum(self.largest, solution[self.columns], out=self.largest)


class Outsider:
    """The programme of somebody who knows the equations: its unknowns are the cells with more than one possible count.

    ``place`` gives the column of each cell, −1 for a known one.
    """

    def __init__(self, equations: Equations) -> None:
        unknown = equations.lower < equations.upper
        self.cells = np.flatnonzero(unknown)
        self.place = np.full(len(equations.cells), -1)
        self.place[self.cells] = np.arange(len(self.cells))
        self._lower, self._upper = equations.lower[self.cells], equations.upper[self.cells]
        self._columns = np.arange(len(self.cells), dtype=np.int32)
        self.solver = quiet_solver()
        self.solver.passModel(self._programme(equations, unknown))

    def bound(self, columns: IntArray, lower: FloatArray, upper: FloatArray) -> None:
        """Keep columns between bounds, so that pulling many at once does not pull a few further than needed."""
        lower, upper = np.maximum(lower, self._lower[columns]), np.minimum(upper, self._upper[columns])
        self.solver.changeColsBounds(len(columns), columns.astype(np.int32), lower, upper)

    def unbound(self, columns: IntArray) -> None:
        """Let columns be anything that is possible by what is printed there."""
        self.bound(columns, self._lower[columns], self._upper[columns])

    def solution(self, columns: IntArray, pull: FloatArray) -> FloatArray:
        """Possible counts, with each column pulled up where ``pull`` is positive and down where it is negative."""
        cost = np.zeros(len(self._columns))
        cost[columns] = -pull
        self.solver.changeColsCost(len(cost), self._columns, cost)
        self.solver.run()
        if self.solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            raise TablesDisagree("No counts fit what is printed: the tables are of different people, or are rounded.")
        require_solved(self.solver)
        return np.asarray(self.solver.getSolution().col_value)

    def _programme(self, equations: Equations, unknown: BoolArray) -> highspy.HighsLp:
        sums = len(equations.starts) - 1
        rows = np.repeat(np.arange(sums), np.diff(equations.starts))
        free = unknown[equations.columns]
        known_terms = (equations.signs * equations.lower[equations.columns])[~free]
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(self._columns), sums
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lengths = np.bincount(rows[free], minlength=sums)
        programme.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        programme.a_matrix_.index_ = self.place[equations.columns[free]].astype(np.int32)
        programme.a_matrix_.value_ = equations.signs[free]
        programme.col_cost_ = np.zeros(len(self._columns))
        programme.col_lower_, programme.col_upper_ = self._lower, self._upper
        programme.row_lower_ = -np.bincount(rows[~free], weights=known_terms, minlength=sums)
        programme.row_upper_ = programme.row_lower_
        return programme
