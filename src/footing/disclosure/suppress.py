"""Which cells to keep back besides the sensitive ones, so that no sensitive one can be worked out too closely.

Each round solves one linear programme that moves as many sensitive cells as it can at once, up or down as far as each
needs, while moving shown cells costs. The shown cells that it moves are kept back, the needs that the move meets are
met for good: the move itself is the proof, since every cell in it is then hidden. Rewards grow until all are met.

A programme pays for every unit moved, and withholding costs once however far a cell moves. So each move is asked for
twice, the second time at prices under which moving far costs what withholding costs: that moves fewer cells further.
"""

from dataclasses import dataclass, replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.cleanup import clean_up
from footing.disclosure.insiders import hidden_from_insiders
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.optimum import cheapest_pattern
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.search import Search, Thoroughness
from footing.disclosure.solver import TOLERANCE
from footing.disclosure.whole import prove_in_whole_people


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which cells of a model an outsider does not see, and the ``needs`` that this meets.

    The needs are those asked for, less what the shown noughts alone give away whatever is withheld. ``solved`` is how
    many linear programmes the search took.
    """

    withheld: BoolArray
    needs: Needs
    solved: int


def suppress(model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> Pattern:
    """Which cells of the model to withhold; ``cost`` is the price of withholding each. Raises ``NotProtectable``.

    Cells that nobody publishes count as withheld from the start.
    """
    hunt = Hunt(model, needs, cost)
    hunt.meet_while_it_pays(search)
    hunt.forgo_what_noughts_give_away()
    hunt.meet_one_by_one(search.last_reward)
    needs = hunt.needs(needs)
    cleaned = clean_up(model, needs, cost, hunt.withheld(model), search.effort)
    solved = hunt.programme.solved + cleaned.solved
    if not needs.whole:
        return Pattern(cleaned.withheld, needs, solved)
    withheld, found = cleaned.withheld, cleaned.proofs[:, cleaned.withheld[cleaned.cells]]
    if len(hunt.cells) <= search.exact:
        withheld = cheapest_pattern(model, needs, cost, withheld, Thoroughness()).withheld
        found = np.zeros((0, int(withheld.sum())))
    whole = prove_in_whole_people(model, needs, withheld, found)
    hidden = hidden_from_insiders(model, whole.needs, cost, whole.withheld, whole.moves != 0)
    return Pattern(hidden.withheld, whole.needs, solved)


class Hunt:
    """One search: which needs are not met yet, and which cells may move without cost because they are kept back."""

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray) -> None:
        space = move_space(model, ~needs.fixed)
        self.cells = space.cells
        self._up, self._down, self._whole = needs.up[self.cells], needs.down[self.cells], needs.whole
        self.programme = MoveProgramme(space, needs.room(model, self.cells))
        self._up_unmet, self._down_unmet = self._up > 0, self._down > 0
        self._open = (needs.hidden | ~model.published)[self.cells]
        self._cost = np.where(self._open, 0.0, cost[self.cells])
        self.programme.set_costs(self._cost)

    def withheld(self, model: CellModel) -> BoolArray:
        """The cells of the model that are kept back by now."""
        withheld = ~model.published
        withheld[self.cells[self._open]] = True
        return withheld

    def needs(self, asked: Needs) -> Needs:
        """The needs as they stand after ``forgo_what_noughts_give_away``."""
        down = asked.down.copy()
        down[self.cells] = self._down
        return replace(asked, down=down)

    def met_needs(self, asked: Needs) -> Needs:
        """The needs that are met by now, without those that are not."""
        up, down = asked.up.copy(), asked.down.copy()
        up[self.cells[self._up_unmet]] = 0.0
        down[self.cells[self._down_unmet]] = 0.0
        return replace(asked, up=up, down=down)

    def unmet_needs(self) -> list[tuple[int, float, float]]:
        """The cells with a need that is not met by now, and how far each must still be able to move up and down."""
        unmet = np.flatnonzero(self._up_unmet | self._down_unmet)
        up, down = np.where(self._up_unmet, self._up, 0.0), np.where(self._down_unmet, self._down, 0.0)
        return [(int(self.cells[each]), float(up[each]), float(down[each])) for each in unmet]

    def meet_while_it_pays(self, search: Search) -> None:
        """Meet many needs at a time, for ever greater rewards."""
        random = np.random.default_rng(search.seed)
        worth = search.first_reward
        while self.unmet() and worth <= search.last_reward:
            unmet = self.unmet()
            if self.meet_many(worth * random.uniform(0.5, 1.5, len(self.cells)), random) <= search.slow * unmet:
                worth *= search.growth

    def unmet(self) -> int:
        """How many needs are not met yet."""
        return int(self._up_unmet.sum() + self._down_unmet.sum())

    def meet_many(self, worth: FloatArray, random: np.random.Generator) -> int:
        """Move every cell with an unmet need, each to one side, and return how many needs that met."""
        either = self._up_unmet & self._down_unmet
        upwards = np.where(either, random.random(len(worth)) < 0.5, self._up_unmet)
        side = np.where(upwards, 1.0, np.where(self._down_unmet, -1.0, 0.0))
        return self._meet(side * worth / np.maximum(np.where(upwards, self._up, self._down), 1))

    def meet_one_by_one(self, worth: float) -> None:
        """Meet what is left. Raises ``NotProtectable`` if nothing can."""
        for unmet, side in ((self._up_unmet, 1.0), (self._down_unmet, -1.0)):
            for cell in map(int, np.flatnonzero(unmet)):
                if unmet[cell]:
                    self._meet(_only(cell, side * worth, len(self.cells)))
                if unmet[cell]:
                    raise NotProtectable

    def forgo_what_noughts_give_away(self) -> None:
        """Lower each unmet need downwards to what it is possible to meet with every cell withheld."""
        if not self._down_unmet.any():
            return
        self.programme.set_costs(np.zeros(len(self.cells)))
        for cell in map(int, np.flatnonzero(self._down_unmet)):
            furthest = -self.programme.best_move(_only(cell, -1.0, len(self.cells)))[cell]
            self._down[cell] = min(self._down[cell], np.floor(furthest + TOLERANCE) if self._whole else furthest)
        self._down_unmet &= self._down > 0
        self.programme.set_costs(self._cost)

    def _meet(self, rewards: FloatArray) -> int:
        before = self.unmet()
        move = self.programme.best_move(rewards)
        if (self._cost[np.abs(move) > TOLERANCE] > 0).any():
            self.programme.set_costs(self._cost / (np.abs(move) + 1.0))
            move = self.programme.best_move(rewards)
        self._open |= np.abs(move) > TOLERANCE
        self._cost[self._open] = 0.0
        self.programme.set_costs(self._cost)
        self._up_unmet &= move < self._up - TOLERANCE
        self._down_unmet &= move > -self._down + TOLERANCE
        return before - self.unmet()


def _only(cell: int, reward: float, size: int) -> FloatArray:
    rewards = np.zeros(size)
    rewards[cell] = reward
    return rewards
