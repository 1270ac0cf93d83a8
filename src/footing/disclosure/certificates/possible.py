"""Whole counts that fit what is printed, and how far each withheld count goes in them."""

from collections.abc import Iterator, Mapping

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.attack import as_programme
from footing.disclosure.divisions import parts_of, variables_to_cut
from footing.disclosure.equations import Equations
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.programme import MoveProgramme, Room
from footing.disclosure.seen import UNBOUNDED
from footing.disclosure.solver import TOLERANCE, quiet_solver
from footing.disclosure.whole import NotDecided, WholeParts, whole_move

_MUCH = 1000.0
"""What moving a count by one person earns, beside the cost of one for each person in any cell: few cells move."""

TOGETHER = 2_000
"""More cells than this are moved some at a time first, and all at once only where a count must go further up."""

_ROOM = 2
"""How far from the least that it can be the first table keeps each count where it can, so that most moves fit it."""


class NoProof(RuntimeError):
    """Some withheld count cannot reach the threshold in any table of whole people that was found."""


class PossibleCounts:
    """Tables that fit what is printed: a first, and by what each other differs from it, all in whole people.

    ``highest`` and ``lowest`` are how far each cell goes in them, and ``high_in`` and ``low_in`` say in which.
    """

    def __init__(self, equations: Equations, together: int = TOGETHER) -> None:
        self.equations = equations
        self._together = together
        self._unknown = equations.lower < equations.upper
        self.least = np.rint(np.ceil(equations.lower)).astype(np.int64)
        self.first = some_counts(equations)
        self.changes: list[dict[int, int]] = []
        self._centre()
        self.highest, self.lowest = self.first.copy(), self.first.copy()
        self.high_in, self.low_in = np.zeros_like(self.first), np.zeros_like(self.first)

    def stretch(self, asked: IntArray, threshold: int, *, down: bool) -> None:
        """Take each asked count up to the threshold and, if wanted, ``down`` to one or to the least it can be.

        Each goes as far as is found.
        """
        for moving in self._parts():
            self._stretch(moving, asked[moving[asked]], threshold, down=down)
        down = down and int(self._unknown.sum()) <= self._together
        self._stretch(self._unknown, asked, threshold, down=down)

    def take(self, move: Mapping[int, int]) -> None:
        """Keep the table that a move from the first gives."""
        self.changes.append(dict(move))
        for cell, by in move.items():
            count = int(self.first[cell]) + by
            if count > self.highest[cell]:
                self.highest[cell], self.high_in[cell] = count, len(self.changes)
            if count < self.lowest[cell]:
                self.lowest[cell], self.low_in[cell] = count, len(self.changes)

    def table(self, number: int) -> IntArray:
        """A table whole."""
        counts = self.first.copy()
        for cell, by in (self.changes[number - 1] if number else {}).items():
            counts[cell] += by
        return counts

    def take_table(self, counts: IntArray) -> int:
        """Keep a table as it is, and return its number."""
        by = counts - self.first
        self.take({int(cell): int(by[cell]) for cell in np.flatnonzero(by)})
        return len(self.changes)

    def move_space(self, moving: BoolArray) -> MoveSpace:
        """The moves of some of the unknown cells."""
        return move_space(self.equations, moving & self._unknown)

    def room(self, space: MoveSpace, table: IntArray, up: FloatArray, down: FloatArray) -> Room:
        """How far the cells of a space may move from a table, where they are wanted to move ``up`` and ``down``."""
        upper = self.equations.upper[space.cells]
        most_up = np.where(upper < UNBOUNDED, upper - table[space.cells], np.inf)
        most_down = (table - self.least)[space.cells].astype(np.float64)
        return Room(most_down, most_up, np.minimum(up, most_up), np.minimum(down, most_down))

    def whole_parts(self, space: MoveSpace) -> WholeParts:
        """What is in whole people of the moves of a space."""
        return WholeParts(self.equations, space)

    def _centre(self) -> None:
        """Move the first table away from the least that each count can be."""
        space = self.move_space(np.ones(len(self.first), dtype=np.bool_))
        wanted = np.clip(self.least + _ROOM - self.first, 0, None)[space.cells].astype(np.float64)
        if not wanted.any():
            return
        room = self.room(space, self.first, wanted, np.zeros(len(wanted)))
        move = MoveProgramme(space, room).best_move((room.wanted_up > 0).astype(np.float64))
        for cell, by in self.whole_parts(space).of(move).items():
            self.first[cell] += by

    def _parts(self) -> Iterator[BoolArray]:
        """Which cells to move some at a time, where there are many."""
        if self._unknown.sum() > self._together:
            model = self._model()
            for variable in variables_to_cut(model):
                yield from parts_of(model, variable, self._together, within=self._unknown)

    def _model(self) -> CellModel:
        size, each = len(self.first), self.equations
        return CellModel(
            coordinates=tuple(cell or () for cell in each.cells),
            values=self.first.astype(np.float64),
            published=np.arange(size) < each.published,
            given=np.ones(size, dtype=np.bool_),
            starts=each.starts,
            columns=each.columns,
            signs=each.signs,
            exact=each.exact,
        )

    def _stretch(self, moving: BoolArray, asked: IntArray, threshold: int, *, down: bool) -> None:
        low = np.maximum(self.least, 1)
        short, high = asked[self.highest[asked] < threshold], asked[down & (self.lowest[asked] > low[asked])]
        if len(short) or len(high):
            search = _Search(self, self.move_space(moving), threshold, low)
            for cell in short.tolist():
                search.move(cell, 1.0)
            for cell in high.tolist():
                search.move(cell, -1.0)
        noughts = asked[down & (self.least[asked] < 1) & (self.lowest[asked] == 1)]
        if len(noughts):
            search = _Search(self, self.move_space(moving), threshold, self.least)
            for cell in noughts.tolist():
                search.move(cell, -1.0)


