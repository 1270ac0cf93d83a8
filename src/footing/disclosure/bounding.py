"""The cuts that are known, the cheapest choice of cells that fulfils them, and the search for cuts that are missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.choice import Choice
from footing.disclosure.cuts import Attacker, Attempt
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.search import Thoroughness
from footing.disclosure.solver import TOLERANCE

LITTLE = 0.03
"""By how much shown cells may move while cuts are looked for, as a share of what is lacking."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a choice of cells lacks: how many cuts were added that it does not fulfil, and whether it met all needs."""

    cuts: int
    safe: bool


class Bounding:
    """The state of a search for the cheapest pattern: a programme over cells to which cuts are added, and no more.

    Arrays are over the cells of ``space``. ``open`` marks those that are withheld in any case; needs are numbered, and
    ``places`` and ``sides`` say of each which cell must move and to which side.
    """

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, *, cuts_at_once: int, seed: int) -> None:
        self.model, self.needs, self.cost = model, needs, cost
        self.space = move_space(model, ~needs.fixed)
        self.room = needs.room(model, self.space.cells)
        self.open = (needs.hidden | ~model.published)[self.space.cells]
        self.costs = np.where(self.open, 0.0, cost[self.space.cells])
        self.choice = Choice(self.costs)
        ups, downs = np.flatnonzero(self.room.wanted_up > 0), np.flatnonzero(self.room.wanted_down > 0)
        self.places = np.concatenate([ups, downs])
        self.sides = np.concatenate([np.ones(len(ups)), -np.ones(len(downs))])
        self.random = np.random.default_rng(seed)
        self._distances = np.concatenate([self.room.wanted_up[ups], self.room.wanted_down[downs]])
        self._attacker = Attacker(self.space, self.room, self.open)
        self._cuts_at_once = cuts_at_once
        self._whole_prices = bool((cost == np.rint(cost)).all())
        for members in sums_within(model, self.space):
            self._require_company(members)

    def of(self, model: CellModel, needs: Needs, thoroughness: Thoroughness) -> "Bounding":
        """The same search with other sums or other needs."""
        return Bounding(model, needs, self.cost, cuts_at_once=thoroughness.cuts, seed=thoroughness.seed)

    def proved(self, bound: float) -> float:
        """A proved bound, raised to the next whole number where all prices are whole."""
        return float(np.ceil(bound - TOLERANCE)) if self._whole_prices else bound

    def met(self, move: FloatArray) -> BoolArray:
        """Which of the needs a move meets."""
        return np.asarray(self.sides * move[self.places] >= self._distances - TOLERANCE)

    def attempt(self, need: int, opened: FloatArray) -> Attempt:
        """Try to meet one need while each cell moves by ``opened`` of its room."""
        return self._attacker.attempt(int(self.places[need]), float(self.sides[need]), opened)

    def lack_of(self, chosen: FloatArray, asked: BoolArray | None = None, *, little: float = LITTLE) -> Lack:
        """Add cuts that a choice does not fulfil, looking at the needs that are ``asked`` about, or at all.

        With a ``little`` above nought shown cells may move by that much, which finds cuts over few cells and misses
        some; a choice is only known to be safe with nought.
        """
        opened = np.maximum(chosen, little)
        met = np.zeros(len(self.places), dtype=np.bool_) if asked is None else ~asked
        cuts, safe = 0, True
        for need in map(int, self.random.permutation(len(met))):
            if met[need]:
                continue
            attempt = self.attempt(need, opened)
            fulfilled = self.met(attempt.move)
            met |= fulfilled
            safe = safe and bool(fulfilled[need])
            if attempt.cut is not None and self.choice.require_missing(attempt.cut, chosen):
                cuts += 1
                if cuts == self._cuts_at_once:
                    return Lack(cuts, safe=False)
        return Lack(cuts, safe)

    def lack_of_whole(self, chosen: FloatArray, asked: BoolArray | None = None) -> Lack:
        """The same for a choice of whole cells: without any little where that little hides what is lacking."""
        lack = self.lack_of(chosen, asked)
        return lack if lack.cuts else self.lack_of(chosen, asked, little=0.0)

    def _require_company(self, members: IntArray) -> None:
        """No cell of a sum moves alone: one that must move takes some other along, and none is withheld for nothing."""
        always_open = self.open[members]
        if len(members) < 2:
            return
        if always_open.sum() == 1 and np.isin(members[always_open], self.places).all():
            cut = np.zeros(len(self.open))
            cut[members[~always_open]] = 1.0
            self.choice.require(cut)
        elif not always_open.any():
            for place in members:
                self.choice.require_beside(int(place), members[members != place])


def sums_within(model: CellModel, space: MoveSpace) -> Iterator[IntArray]:
    """The cells of each sum that can move, by their places in the space."""
    place = np.full(len(model.values), -1)
    place[space.cells] = np.arange(len(space.cells))
    for first, last in pairwise(model.starts.tolist()):
        members = place[model.columns[first:last]]
        yield members[members >= 0]
