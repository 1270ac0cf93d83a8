"""How little must be withheld at least, and patterns close to that.

Cuts (``cuts``) say what every safe pattern withholds. The cheapest choice of cells that fulfils all cuts found so far
costs no more than the cheapest safe pattern: that is a proved bound. First fractions of cells may be chosen, until no
cut is missing; then whole cells, by branch and bound. Each such choice is made safe by least-cost moves, and each lack
that shows on the way is a cut again, a strong one because little is lacking by then. What is safe in the end is cleaned
up. Once the choice itself is safe, or a pattern is found that costs what the bound says, it is the cheapest there is.
Of large models the pattern is first made cheaper little by little (``rebuilding``). They are then searched block by
block (``blocks``), which says more of the bound than all cuts before, and brings better patterns.

Sources: M. Fischetti and J. J. Salazar-González (2000); J. F. Benders, "Partitioning procedures for solving
mixed-variables programming problems", Numerische Mathematik 4 (1962), 238-252.
"""

from dataclasses import dataclass

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.blocks import blocks_of, bound_alone, bound_within, cheaper_within
from footing.disclosure.bounding import LITTLE, Bounding
from footing.disclosure.cleanup import clean_up
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.rebuilding import rebuilt
from footing.disclosure.search import Thoroughness
from footing.disclosure.solver import TOLERANCE

_MUCH = 10_000.0
"""What meeting a need earns, beside a cost of about one for each cell that it would be good not to move."""


@dataclass(frozen=True, slots=True)
class Cheapest:
    """A safe pattern, what its secondary cells cost, and what those of any safe pattern cost at least."""

    withheld: BoolArray
    cost: float
    bound: float

    @property
    def gap(self) -> float:
        """The most by which the pattern may cost more than the cheapest, as a share of that."""
        return self.cost / self.bound - 1.0 if self.bound else 0.0 if not self.cost else np.inf


def cheapest_pattern(
    model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, thoroughness: Thoroughness
) -> Cheapest:
    """Improve on a pattern that meets all needs, and bound what any such pattern costs.

    ``cost`` is what withholding each cell costs, more than nought.
    """
    hunt = _Hunt(model, needs, cost, withheld, thoroughness)
    if not hunt.best_cost:
        return Cheapest(withheld, 0.0, 0.0)
    hunt.cut_fractions()
    if len(hunt.bounding.open) >= thoroughness.apart and not hunt.proved():
        hunt.rebuild()
        hunt.search_blocks()
    for _ in range(thoroughness.rounds):
        if hunt.proved() or not hunt.cut_wholes():
            break
    return Cheapest(hunt.best, hunt.best_cost, min(hunt.bound, hunt.best_cost))


