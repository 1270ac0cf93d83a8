"""Large sets of cells, protected part by part.

The time of a programme grows faster than its cells. So a large model is cut along one variable, such as the
department, into parts of some of its categories, side by side under one total. Moves within a part leave every total
over parts where it is: what proves a need within a part proves it in the whole. Each part is searched, cleaned up and
proved on its own. What is withheld by then, and the cells above all parts, are cut along the next variable in the same
way, and so on. The needs that no part can meet alone are met at the end: first by moves of what is withheld by then
and of the cells above all parts, where those are few enough, then each by moves of cells around it.
"""

from dataclasses import replace

import numpy as np

from footing.disclosure.across import AcrossParts
from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.cleanup import Cleaned, clean_up
from footing.disclosure.divisions import parts_of, variables_to_cut
from footing.disclosure.insiders import hidden_from_insiders
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.search import Search
from footing.disclosure.suppress import Hunt, Pattern, suppress
from footing.disclosure.surroundings import Surroundings
from footing.disclosure.whole import WholeProofs, prove_in_whole_people


def suppress_by_parts(model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> Pattern:
    """``suppress``, part by part where there are more cells than are searched together. Raises ``NotProtectable``."""
    if len(model.values) <= search.together:
        return suppress(model, needs, cost, search)
    assembly = _Assembly(model, needs, cost, search)
    above = np.ones(len(model.values), dtype=np.bool_)
    for variable in variables_to_cut(model):
        parts = list(parts_of(model, variable, search.together, within=assembly.withheld | above))
        if len(parts) < 2:
            break
        for part in parts:
            assembly.protect_part(part)
        above &= ~np.logical_or.reduce(parts)
    if above.all():
        return suppress(model, needs, cost, search)
    assembly.meet_what_is_left(above)
    return assembly.pattern()


class _Assembly:
    """What is withheld so far, which needs are left, and the moves that prove the others."""

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> None:
        self._model, self._asked, self._cost, self._search = model, needs, cost, search
        self.withheld = needs.hidden | ~model.published
        self._left_up, self._left_down, self._down = needs.up.copy(), needs.down.copy(), needs.down.copy()
        self._moved = [np.zeros((0, int(needs.sensitive.sum())), dtype=np.bool_)]
        self._solved = 0

    def pattern(self) -> Pattern:
        """The whole pattern, and the needs that it meets."""
        return Pattern(self.withheld, replace(self._asked, down=self._down), self._solved)

    def protect_part(self, part: BoolArray) -> None:
        """Meet the needs of a part that are left and that it can meet alone."""
        inside = replace(
            self._asked,
            sensitive=self._asked.sensitive & part,
            hidden=self.withheld.copy(),
            up=np.where(part, self._left_up, 0.0),
            down=np.where(part, self._left_down, 0.0),
            fixed=self._asked.fixed | ~part,
        )
        if not (inside.up.any() or inside.down.any()):
            return
        hunt = Hunt(self._model, inside, self._cost)
        hunt.meet_while_it_pays(self._search)
        met = hunt.met_needs(inside)
        cleaned = clean_up(self._model, met, self._cost, hunt.withheld(self._model) & part, self._search.effort)
        self._solved += hunt.programme.solved + cleaned.solved
        try:
            whole = self._in_whole_people(met, cleaned)
        except NotProtectable:
            return
        proved = replace(whole.needs, sensitive=inside.sensitive & ((whole.needs.up > 0) | (whole.needs.down > 0)))
        hidden = hidden_from_insiders(self._model, proved, self._cost, whole.withheld, whole.moves != 0)
        self.withheld |= hidden.withheld
        self._moved.append(hidden.moved[:, self._asked.sensitive])
        self._left_up[whole.needs.up > 0] = 0.0
        self._left_down[(whole.needs.down > 0) & (whole.needs.down >= self._asked.down)] = 0.0

    def meet_what_is_left(self, above: BoolArray) -> None:
        """Meet the needs that no part could, those left by then each by moves around it. Raises ``NotProtectable``.

        First by moves of what is withheld by now and of the cells above all parts, unless that is too many.
        """
        across = (self.withheld | above) & ~self._asked.fixed
        if across.sum() <= self._search.across:
            self.protect_part(across)
        surroundings = Surroundings(self._model)
        for cell in np.flatnonzero((self._left_up > 0) | (self._left_down > 0)).tolist():
            for near in surroundings.around(cell, self._search.together):
                if not (self._left_up[cell] or self._left_down[cell]):
                    break
                self.protect_part(near)
        if self._left_up.any() or self._left_down.any():
            self._meet_from_anywhere()
        self._hide_from_insiders()

    def _meet_from_anywhere(self) -> None:
        """Meet what can only be met by moves of all cells together, downwards as far as the shown noughts allow."""
        left = replace(self._asked, up=self._left_up, down=self._left_down, hidden=self.withheld.copy())
        hunt = Hunt(self._model, left, self._cost)
        hunt.forgo_what_noughts_give_away()
        hunt.meet_one_by_one(self._search.last_reward)
        left = hunt.needs(left)
        cleaned = clean_up(self._model, left, self._cost, hunt.withheld(self._model), self._search.effort)
        self._solved += hunt.programme.solved + cleaned.solved
        whole = self._in_whole_people(left, cleaned)
        self.withheld |= whole.withheld
        self._moved.append(whole.moves[:, self._asked.sensitive] != 0)
        self._down = np.where(self._left_down > 0, whole.needs.down, self._asked.down)

    def _in_whole_people(self, needs: Needs, cleaned: Cleaned) -> WholeProofs:
        found = cleaned.proofs[:, cleaned.withheld[cleaned.cells]]
        return prove_in_whole_people(self._model, needs, cleaned.withheld, found)

    def _hide_from_insiders(self) -> None:
        """Look across parts, since moves within them were looked at within them."""
        across = AcrossParts(self._model, self._asked, self._cost, self.withheld, np.vstack(self._moved))
        across.hide_from_insiders(self._search)
        self.withheld = across.withheld
