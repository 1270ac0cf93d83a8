"""What an outsider can work out: the smallest and largest count that a cell can be, by everything that is printed."""

from collections.abc import Iterator
from dataclasses import dataclass

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.divisions import parts_of, variables_to_cut
from footing.disclosure.equations import Equations
from footing.disclosure.kernel import move_space
from footing.disclosure.programme import MoveProgramme, Room, sums_programme
from footing.disclosure.seen import UNBOUNDED
from footing.disclosure.solver import TOLERANCE, quiet_solver, require_solved
from footing.disclosure.surroundings import Surroundings
from footing.tables import Coordinate


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each of ``cells``: whether it can be ``low`` or less, and whether it can be ``high`` or more.

    It is enough, instead, if its possible counts lie as far apart as ``width``. ``whole`` says that an outsider knows
    the cells to be whole numbers.
    """

    cells: IntArray
    low: FloatArray
    high: FloatArray
    width: FloatArray
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Ranges:
    """For each of ``cells`` two numbers that bound what is possible for it.

    A side that answers its question with yes is only as far out as was needed to say so; a side that does not is
    exact.
    """

    cells: IntArray
    smallest: FloatArray
    largest: FloatArray


@dataclass(frozen=True, slots=True)
class Persistence:
    """How the attack goes: programmes that pull many cells at once, then one cell at a time.

    Pulling many goes on while each programme settles a share of ``enough`` of the open questions. Where more than
    ``together`` cells are unknown, about ``part`` of them are moved at a time.
    """

    enough: float = 0.05
    seed: int = 0
    together: int = 10_000
    part: int = 2_000


class TablesDisagree(ValueError):
    """No counts at all fit what is printed, so the tables are not of one set of people, or are rounded."""


def attack(equations: Equations, question: Question, persistence: Persistence) -> Ranges:
    """Widen what is known to be possible for each cell until its question is answered, or no wider is possible.

    A solution found for one cell shows what is possible for all others, so most are settled by a few programmes. Of
    many unknown cells some are moved at a time while the others stay, which answers most questions with yes; what is
    left is asked of all together. Raises ``TablesDisagree``.
    """
    unknown = equations.lower < equations.upper
    many = bool(unknown.sum() > persistence.together)
    start = possible_counts(equations, inside=many)
    siege = _Siege(question, start)
    if many:
        cells = _PlacedCells(tuple(cell or () for cell in equations.cells), start, equations.starts, equations.columns)
        for near in _places_to_look(cells, unknown, siege, persistence.part):
            siege.move_only(equations, near & unknown)
            siege.pull_many(persistence)
            siege.pull_one_by_one()
    if siege.unsettled_cells():
        siege.move_only(equations, unknown)
        siege.pull_many(persistence)
        siege.pull_one_by_one()
    return siege.ranges()


@dataclass(frozen=True, slots=True)
class _PlacedCells:
    """The cells of some equations with one way to count them; what is in no table stands with everybody."""

    coordinates: tuple[Coordinate, ...]
    values: FloatArray
    starts: IntArray
    columns: IntArray


def _places_to_look(cells: _PlacedCells, unknown: BoolArray, siege: "_Siege", most: int) -> Iterator[BoolArray]:
    """Parts of all cells, along each variable; then ever more cells around each whose question is open by then."""
    for variable in variables_to_cut(cells):
        yield from parts_of(cells, variable, most, within=unknown)
    surroundings = Surroundings(cells)
    for cell in siege.unsettled_cells():
        for near in surroundings.around(cell, most):
            if not siege.is_unsettled(cell):
                break
            yield near


def possible_counts(equations: Equations, *, inside: bool = False) -> FloatArray:
    """Some counts that fit everything that is printed. Raises ``TablesDisagree``.

    ``inside`` asks for counts away from all bounds, from which few cells have far to move; not always to be had.
    """
    solver = quiet_solver()
    solver.setOptionValue("presolve", "on")
    if inside:
        solver.setOptionValue("solver", "ipm")
        solver.setOptionValue("run_crossover", "off")
    solver.passModel(as_programme(equations))
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        raise TablesDisagree("No counts fit what is printed: the tables are of different people, or are rounded.")
    if inside and solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return possible_counts(equations)
    require_solved(solver)
    return np.asarray(solver.getSolution().col_value)


def as_programme(equations: Equations) -> highspy.HighsLp:
    """The counts of all cells as unknowns, within their bounds, with every sum as an equation and nothing to gain."""
    return sums_programme(equations, equations.lower, equations.upper)


class _Siege:
    """The state of one attack: the smallest and largest value of each target in any possible counts so far."""

    def __init__(self, question: Question, start: FloatArray) -> None:
        self._question, self._all_start = question, start
        self._start = start[question.cells]
        self._smallest, self._largest = self._start.copy(), self._start.copy()

    def move_only(self, equations: Equations, moving: BoolArray) -> None:
        """From now on these cells move, and all others stay as in the start."""
        space = move_space(equations, moving)
        place = np.full(len(equations.cells), -1)
        place[space.cells] = np.arange(len(space.cells))
        self._targets = np.flatnonzero(moving[self._question.cells])
        self._places = place[self._question.cells[self._targets]]
        self._programme = MoveProgramme(space, self._room(equations, space.cells))

    def unsettled_cells(self) -> list[int]:
        """The cells whose question is not answered with yes so far."""
        unsettled = self._unsettled(1.0) | self._unsettled(-1.0)
        return list(map(int, self._question.cells[unsettled]))

    def is_unsettled(self, cell: int) -> bool:
        """Whether the question of one cell is not answered with yes so far."""
        return cell in self.unsettled_cells()

    def _room(self, equations: Equations, cells: IntArray) -> Room:
        """How far each cell can move from the start, and how far each target is wanted to."""
        start, upper = self._all_start[cells], equations.upper[cells]
        wanted_up, wanted_down = np.zeros(len(cells)), np.zeros(len(cells))
        wanted_up[self._places] = np.maximum(self._question.high - self._start, 0.0)[self._targets]
        wanted_down[self._places] = np.maximum(self._start - self._question.low, 0.0)[self._targets]
        most_up = np.where(upper < UNBOUNDED, upper - start, np.inf)
        return Room(np.maximum(start - equations.lower[cells], 0.0), most_up, wanted_up, wanted_down)

    def ranges(self) -> Ranges:
        """The ranges as far as they are known."""
        return Ranges(self._question.cells, *self._bounds())

    def _bounds(self) -> tuple[FloatArray, FloatArray]:
        if not self._question.whole:
            return self._smallest, self._largest
        return np.ceil(self._smallest - TOLERANCE), np.floor(self._largest + TOLERANCE)

    def pull_many(self, persistence: Persistence) -> None:
        """Pull all open targets that move at once, each one way, for as long as that settles enough of them."""
        random = np.random.default_rng(persistence.seed)
        open_before = self._open()
        while open_before > 1:
            up, down = self._unsettled(1.0), self._unsettled(-1.0)
            upwards = np.where(up & down, random.random(len(up)) < 0.5, up)
            way = np.where(upwards, 1.0, np.where(down, -1.0, 0.0))
            distance = np.where(upwards, self._question.high - self._start, self._start - self._question.low)
            self._pull(way * random.uniform(0.5, 1.5, len(up)) / np.clip(distance, 1.0, None))
            if open_before - self._open() <= persistence.enough * open_before:
                break
            open_before = self._open()

    def pull_one_by_one(self) -> None:
        """Pull each open target that moves as far as it goes."""
        for way in (1.0, -1.0):
            for target in self._targets[self._unsettled(way)[self._targets]]:
                if self._unsettled(way)[target]:
                    pull = np.zeros(len(self._start))
                    pull[target] = way
                    self._pull(pull)

    def _pull(self, pull: FloatArray) -> None:
        rewards = np.zeros(self._programme.cell_count)
        rewards[self._places] = pull[self._targets]
        move = self._programme.best_move(rewards)[self._places]
        found = self._start[self._targets] + move
        self._smallest[self._targets] = np.minimum(self._smallest[self._targets], found)
        self._largest[self._targets] = np.maximum(self._largest[self._targets], found)

    def _unsettled(self, way: float) -> BoolArray:
        """The targets that no possible counts have taken far enough yet: up for +1, down for −1."""
        question = self._question
        smallest, largest = self._bounds()
        narrow = largest - smallest < question.width
        if way > 0:
            return np.asarray(narrow & (self._largest < question.high - TOLERANCE))
        return np.asarray(narrow & (self._smallest > question.low + TOLERANCE))

    def _open(self) -> int:
        both = self._unsettled(1.0).astype(int) + self._unsettled(-1.0)
        return int(both[self._targets].sum())
