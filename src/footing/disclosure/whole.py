"""Proofs in whole people.

Counts are whole numbers, and an outsider knows it. A move by halves shows that the linear sums leave room, not that
whole numbers do. So every need is proved again by a move in whole people: most moves are whole already, or have a part
that is and that stands on its own; for the few needs left the solver is asked for whole numbers. It looks at so many
branches of its search at most, and never for so long a time: what it does not find by then is taken not to exist, so
that more is withheld.
"""

from dataclasses import dataclass, replace

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray, Sums, rows_of
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.programme import MoveProgramme, Room, free_moves_programme
from footing.disclosure.proofs import Proofs
from footing.disclosure.solver import TOLERANCE, quiet_solver

_MUCH = 1000.0
"""What meeting a need earns, beside one for each unit that a cell moves: moves of few cells are mostly whole."""

MOST_BRANCHES = 1_000
"""How many branches of a search for one whole move are looked at."""


class NotDecided(RuntimeError):
    """Within the bound no whole move was found, nor that there is none."""


@dataclass(frozen=True, slots=True)
class WholeProofs:
    """Moves in whole people of the cells of a model, one a row, that meet the ``needs`` within ``withheld``."""

    withheld: BoolArray
    needs: Needs
    moves: IntArray


def prove_in_whole_people(
    model: CellModel, needs: Needs, withheld: BoolArray, found: FloatArray, branches: int = MOST_BRANCHES
) -> WholeProofs:
    """Prove every need by moves of withheld cells in whole people, starting from moves that were ``found``.

    ``found`` are moves of the withheld cells, in order. Where only halves meet a need, more is withheld; where that
    does not help either, the shown noughts give it away, and the need downwards is lowered. Raises ``NotProtectable``,
    also where ``branches`` are too few to tell.
    """
    prover = _Prover(model, needs, withheld, branches)
    for move in found:
        prover.take(move)
    wider, down = [], needs.down.copy()
    for place, side in prover.unmet():
        if not prover.prove(place, side):
            cell = int(prover.space.cells[place])
            move = _widened_move(model, needs, withheld, cell, side, branches=branches)
            wider.append(move)
            if side < 0:
                down[cell] = -int(move[cell])
    within = [_over_model(move, prover.space, model) for move in prover.proofs.fewest()]
    moves = np.rint(np.array([*within, *wider]).reshape(-1, len(model.values))).astype(np.int64)
    return WholeProofs(withheld | (moves != 0).any(axis=0), replace(needs, down=down), moves)


def _widened_move(
    model: CellModel, needs: Needs, withheld: BoolArray, cell: int, side: float, *, branches: int
) -> FloatArray:
    """A move that meets one need in whole people, of withheld cells and of as few others near it as are looked at."""
    near = np.zeros(len(model.values), dtype=np.bool_)
    near[cell] = True
    while True:
        wider = beside(model, near) & ~needs.fixed
        space = move_space(model, withheld | wider)
        place = int(np.flatnonzero(space.cells == cell)[0])
        room = needs.room(model, space.cells)
        everything = np.array_equal(wider, near)
        wanted = int(room.wanted_up[place] if side > 0 else room.wanted_down[place])
        for distance in range(wanted, 0 if everything and side < 0 else wanted - 1, -1):
            move = _move_or_none(space, room, place, side * distance, branches, last=everything)
            if move is not None:
                return _over_model(move, space, model)
        if everything:
            if side < 0:
                return np.zeros(len(model.values))
            raise NotProtectable
        near = wider


def _move_or_none(
    space: MoveSpace, room: Room, place: int, distance: float, branches: int, *, last: bool
) -> FloatArray | None:
    """A whole move, or none where there is none or none is found; if it is the ``last``, ``NotProtectable`` instead."""
    try:
        return whole_move(space, room, place, distance, branches)
    except NotDecided as undecided:
        if last:
            raise NotProtectable from undecided
        return None


def beside(model: CellModel, cells: BoolArray) -> BoolArray:
    """The cells and all that stand in a sum with one of them."""
    sums = rows_of(model.starts)
    touched = np.isin(sums, sums[cells[model.columns]])
    both = cells.copy()
    both[model.columns[touched]] = True
    return both


def _over_model(move: FloatArray, space: MoveSpace, model: CellModel) -> FloatArray:
    moved = np.zeros(len(model.values))
    moved[space.cells] = move
    return moved