class _Hunt:
    """The best pattern and the best bound so far."""

    def __init__(
        self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, thoroughness: Thoroughness
    ) -> None:
        self._model, self._needs, self._cost, self._thoroughness = model, needs, cost, thoroughness
        self.bounding = Bounding(model, needs, cost, cuts_at_once=thoroughness.cuts, seed=thoroughness.seed)
        self._programme = MoveProgramme(self.bounding.space, self.bounding.room)
        self.best, self.best_cost = withheld, self._price(withheld)
        self.bound = 0.0

    def proved(self) -> bool:
        """Whether nothing can be cheaper than the best pattern so far."""
        return self.best_cost <= self.bound + TOLERANCE

    def cut_fractions(self) -> None:
        """Add cuts until fractions of cells fulfil all that there are."""
        for _ in range(self._thoroughness.fractions):
            bound, chosen = self.bounding.choice.fractions()
            self._raise_bound(bound)
            if self.proved() or not self.bounding.lack_of(chosen).cuts:
                break

    def rebuild(self) -> None:
        """Make the best pattern cheaper, each block of it in turn."""
        apart = blocks_of(self._model, self.bounding.space.cells)
        if apart and self._thoroughness.rebuildings:
            cells = self.bounding.space.cells
            self._keep_if_cheaper(self.best)
            # Asked of a solver of its own, so that what comes out does not hang on what was asked before.
            afresh = self.bounding.of(self._model, self._needs, self._thoroughness)
            found = rebuilt(afresh, apart[0], self.best[cells], self._thoroughness)
            withheld = ~self._model.published
            withheld[cells[found]] = True
            self._keep_if_cheaper(withheld)

    def search_blocks(self) -> None:
        """Bound each block on its own, join what was chosen for them, and look for less block by block."""
        apart = blocks_of(self._model, self.bounding.space.cells)
        if not apart:
            return
        bounded = bound_alone if len(self.bounding.open) >= self._thoroughness.alone else bound_within
        found = [bounded(self.bounding, block, self._thoroughness) for block in apart[0]]
        self._raise_bound(sum(bound for bound, _ in found))
        self._keep_what_is_safe(np.logical_or.reduce([chosen for _, chosen in found]).astype(np.float64))
        for _ in range(self._thoroughness.passes):
            before = self.best_cost
            for block in (block for blocks in apart for block in blocks):
                self._look_within(block)
            if self.proved() or self.best_cost >= before:
                break

    def cut_wholes(self) -> bool:
        """Choose whole cells, make them safe, and keep what that teaches; whether there is more to learn."""
        bound, chosen = self.bounding.choice.wholes(self._thoroughness.branchings)
        self._raise_bound(bound)
        return chosen is not None and not self.proved() and self._keep_what_is_safe(chosen)

    def _look_within(self, block: BoolArray) -> None:
        cells = self.bounding.space.cells
        chosen = cheaper_within(self.bounding, block, self.best[cells].astype(np.float64), self._thoroughness)
        if chosen is not None:
            withheld = ~self._model.published
            withheld[cells[chosen | self.bounding.open]] = True
            self._keep_if_cheaper(withheld)

    def _keep_what_is_safe(self, chosen: FloatArray) -> bool:
        """Make a choice safe in several ways and keep the cheapest; whether that brought cuts."""
        found = [self._made_safe(chosen) for _ in range(self._thoroughness.ways)]
        cheapest = min(self._price(each) for each, _ in found)
        self._keep_if_cheaper(next(each for each, _ in found if self._price(each) == cheapest))
        return any(cuts for _, cuts in found)

    def _keep_if_cheaper(self, withheld: BoolArray) -> None:
        """Keep a pattern that is safe, once it is cleaned up, if it is the cheapest so far."""
        cleaned = clean_up(self._model, self._needs, self._cost, withheld, self._thoroughness.clean_up).withheld
        if self._price(cleaned) < self.best_cost:
            self.best, self.best_cost = cleaned, self._price(cleaned)

    def _price(self, withheld: BoolArray) -> float:
        return float(self._cost[withheld & self._model.published & ~self._needs.hidden].sum())

    def _raise_bound(self, bound: float) -> None:
        self.bound = max(self.bound, self.bounding.proved(bound))

    def _made_safe(self, chosen: FloatArray) -> tuple[BoolArray, int]:
        """Withhold what is chosen and what meets all needs besides, and add a cut for each lack on the way."""
        bounding = self.bounding
        opened = bounding.open | (chosen > 1 / 2)
        met = np.zeros(len(bounding.places), dtype=np.bool_)
        cuts = 0
        for need in map(int, bounding.random.permutation(len(met))):
            if met[need]:
                continue
            attempt = bounding.attempt(need, np.where(opened, 1.0, LITTLE))
            if attempt.cut is not None:
                cuts += bounding.choice.require_missing(attempt.cut, opened.astype(float))
            move = attempt.move
            if attempt.cut is not None or (np.abs(move[~opened]) > TOLERANCE).any():
                move = self._least_move(int(bounding.places[need]), float(bounding.sides[need]), opened)
                opened = opened | (np.abs(move) > TOLERANCE)
            met |= bounding.met(move)
        withheld = ~self._model.published
        withheld[bounding.space.cells[opened]] = True
        return withheld, cuts

    def _least_move(self, place: int, side: float, opened: BoolArray) -> FloatArray:
        """A move that meets one need and takes few cells that are shown: asked for twice, as in ``suppress``."""
        costs = np.where(opened, 0.0, self._cost[self.bounding.space.cells])
        rewards = np.zeros(len(costs))
        rewards[place] = side * _MUCH
        self._programme.set_costs(costs)
        move = self._programme.best_move(rewards)
        self._programme.set_costs(costs / (np.abs(move) + 1.0))
        return self._programme.best_move(rewards)
