"""Patterns made cheaper little by little: show some cells that stand close together, and meet anew what that leaves.

What is met anew takes the cheapest moves there are, at prices that differ a little from turn to turn; what is then not
needed is shown. The outcome is kept where it costs no more than before, so that the search also walks between patterns
that cost the same. A move that was found proves what it meets for as long as no cell in it is shown, so that a turn
asks few programmes. Each block is rebuilt among the cells that are withheld beside it, and what comes out is then
proved in the whole.

Source: G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt and G. Dueck, "Record breaking optimization results using the ruin
and recreate principle", Journal of Computational Physics 159 (2000), 139-171.
"""

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.blocks import beside
from footing.disclosure.bounding import Bounding, sums_within
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.search import Thoroughness
from footing.disclosure.solver import TOLERANCE

_MUCH = 10_000.0
"""What meeting a need earns, beside a cost of about one for each cell that it would be good not to move."""

_FEWEST, _MOST = 3, 14
"""How many cells are shown in one turn."""

_TRIED = 40
"""How many cells are tried to be shown again at the end of a turn, nearest first."""

_WORSE = 3.0
"""By how much what was met anew may cost more and still be worth showing again what is not needed."""

_REMEMBERED = 600
"""How many moves are kept as proofs; the oldest are forgotten."""


def rebuilt(bounding: Bounding, blocks: list[BoolArray], withheld: BoolArray, thoroughness: Thoroughness) -> BoolArray:
    """A safe pattern over the cells of a search that costs no more than the safe one that is ``withheld``."""
    whole = Rebuilding(bounding, withheld, np.ones(len(withheld), dtype=np.bool_), thoroughness.seed)
    for passed in range(thoroughness.rebuildings):
        for block in blocks:
            inner, place = beside(bounding, block, whole.withheld, thoroughness)
            within = Rebuilding(inner, whole.withheld[place], block[place], thoroughness.seed + passed)
            for _ in range(thoroughness.turns):
                within.turn()
            whole.take(place, within.withheld)
    return whole.withheld


class Rebuilding:
    """A pattern over the cells of one search, and the moves that prove it; only cells that are ``free`` change."""

    def __init__(self, bounding: Bounding, withheld: BoolArray, free: BoolArray, seed: int) -> None:
        self.withheld = withheld | bounding.open
        self._bounding, self._free = bounding, free & ~bounding.open
        self._costs = np.where(self._free, bounding.costs, np.inf)
        self._programme = MoveProgramme(bounding.space, bounding.room)
        self._random = np.random.default_rng(seed)
        self._uses = np.zeros((0, len(withheld)), dtype=np.float32)
        self._meets = np.zeros((0, len(bounding.places)), dtype=np.bool_)
        self._last_unmet = np.zeros(len(withheld), dtype=np.int64)
        together: list[set[int]] = [{cell} for cell in range(len(withheld))]
        for members in sums_within(bounding.model, bounding.space):
            for cell in members.tolist():
                together[cell].update(members.tolist())
        self._together = [np.array(sorted(each), dtype=np.int64) for each in together]

    def cost(self, withheld: BoolArray) -> float:
        """What the cells that are withheld and need not be cost."""
        return float(self._bounding.costs[withheld].sum())

    def take(self, place: IntArray, withheld: BoolArray) -> None:
        """Take over some cells from another pattern, if what that lacks can be met for no more than this one costs."""
        candidate = self.withheld.copy()
        candidate[place] = withheld
        self._keep(self._met_anew(candidate, self._costs))

    def turn(self) -> None:
        """Show some cells, meet what that leaves unmet, and show what is not needed."""
        secondary = self.withheld & self._free
        if not secondary.any():
            return
        near = self._nearest_first(int(self._random.choice(np.flatnonzero(secondary))))
        out = near[secondary[near]][: int(self._random.integers(_FEWEST, _MOST + 1))]
        left = self.withheld.copy()
        left[out] = False
        prices = self._costs * self._random.uniform(0.7, 1.3, len(left))
        prices[out] *= 1.2
        found = self._met_anew(left, prices)
        if found is not None and self.cost(found) <= self.cost(self.withheld) + _WORSE:
            self._keep(self._shown_again(found, near))

    def _keep(self, found: BoolArray | None) -> None:
        if found is not None and self.cost(found) <= self.cost(self.withheld) + TOLERANCE:
            self.withheld = found

    def _nearest_first(self, cell: int) -> IntArray:
        """All cells: first those that share a sum with one, then those that share a sum with those."""
        steps = np.full(len(self.withheld), 3.0)
        for each in self._together[cell]:
            steps[self._together[each]] = 2.0
        steps[self._together[cell]] = 1.0
        steps[cell] = 0.0
        return np.argsort(steps + self._random.uniform(0.0, 0.9, len(steps)))

    def _met_anew(self, withheld: BoolArray, prices: FloatArray) -> BoolArray | None:
        """Withhold what meets all needs besides; ``None`` if nothing that is free does."""
        unmet = self._unmet(withheld)
        for need in map(int, self._random.permutation(len(unmet))):
            if not unmet[need]:
                continue
            meets = self._asked(need, withheld)
            if not meets[need]:
                move = self._least_move(need, np.where(withheld, 0.0, prices))
                withheld = withheld | (np.abs(move) > TOLERANCE)
                meets = self._remembered(move)
            if not meets[need]:
                return None
            unmet &= ~meets
        return withheld

    def _least_move(self, need: int, prices: FloatArray) -> FloatArray:
        """A move that meets one need and takes few cells that are shown: asked for twice, as in ``suppress``."""
        rewards = np.zeros(len(prices))
        rewards[self._bounding.places[need]] = self._bounding.sides[need] * _MUCH
        self._programme.set_costs(prices)
        move = self._programme.best_move(rewards)
        self._programme.set_costs(prices / (np.abs(move) + 1.0))
        return self._programme.best_move(rewards)

    def _shown_again(self, withheld: BoolArray, near: IntArray) -> BoolArray:
        tried = near[(withheld & self._free)[near]][:_TRIED]
        for cell in map(int, self._random.permutation(tried)):
            without = withheld.copy()
            without[cell] = False
            if self._all_met(without, cell):
                withheld = without
        return withheld

    def _all_met(self, withheld: BoolArray, cell: int) -> bool:
        """Whether all needs are met once a cell is shown, asking first about the one that it was shown to serve."""
        unmet, need = self._unmet(withheld), int(self._last_unmet[cell])
        while unmet.any():
            need = need if unmet[need] else int(np.flatnonzero(unmet)[0])
            meets = self._asked(need, withheld)
            if not meets[need]:
                self._last_unmet[cell] = need
                return False
            unmet &= ~meets
        return True

    def _unmet(self, withheld: BoolArray) -> BoolArray:
        """The needs that no move remembered meets with the cells that are withheld."""
        fits = self._uses @ (~withheld).astype(np.float32) < 1 / 2
        return np.asarray(~self._meets[fits].any(axis=0))

    def _asked(self, need: int, withheld: BoolArray) -> BoolArray:
        return self._remembered(self._bounding.attempt(need, withheld.astype(np.float64)).move)

    def _remembered(self, move: FloatArray) -> BoolArray:
        """Which needs a move meets; from now on it proves them."""
        meets = self._bounding.met(move)
        self._uses = np.vstack([self._uses, np.abs(move) > TOLERANCE])[-_REMEMBERED:].astype(np.float32)
        self._meets = np.vstack([self._meets, meets])[-_REMEMBERED:]
        return meets