class WholeParts:
    """What of a move is in whole people and stands on its own: linked, through sums, to no cell that moves by less."""

    def __init__(self, sums: Sums, space: MoveSpace) -> None:
        self._cells = space.cells
        place = np.full(max(int(sums.columns.max(initial=-1)), int(space.cells.max(initial=-1))) + 1, -1)
        place[space.cells] = np.arange(len(space.cells))
        entries = place[sums.columns] >= 0
        self._sums = rows_of(sums.starts)[entries]
        self._members = place[sums.columns[entries]]

    def within(self, move: FloatArray) -> FloatArray:
        """The move of each cell of the space, nought for those that are left out."""
        moved = np.abs(move) > TOLERANCE
        bad = moved & (np.abs(move - np.rint(move)) > TOLERANCE)
        active = moved[self._members]
        sums, members = self._sums[active], self._members[active]
        while bad.any():
            spread = bad.copy()
            spread[members[np.isin(sums, np.unique(sums[bad[members]]))]] = True
            if np.array_equal(spread, bad):
                break
            bad = spread
        return np.where(moved & ~bad, np.rint(move), 0.0)

    def of(self, move: FloatArray) -> dict[int, int]:
        """The same by cells, for those that move."""
        part = self.within(move)
        return {int(self._cells[place]): int(part[place]) for place in np.flatnonzero(part)}


class _Prover:
    def __init__(self, model: CellModel, needs: Needs, withheld: BoolArray, branches: int) -> None:
        self.space = move_space(model, withheld)
        self._branches = branches
        self._room = needs.room(model, self.space.cells)
        self._programme = MoveProgramme(self.space, self._room)
        self._programme.set_costs(np.ones(len(self.space.cells)))
        self.proofs = Proofs(self._room.wanted_up, self._room.wanted_down)
        self._parts = WholeParts(model, self.space)

    def unmet(self) -> list[tuple[int, float]]:
        """The needs that no whole move meets yet; the list shrinks while it is gone through."""
        up, down = self.proofs.unmet(np.ones(len(self.proofs), dtype=np.bool_))
        return [
            *((int(cell), 1.0) for cell in np.flatnonzero(up)),
            *((int(cell), -1.0) for cell in np.flatnonzero(down)),
        ]

    def take(self, move: FloatArray) -> None:
        """Keep the part of a move that is in whole people and stands on its own."""
        part = self._parts.within(move)
        if part.any():
            self.proofs.add(part)

    def prove(self, cell: int, side: float) -> bool:
        """Whether a need can be met in whole people."""
        if (cell, side) not in self.unmet():
            return True
        rewards = np.zeros(len(self.space.cells))
        rewards[cell] = side * _MUCH
        self.take(self._programme.best_move(rewards))
        if (cell, side) not in self.unmet():
            return True
        need = side * self._need(cell, side)
        move = _move_or_none(self.space, self._room, cell, need, self._branches, last=False)
        if move is not None:
            self.proofs.add(move)
        return move is not None

    def _need(self, cell: int, side: float) -> float:
        return float((self._room.wanted_up if side > 0 else self._room.wanted_down)[cell])


def whole_move(
    space: MoveSpace, room: Room, cell: int, distance: float, branches: int = MOST_BRANCHES
) -> FloatArray | None:
    """Some move in whole people that takes a cell as far as ``distance``; ``None`` if there is none.

    Raises ``NotDecided`` where that is not known after so many ``branches``.
    """
    lower, upper = -room.most_down, room.most_up.copy()
    if distance > 0:
        lower[cell] = distance
    else:
        upper[cell] = distance
    programme = free_moves_programme(space, lower, upper)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * space.size
    solver = quiet_solver()
    for option, value in {"solver": "choose", "presolve": "on", "mip_max_nodes": branches}.items():
        solver.setOptionValue(option, value)
    solver.passModel(programme)
    for number, each in enumerate(_moving_by_fractions(space), start=space.size):
        solver.addCol(0.0, lower[each], upper[each], 1, np.array([each]), np.array([-1.0]))
        solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        solver.changeRowBounds(each, 0.0, 0.0)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kSolutionLimit:
        raise NotDecided
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.rint(space.moves(np.rint(np.asarray(solver.getSolution().col_value)[: space.size])))


def _moving_by_fractions(space: MoveSpace) -> list[int]:
    """The cells, by their places in the space, that whole free moves do not always move by whole people."""
    owners = rows_of(space.starts)
    fractions: list[int] = np.unique(owners[space.weights != np.rint(space.weights)]).tolist()
    return fractions