class _Search:
    """Moves of the cells of one space from the first table, few cells at a time."""

    def __init__(self, possible: PossibleCounts, space: MoveSpace, threshold: int, low: IntArray) -> None:
        self._possible, self._space = possible, space
        self._goal = {1.0: np.full(len(low), threshold), -1.0: low}
        first, cells = possible.first, space.cells
        up = np.clip(threshold - first, 0, None)[cells].astype(np.float64)
        down = np.clip(first - low, 0, None)[cells].astype(np.float64)
        self._room = possible.room(space, first, up, down)
        self._programme = MoveProgramme(space, self._room)
        self._programme.set_costs(np.ones(len(cells)))
        self._parts = possible.whole_parts(space)
        self._place = {cell: place for place, cell in enumerate(cells.tolist())}

    def move(self, cell: int, side: float) -> None:
        """Take a cell as far as it is wanted to one side, or as far as is found in whole people."""
        if self._is_there(cell, side) or cell not in self._place:
            return
        place = self._place[cell]
        rewards = np.zeros(len(self._space.cells))
        rewards[place] = side * _MUCH
        move = self._programme.best_move(rewards)
        part = self._parts.of(move)
        furthest = int(np.floor(abs(move[place]) + TOLERANCE))
        if abs(part.get(cell, 0)) < furthest:
            part = self._whole_move(place, side * furthest) or part
        if part:
            self._possible.take(part)

    def _whole_move(self, place: int, distance: float) -> dict[int, int]:
        try:
            found = whole_move(self._space, self._room, place, distance)
        except NotDecided:
            found = None
        return {} if found is None else self._parts.of(found)

    def _is_there(self, cell: int, side: float) -> bool:
        goal = int(self._goal[side][cell])
        return bool(self._possible.highest[cell] >= goal if side > 0 else self._possible.lowest[cell] <= goal)


def some_counts(equations: Equations) -> IntArray:
    """Some whole counts that fit what is printed. Raises ``NoProof``."""
    programme = as_programme(equations)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * len(equations.cells)
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NoProof("No whole counts were found that fit what is printed.")
    counts: IntArray = np.rint(np.asarray(solver.getSolution().col_value)).astype(np.int64)
    return counts
