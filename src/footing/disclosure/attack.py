"""What an outsider can work out: the smallest and largest count that each withheld cell can have, by what is shown."""

from dataclasses import dataclass

import highspy
import numpy as np

from footing.disclosure.model import BoolArray, CellModel, FloatArray, IntArray
from footing.disclosure.solver import TOLERANCE, quiet_solver, require_solved

BEYOND_ANY_COUNT = 10_000_000.0
"""A bound that only keeps programmes bounded: a range that reaches it is reported as having no upper end."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """For each of ``cells`` two counts that are both possible by what is shown, as far apart as was looked for."""

    cells: IntArray
    smallest: FloatArray
    largest: FloatArray

    @property
    def widths(self) -> FloatArray:
        """How far apart they are, in people."""
        return self.largest - self.smallest


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What an outsider knows of each cell of a model before adding anything up: its smallest and largest count."""

    lower: FloatArray
    upper: FloatArray

    @classmethod
    def of_withheld(cls, model: CellModel, withheld: BoolArray, least: IntArray) -> "Knowledge":
        """Shown cells are known; of withheld ones, only the least that they can be by the public rule."""
        return cls(
            lower=np.where(withheld, least, model.values).astype(float),
            upper=np.where(withheld, BEYOND_ANY_COUNT, model.values).astype(float),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each target cell: whether it can be ``low`` or less, and ``high`` or more."""

    cells: IntArray
    low: FloatArray
    high: FloatArray


def attack(model: CellModel, knowledge: Knowledge, question: Question, rounds: int = 12) -> Ranges:
    """Widen the range of each target until it answers the question, or is exact because it cannot.

    A solution found for one cell shows what is possible for all others, so
    most are settled in ``rounds`` programmes that pull all unsettled ones at once; the rest are asked one by one.
    """
    outsider = _Outsider(model, knowledge)
    columns = outsider.place[question.cells]
    truth = model.values[question.cells].astype(float)
    found = _Found(columns, truth.copy(), truth.copy())
    random = np.random.default_rng(0)
    outsider.bound(columns, np.minimum(question.low, truth), np.maximum(question.high, truth))
    for _ in range(rounds):
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
    """The smallest and largest value seen of each target in any solution."""

    columns: IntArray
    smallest: FloatArray
    largest: FloatArray

    def unsettled(self, question: Question, side: float) -> BoolArray:
        if side > 0:
            return self.largest < question.high - TOLERANCE
        return self.smallest > question.low + TOLERANCE

    def direction(self, question: Question, random: np.random.Generator) -> FloatArray:
        up, down = self.unsettled(question, 1.0), self.unsettled(question, -1.0)
        upwards = np.where(up & down, random.random(len(up)) < 0.5, up)
        return np.where(upwards, 1.0, np.where(down, -1.0, 0.0))

    def widen(self, solution: FloatArray) -> None:
        seen = solution[self.columns]
        np.minimum(self.smallest, seen, out=self.smallest)
        np.maximum(self.largest, seen, out=self.largest)


class _Outsider:
    """A programme whose unknowns are the withheld cells and whose equations are the relations."""

    def __init__(self, model: CellModel, knowledge: Knowledge) -> None:
        hidden = knowledge.lower < knowledge.upper
        cells = np.flatnonzero(hidden)
        self.place = np.full(len(model.values), -1)
        self.place[cells] = np.arange(len(cells))
        self._lower, self._upper = knowledge.lower[cells], knowledge.upper[cells]
        self._columns = np.arange(len(cells), dtype=np.int32)
        self._solver = quiet_solver()
        self._solver.passModel(self._equations(model, hidden, knowledge.lower))

    def bound(self, columns: IntArray, lower: FloatArray, upper: FloatArray) -> None:
        """Keep the columns between bounds, so that pulling many at once does not pull a few too far."""
        self._solver.changeColsBounds(len(columns), columns.astype(np.int32), lower, upper)

    def unbound(self, columns: IntArray) -> None:
        """Let the columns be anything that the public rule allows."""
        self.bound(columns, self._lower[columns], self._upper[columns])

    def solution(self, columns: IntArray, pull: FloatArray) -> FloatArray:
        """A possible table in which the columns are pulled up where ``pull`` is positive, down where negative."""
        cost = np.zeros(len(self._columns))
        cost[columns] = -pull
        self._solver.changeColsCost(len(cost), self._columns, cost)
        self._solver.run()
        require_solved(self._solver)
        return np.asarray(self._solver.getSolution().col_value)

    def _equations(self, model: CellModel, hidden: BoolArray, known: FloatArray) -> highspy.HighsLp:
        relations = len(model.starts) - 1
        rows = np.repeat(np.arange(relations), np.diff(model.starts))
        unknown = hidden[model.columns]
        known_terms = (model.signs * known[model.columns])[~unknown]
        lengths = np.bincount(rows[unknown], minlength=relations)
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(self._columns), relations
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        programme.a_matrix_.index_ = self.place[model.columns[unknown]].astype(np.int32)
        programme.a_matrix_.value_ = model.signs[unknown]
        programme.col_cost_ = np.zeros(len(self._columns))
        programme.col_lower_, programme.col_upper_ = self._lower, self._upper
        programme.row_lower_ = -np.bincount(rows[~unknown], weights=known_terms, minlength=relations)
        programme.row_upper_ = programme.row_lower_
        return programme
