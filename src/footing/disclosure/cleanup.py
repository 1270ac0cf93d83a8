"""Show again what need not be withheld.

Secondary cells are tried one by one, dearest first: a cell may be shown if every need that was proved by moving it can
be proved without. One pass is enough, because what cannot be shown now cannot be shown later, when less is withheld.
The outcome depends on the order alone, not on the moves that happen to be found.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.proofs import Proofs
from footing.disclosure.search import Effort
from footing.disclosure.solver import TOLERANCE

_MUCH = 1000.0
"""What meeting a need earns, beside a cost of about one for each cell that it would be good not to move."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A pattern from which cells were taken, and the moves over ``cells`` that prove every need within it."""

    withheld: BoolArray
    cells: IntArray
    proofs: FloatArray
    solved: int


def clean_up(model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, effort: Effort) -> Cleaned:
    """Withhold fewer cells while meeting the same needs. ``withheld`` must meet them all."""
    trials = _Trials(model, needs, cost, withheld, effort)
    for cell in trials.dearest_first():
        if trials.programme.solved >= effort.programmes:
            break
        trials.try_to_show(cell)
    left = withheld.copy()
    left[trials.cells[~trials.hidden]] = False
    return Cleaned(left, trials.cells, trials.proofs.fewest(), trials.programme.solved)


class _Trials:
    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, effort: Effort) -> None:
        space = move_space(model, withheld)
        self.cells = space.cells
        self.hidden = np.ones(len(self.cells), dtype=np.bool_)
        self._effort = effort
        self._random = np.random.default_rng(effort.seed)
        self._sums = SumsOfHidden(model, self.cells)
        room = needs.room(model, self.cells)
        self._up, self._down = room.wanted_up, room.wanted_down
        secondary = (model.published & ~needs.hidden)[self.cells]
        self._cost = np.where(secondary, cost[self.cells], 0.0)
        self._secondary = np.flatnonzero(secondary)
        self.programme = MoveProgramme(space, room)
        self.programme.set_costs(self._cost)
        self.proofs = Proofs(self._up, self._down)
        self._prove_all(np.zeros(0, dtype=np.bool_), [])

    def dearest_first(self) -> list[int]:
        """The secondary cells, by what withholding them costs."""
        order = np.argsort(-self._cost[self._secondary], kind="stable")
        return list(map(int, self._secondary[order]))

    def try_to_show(self, cell: int) -> None:
        """Show a cell, and every cell that it then determines, if all needs can still be met."""
        if not self.hidden[cell]:
            return
        determined = self._sums.determined_by(cell, self.hidden)
        shown = np.array(sorted(determined), dtype=np.int64)
        if ((self._up + self._down)[shown] > 0).any():
            return
        self.programme.set_cost(shown, np.full(len(shown), np.inf))
        self.hidden[shown] = False
        beside = self._sums.beside(cell, self.hidden)
        if self._prove_all(self.proofs.without(shown), beside):
            self.proofs.keep(self.proofs.without(shown))
        else:
            self.hidden[shown] = True
            self.programme.set_cost(shown, self._cost[shown])

    def _prove_all(self, valid: BoolArray, first: list[int]) -> bool:
        """Whether every need can be met: by the ``valid`` proofs, or by others, which are kept."""
        up, down = self.proofs.unmet(valid)
        asked = [(cell, side) for cell in first for side, unmet in ((1.0, up), (-1.0, down)) if unmet[cell]]
        for cell, side in asked[: self._effort.nearest]:
            valid = self._prove(cell, side, valid)
            if not valid[-1]:
                return False
        valid = self._prove_many(valid)
        while True:
            up, down = self.proofs.unmet(valid)
            unmet = [
                *((int(cell), 1.0) for cell in np.flatnonzero(up)),
                *((int(c), -1.0) for c in np.flatnonzero(down)),
            ]
            if not unmet:
                return True
            valid = self._prove(*unmet[0], valid)
            if not valid[-1]:
                return False

    def _prove_many(self, valid: BoolArray) -> BoolArray:
        """Rounds that each prove some of the unmet needs at once, while they prove enough."""
        up, down = self.proofs.unmet(valid)
        unmet = int(up.sum() + down.sum())
        while unmet > 2:
            upwards = np.where(up & down, self._random.random(len(up)) < 0.5, up)
            side = np.where(upwards, 1.0, np.where(down, -1.0, 0.0))
            chosen = self._random.random(len(up)) < self._effort.share
            worth = _MUCH * self._random.uniform(0.5, 1.5, len(up)) * chosen
            move = self.programme.best_move(side * worth / np.maximum(np.where(upwards, self._up, self._down), 1.0))
            self.proofs.add(move)
            valid = np.append(valid, True)
            up, down = self.proofs.unmet(valid)
            before, unmet = unmet, int(up.sum() + down.sum())
            if before - unmet < self._effort.enough * before:
                break
        return valid

    def _prove(self, cell: int, side: float, valid: BoolArray) -> BoolArray:
        """Ask about one need; the last mark says whether it can be met."""
        rewards = np.zeros(len(self.cells))
        rewards[cell] = side * _MUCH
        move = self.programme.best_move(rewards)
        self.proofs.add(move)
        met = side * move[cell] >= (self._up if side > 0 else self._down)[cell] - TOLERANCE
        return np.append(valid, met)


class SumsOfHidden:
    """Which hidden cells stand in a sum together."""

    def __init__(self, model: CellModel, cells: IntArray) -> None:
        place = np.full(len(model.values), -1)
        place[cells] = np.arange(len(cells))
        self._cells_of: list[list[int]] = []
        self._sums_of: list[list[int]] = [[] for _ in cells]
        entries = np.flatnonzero(place[model.columns] >= 0)
        numbers = np.searchsorted(model.starts, entries, side="right")
        ends = np.flatnonzero(np.diff(numbers, append=-1)) + 1
        members_of = place[model.columns[entries]].tolist()
        for first, last in pairwise([0, *ends.tolist()]):
            for cell in members_of[first:last]:
                self._sums_of[cell].append(len(self._cells_of))
            self._cells_of.append(members_of[first:last])

    def determined_by(self, cell: int, hidden: BoolArray) -> set[int]:
        """The cell and all hidden ones that follow from it because each is the last unknown in some sum."""
        known, waiting = {cell}, [cell]
        while waiting:
            for each in self._sums_of[waiting.pop()]:
                unknown = [other for other in self._cells_of[each] if hidden[other] and other not in known]
                if len(unknown) == 1:
                    known.add(unknown[0])
                    waiting.append(unknown[0])
        return known

    def beside(self, cell: int, hidden: BoolArray) -> list[int]:
        """The hidden cells in a sum with a cell, those first that share it with fewest others."""
        found: dict[int, int] = {}
        for each in self._sums_of[cell]:
            members = [other for other in self._cells_of[each] if hidden[other] and other != cell]
            for other in members:
                found[other] = min(found.get(other, len(members)), len(members))
        return sorted(found, key=lambda other: (found[other], other))
