"""Proofs in whole people.

Counts are whole numbers, and an outsider knows it. A move by halves shows that the linear sums leave room, not that
whole numbers do. So every need is proved again by a move in whole people: most moves are whole already, or have a part
that is and that stands on its own; for the few needs left the solver is asked for whole numbers.
"""

from dataclasses import dataclass, replace

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.programme import MoveProgramme, free_moves_programme
from footing.disclosure.proofs import Proofs
from footing.disclosure.solver import TOLERANCE, quiet_solver

_MUCH = 1000.0
"""What meeting a need earns, beside one for each unit that a cell moves: moves of few cells are mostly whole."""


@dataclass(frozen=True, slots=True)
class WholeProofs:
    """Moves in whole people of the cells of a model, one a row, that meet the ``needs`` within ``withheld``."""

    withheld: BoolArray
    needs: Needs
    moves: IntArray


def prove_in_whole_people(model: CellModel, needs: Needs, withheld: BoolArray, found: FloatArray) -> WholeProofs:
    """Prove every need by moves of withheld cells in whole people, starting from moves that were ``found``.

    ``found`` are moves of the withheld cells, in order. Where only halves meet a need, more is withheld; where that
    does not help either, the shown noughts give it away, and the need downwards is lowered. Raises ``NotProtectable``.
    """
    prover = _Prover(model, needs, withheld)
    for move in found:
        prover.take(move)
    wider, down = [], needs.down.copy()
    for place, side in prover.unmet():
        if not prover.prove(place, side):
            cell = int(prover.space.cells[place])
            move = _widened_move(model, needs, withheld, cell, side)
            wider.append(move)
            if side < 0:
                down[cell] = -int(move[cell])
    within = [_over_model(move, prover.space, model) for move in prover.proofs.fewest()]
    moves = np.rint(np.array([*within, *wider]).reshape(-1, len(model.values))).astype(np.int64)
    return WholeProofs(withheld | (moves != 0).any(axis=0), replace(needs, down=down), moves)


def _widened_move(model: CellModel, needs: Needs, withheld: BoolArray, cell: int, side: float) -> FloatArray:
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
            move = whole_move(space, room.most_down, place, side * distance)
            if move is not None:
                return _over_model(move, space, model)
        if everything:
            if side < 0:
                return np.zeros(len(model.values))
            raise NotProtectable
        near = wider


def beside(model: CellModel, cells: BoolArray) -> BoolArray:
    """The cells and all that stand in a sum with one of them."""
    sums = np.repeat(np.arange(len(model.starts) - 1), np.diff(model.starts))
    touched = np.isin(sums, sums[cells[model.columns]])
    both = cells.copy()
    both[model.columns[touched]] = True
    return both


def _over_model(move: FloatArray, space: MoveSpace, model: CellModel) -> FloatArray:
    moved = np.zeros(len(model.values))
    moved[space.cells] = move
    return moved


class _Prover:
    def __init__(self, model: CellModel, needs: Needs, withheld: BoolArray) -> None:
        self.space = move_space(model, withheld)
        self._room = needs.room(model, self.space.cells)
        self._programme = MoveProgramme(self.space, self._room)
        self._programme.set_costs(np.ones(len(self.space.cells)))
        self.proofs = Proofs(self._room.wanted_up, self._room.wanted_down)
        place = np.full(len(model.values), -1)
        place[self.space.cells] = np.arange(len(self.space.cells))
        entries = place[model.columns] >= 0
        self._sums = np.repeat(np.arange(len(model.starts) - 1), np.diff(model.starts))[entries]
        self._members = place[model.columns[entries]]

    def unmet(self) -> list[tuple[int, float]]:
        """The needs that no whole move meets yet; the list shrinks while it is gone through."""
        up, down = self.proofs.unmet(np.ones(len(self.proofs), dtype=np.bool_))
        return [
            *((int(cell), 1.0) for cell in np.flatnonzero(up)),
            *((int(cell), -1.0) for cell in np.flatnonzero(down)),
        ]

    def take(self, move: FloatArray) -> None:
        """Keep the part of a move that is in whole people and stands on its own."""
        part = np.where(self._stands_alone(move), np.rint(move), 0.0)
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
        move = whole_move(self.space, self._room.most_down, cell, side * self._need(cell, side))
        if move is not None:
            self.proofs.add(move)
        return move is not None

    def _need(self, cell: int, side: float) -> float:
        return float((self._room.wanted_up if side > 0 else self._room.wanted_down)[cell])

    def _stands_alone(self, move: FloatArray) -> BoolArray:
        """The moved cells that are linked, through sums, to no cell that moves by a fraction."""
        moved = np.abs(move) > TOLERANCE
        bad = moved & (np.abs(move - np.rint(move)) > TOLERANCE)
        active = moved[self._members]
        sums, members = self._sums[active], self._members[active]
        while bad.any():
            bad_sums = np.unique(sums[bad[members]])
            spread = bad.copy()
            spread[members[np.isin(sums, bad_sums)]] = True
            if np.array_equal(spread, bad):
                break
            bad = spread
        return np.asarray(moved & ~bad)


def whole_move(space: MoveSpace, most_down: FloatArray, cell: int, distance: float) -> FloatArray | None:
    """Some move in whole people that takes a cell as far as ``distance``; ``None`` if there is none."""
    lower, upper = -most_down, np.full(len(space.cells), np.inf)
    if distance > 0:
        lower[cell] = distance
    else:
        upper[cell] = distance
    programme = free_moves_programme(space, lower, upper)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * space.size
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    move = space.moves(np.rint(np.asarray(solver.getSolution().col_value)))
    return move if not (np.abs(move - np.rint(move)) > TOLERANCE).any() else None
