"""How little must be withheld at least, and patterns close to that.

Cuts (``cuts``) say what every safe pattern withholds. The cheapest choice of cells that fulfils all cuts found so far
costs no more than the cheapest safe pattern: that is a proved bound. First fractions of cells may be chosen, until no
cut is missing; then whole cells, by branch and bound. Each such choice is made safe by least-cost moves, and each lack
that shows on the way is a cut again, a strong one because little is lacking by then. What is safe in the end is cleaned
up. Once the choice itself is safe, or a pattern is found that costs what the bound says, it is the cheapest there is.

Sources: M. Fischetti and J. J. Salazar-González (2000); J. F. Benders, "Partitioning procedures for solving
mixed-variables programming problems", Numerische Mathematik 4 (1962), 238-252.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.choice import Choice
from footing.disclosure.cleanup import clean_up
from footing.disclosure.cuts import Attacker
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.search import Effort
from footing.disclosure.solver import TOLERANCE

_LITTLE = 0.03
"""By how much shown cells may move while cuts are looked for, as a share of what is lacking."""

_MUCH = 10_000.0
"""What meeting a need earns, beside a cost of about one for each cell that it would be good not to move."""


@dataclass(frozen=True, slots=True)
class Thoroughness:
    """How long to look: rounds over fractions and over whole cells, ways to make each choice safe, and branchings."""

    fractions: int = 60
    cuts: int = 60
    rounds: int = 8
    ways: int = 4
    branchings: int = 500
    clean_up: Effort = field(default_factory=lambda: Effort(programmes=20_000))
    seed: int = 0


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
    hunt = _Bounding(model, needs, cost, withheld, thoroughness)
    if not hunt.best_cost:
        return Cheapest(withheld, 0.0, 0.0)
    hunt.cut_fractions()
    for _ in range(thoroughness.rounds):
        if hunt.proved() or not hunt.cut_wholes():
            break
    return Cheapest(hunt.best, hunt.best_cost, min(hunt.bound, hunt.best_cost))


class _Bounding:
    def __init__(
        self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, thoroughness: Thoroughness
    ) -> None:
        self._model, self._needs, self._cost, self._thoroughness = model, needs, cost, thoroughness
        space = move_space(model, ~needs.fixed)
        self._space, room = space, needs.room(model, space.cells)
        self._open = (needs.hidden | ~model.published)[space.cells]
        self._attacker = Attacker(space, room, self._open)
        self._programme = MoveProgramme(space, room)
        ups, downs = np.flatnonzero(room.wanted_up > 0), np.flatnonzero(room.wanted_down > 0)
        self._places = np.concatenate([ups, downs])
        self._sides = np.concatenate([np.ones(len(ups)), -np.ones(len(downs))])
        self._distances = np.concatenate([room.wanted_up[ups], room.wanted_down[downs]])
        self._random = np.random.default_rng(thoroughness.seed)
        self._choice = Choice(np.where(self._open, 0.0, cost[space.cells]))
        self._whole_prices = bool((cost == np.rint(cost)).all())
        self.best, self.best_cost = withheld, self._price(withheld)
        self.bound = 0.0
        for members in _sums(model, space):
            self._require_company(members)

    def proved(self) -> bool:
        """Whether nothing can be cheaper than the best pattern so far."""
        return self.best_cost <= self.bound + TOLERANCE

    def cut_fractions(self) -> None:
        """Add cuts until fractions of cells fulfil all that there are."""
        for _ in range(self._thoroughness.fractions):
            bound, chosen = self._choice.fractions()
            self._raise_bound(bound)
            if self.proved() or not self._cuts_missing(chosen):
                break

    def cut_wholes(self) -> bool:
        """Choose whole cells, make them safe, and keep what that teaches; whether there is more to learn."""
        bound, chosen = self._choice.wholes(self._thoroughness.branchings)
        self._raise_bound(bound)
        if chosen is None or self.proved():
            return False
        found = [self._made_safe(chosen) for _ in range(self._thoroughness.ways)]
        cheapest = min((self._price(each) for each, _ in found))
        withheld = next(each for each, _ in found if self._price(each) == cheapest)
        cleaned = clean_up(self._model, self._needs, self._cost, withheld, self._thoroughness.clean_up).withheld
        if self._price(cleaned) < self.best_cost:
            self.best, self.best_cost = cleaned, self._price(cleaned)
        return any(cuts for _, cuts in found)

    def _price(self, withheld: BoolArray) -> float:
        return float(self._cost[withheld & self._model.published & ~self._needs.hidden].sum())

    def _raise_bound(self, bound: float) -> None:
        if self._whole_prices:
            bound = float(np.ceil(bound - TOLERANCE))
        self.bound = max(self.bound, bound)

    def _require_company(self, members: IntArray) -> None:
        """No cell of a sum moves alone: one that must move takes some other along, and none is withheld for nothing."""
        always_open = self._open[members]
        if len(members) < 2:
            return
        if always_open.sum() == 1 and np.isin(members[always_open], self._places).all():
            cut = np.zeros(len(self._open))
            cut[members[~always_open]] = 1.0
            self._choice.require(cut)
        elif not always_open.any():
            for place in members:
                self._choice.require_beside(int(place), members[members != place])

    def _met(self, move: FloatArray) -> BoolArray:
        """Which of the needs a move meets."""
        return np.asarray(self._sides * move[self._places] >= self._distances - TOLERANCE)

    def _cuts_missing(self, chosen: FloatArray) -> bool:
        """Add cuts that a choice does not fulfil; whether there were any."""
        opened = np.maximum(chosen, _LITTLE)
        met = np.zeros(len(self._places), dtype=np.bool_)
        added = 0
        for need in map(int, self._random.permutation(len(met))):
            if met[need]:
                continue
            attempt = self._attacker.attempt(int(self._places[need]), float(self._sides[need]), opened)
            met |= self._met(attempt.move)
            if attempt.cut is not None and self._choice.require_missing(attempt.cut, chosen):
                added += 1
                if added == self._thoroughness.cuts:
                    break
        return added > 0

    def _made_safe(self, chosen: FloatArray) -> tuple[BoolArray, int]:
        """Withhold what is chosen and what meets all needs besides, and add a cut for each lack on the way."""
        opened = self._open | (chosen > 0.5)
        met = np.zeros(len(self._places), dtype=np.bool_)
        cuts = 0
        for need in map(int, self._random.permutation(len(met))):
            if met[need]:
                continue
            place, side = int(self._places[need]), float(self._sides[need])
            attempt = self._attacker.attempt(place, side, np.where(opened, 1.0, _LITTLE))
            if attempt.cut is not None:
                cuts += self._choice.require_missing(attempt.cut, opened.astype(float))
            move = attempt.move
            if attempt.cut is not None or (np.abs(move[~opened]) > TOLERANCE).any():
                move = self._least_move(place, side, opened)
                opened = opened | (np.abs(move) > TOLERANCE)
            met |= self._met(move)
        withheld = ~self._model.published
        withheld[self._space.cells[opened]] = True
        return withheld, cuts

    def _least_move(self, place: int, side: float, opened: BoolArray) -> FloatArray:
        """A move that meets one need and takes few cells that are shown: asked for twice, as in ``suppress``."""
        costs = np.where(opened, 0.0, self._cost[self._space.cells])
        rewards = np.zeros(len(costs))
        rewards[place] = side * _MUCH
        self._programme.set_costs(costs)
        move = self._programme.best_move(rewards)
        self._programme.set_costs(costs / (np.abs(move) + 1.0))
        return self._programme.best_move(rewards)


def _sums(model: CellModel, space: MoveSpace) -> Iterator[IntArray]:
    """The cells of each sum that can move, by their places in the space."""
    place = np.full(len(model.values), -1)
    place[space.cells] = np.arange(len(space.cells))
    for first, last in pairwise(model.starts.tolist()):
        members = place[model.columns[first:last]]
        yield members[members >= 0]
