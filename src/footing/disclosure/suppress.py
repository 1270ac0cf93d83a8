"""Which cells to keep back besides the sensitive ones, so that no sensitive one can be worked out too closely.

Each round solves one linear programme that moves as many sensitive cells as it can at once, up or down as far as each
needs, while moving shown cells costs. The shown cells that it moves are kept back, the needs that the move meets are
met for good: the move itself is the proof, since every cell in it is then hidden. Rewards grow until all are met.
"""

from dataclasses import dataclass, replace

import numpy as np

from footing.disclosure.model import BoolArray, CellModel, FloatArray
from footing.disclosure.primary import Needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.solver import TOLERANCE


@dataclass(frozen=True, slots=True)
class Search:
    """How the search for a pattern goes. The same search gives the same pattern for the same cells.

    ``first_reward`` is what meeting a need is worth at first, in cells kept back; it grows by ``growth`` whenever a
    round meets fewer than ``slow`` needs, up to ``last_reward``. ``passes`` is how often a pattern is thinned.
    """

    seed: int = 0
    first_reward: float = 3.0
    last_reward: float = 100_000.0
    growth: float = 3.0
    slow: int = 5
    passes: int = 3


class NotProtectable(RuntimeError):
    """Even with every cell withheld some sensitive cell stays too closely known."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which cells of a model an outsider does not see, and the ``needs`` that this meets.

    The needs are those asked for, less what the shown noughts alone give away whatever is withheld.
    """

    withheld: BoolArray
    needs: Needs


def suppress(model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> Pattern:
    """Which cells of the model to withhold; ``cost`` is the price of withholding each. Raises ``NotProtectable``.

    Cells that nobody publishes count as withheld from the start.
    """
    start = needs.sensitive | ~model.published
    hunt = _Hunt(model, needs, cost, ~needs.fixed, start)
    _meet_many(hunt, search, search.seed)
    hunt.forgo_what_noughts_give_away()
    hunt.finish(search.last_reward)
    needs = hunt.needs(needs)
    for turn in range(1, search.passes + 1):
        hunt = _Hunt(model, needs, cost, hunt.pattern(start), start)
        _meet_many(hunt, search, search.seed + turn)
        hunt.finish(search.last_reward)
    return Pattern(withheld=hunt.pattern(start), needs=needs)


def _meet_many(hunt: "_Hunt", search: Search, seed: int) -> None:
    """Rounds that each meet many needs, worth ever more, until none is left or no reward is enough."""
    random = np.random.default_rng(seed)
    worth = search.first_reward
    while hunt.unmet() and worth <= search.last_reward:
        if hunt.round(worth * random.uniform(0.5, 1.5, len(hunt.cells)), random) < search.slow:
            worth *= search.growth


class _Hunt:
    """One search: which needs are not met yet, and which cells are open to move without cost."""

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, allowed: BoolArray, start: BoolArray) -> None:
        self._programme = MoveProgramme(model, needs, allowed)
        self.cells = self._programme.cells
        self.open = start[self.cells].copy()
        self._up, self._down = needs.up[self.cells], needs.down[self.cells].copy()
        self._up_unmet, self._down_unmet = self._up > 0, self._down > 0
        self._cost = np.where(self.open, 0.0, cost[self.cells])

    def pattern(self, start: BoolArray) -> BoolArray:
        """The cells of the model that are kept back by now."""
        withheld = start.copy()
        withheld[self.cells[self.open]] = True
        return withheld

    def needs(self, asked: Needs) -> Needs:
        """The needs as they stand after ``forgo_what_noughts_give_away``."""
        down = asked.down.copy()
        down[self.cells] = self._down
        return replace(asked, down=down)

    def unmet(self) -> int:
        """How many needs are not met yet."""
        return int(self._up_unmet.sum() + self._down_unmet.sum())

    def round(self, worth: FloatArray, random: np.random.Generator) -> int:
        """Move every cell with an unmet need, each to one side, and return how many needs that met."""
        either = self._up_unmet & self._down_unmet
        upwards = np.where(either, random.random(len(worth)) < 0.5, self._up_unmet)
        side = np.where(upwards, 1.0, np.where(self._down_unmet, -1.0, 0.0))
        distance = np.where(upwards, self._up, self._down)
        return self._move(side * worth / np.maximum(distance, 1))

    def finish(self, worth: float) -> None:
        """Meet what is left one by one. Raises ``NotProtectable`` if nothing can."""
        for unmet, side in ((self._up_unmet, 1.0), (self._down_unmet, -1.0)):
            for cell in np.flatnonzero(unmet):
                reward = np.zeros(len(self.cells))
                reward[cell] = side * worth
                self._move(reward)
                if unmet[cell]:
                    raise NotProtectable

    def forgo_what_noughts_give_away(self) -> None:
        """Lower each unmet need downwards to what it is possible to meet with every cell withheld."""
        for cell in np.flatnonzero(self._down_unmet):
            reward = np.zeros(len(self.cells))
            reward[cell] = -1.0
            furthest = -self._programme.cheapest_move(np.zeros(len(self.cells)), reward)[cell]
            self._down[cell] = min(self._down[cell], np.floor(furthest + TOLERANCE))
        self._down_unmet &= self._down > 0

    def _move(self, reward: FloatArray) -> int:
        before = self.unmet()
        move = self._programme.cheapest_move(self._cost, reward)
        self.open |= np.abs(move) > TOLERANCE
        self._cost[self.open] = 0.0
        self._up_unmet &= move < self._up - TOLERANCE
        self._down_unmet &= move > -self._down + TOLERANCE
        return before - self.unmet()
