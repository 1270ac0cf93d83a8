"""Large sets of cells, protected part by part.

The time of a programme grows faster than its cells. So a large model is cut along one variable, such as the
department, into parts of some of its categories, side by side under one total. Moves within a part leave every total
over parts where it is: what proves a need within a part proves it in the whole. Each part is searched, cleaned up and
proved on its own. What is withheld by then, and the cells above all parts, are cut along the next variable in the same
way, and so on. The needs that no part can meet alone are met at the end: first by moves of what is withheld by then
and of the cells above all parts, then each by moves of cells near it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.cleanup import Cleaned, clean_up
from footing.disclosure.divisions import divisions
from footing.disclosure.insiders import hidden_from_insiders
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.search import Search
from footing.disclosure.suppress import Hunt, Pattern, suppress
from footing.disclosure.whole import WholeProofs, beside, prove_in_whole_people


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


def variables_to_cut(model: CellModel) -> list[str]:
    """The variables of a model, that with most categories that are divided no further first."""
    sizes = {variable: sum(map(len, _leaves(groups))) for variable, groups in divisions(model).items()}
    return sorted(sizes, key=lambda variable: (-sizes[variable], variable))


def parts_of(model: CellModel, variable: str, most: int, within: BoolArray) -> Iterator[BoolArray]:
    """The cells ``within`` some of some categories each of a variable, at most about ``most`` of them at a time."""
    cells_of: dict[str, list[int]] = defaultdict(list)
    for place in np.flatnonzero(within).tolist():
        code = dict(model.coordinates[place]).get(variable)
        if code is not None:
            cells_of[code].append(place)
    for codes in _leaves(divisions(model)[variable]):
        pieces = -(-sum(len(cells_of[code]) for code in codes) // most)
        for piece in np.array_split(np.array(codes, dtype=object), max(1, min(pieces, len(codes) // 2))):
            part = np.zeros(len(model.values), dtype=np.bool_)
            part[[cell for code in piece for cell in cells_of[code]]] = True
            yield part


def _leaves(groups: dict[str | None, set[str]]) -> list[list[str]]:
    """The codes that are divided no further, side by side under each code; each code once."""
    seen: set[str] = set()
    found = []
    for _, codes in sorted(groups.items(), key=lambda each: each[0] or ""):
        fresh = sorted(code for code in codes if code not in groups and code not in seen)
        seen.update(fresh)
        if fresh:
            found.append(fresh)
    return found


class _Assembly:
    """What is withheld so far, which needs are left, and the moves that prove the others."""

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> None:
        self._model, self._asked, self._cost, self._search = model, needs, cost, search
        self.withheld = needs.hidden | ~model.published
        self._left_up, self._left_down, self._down = needs.up.copy(), needs.down.copy(), needs.down.copy()
        self._moved: list[BoolArray] = []
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
        self._moved.append(hidden.moved)
        self._left_up[whole.needs.up > 0] = 0.0
        self._left_down[(whole.needs.down > 0) & (whole.needs.down >= self._asked.down)] = 0.0

    def meet_what_is_left(self, above: BoolArray) -> None:
        """Meet the needs that no part could. Raises ``NotProtectable``."""
        left = replace(self._asked, up=self._left_up, down=self._left_down.copy(), hidden=self.withheld.copy())
        near = replace(left, fixed=self._asked.fixed | ~(self.withheld | above))
        hunt = Hunt(self._model, near, self._cost)
        hunt.meet_while_it_pays(self._search)
        withheld, solved = hunt.withheld(self._model), hunt.programme.solved
        for cell, up, down in hunt.unmet_needs():
            withheld, reached, more = self._meet_nearby(cell, up, down, withheld)
            left.down[cell] -= down - reached
            solved += more
        cleaned = clean_up(self._model, left, self._cost, withheld, self._search.effort)
        self._solved += solved + cleaned.solved
        whole = self._in_whole_people(left, cleaned)
        self.withheld |= whole.withheld
        self._moved.append(whole.moves != 0)
        self._down = np.where(self._left_down > 0, whole.needs.down, self._asked.down)
        self._hide_from_insiders(near.fixed & ~self.withheld | self._asked.fixed)

    def _meet_nearby(self, cell: int, up: float, down: float, withheld: BoolArray) -> tuple[BoolArray, float, int]:
        """Meet the needs of one cell by moves of cells in sums near it, of ever more of them, whether shown or not.

        What is withheld then, the need downwards as far as it can be met, and how many programmes were solved.
        """
        own = np.arange(len(self._model.values)) == cell
        near, solved = own, 0
        while True:
            wider = beside(self._model, near) & ~self._asked.fixed
            everything = np.array_equal(wider, near)
            near = wider
            alone = replace(
                self._asked,
                up=np.where(own, up, 0.0),
                down=np.where(own, down, 0.0),
                hidden=withheld,
                fixed=self._asked.fixed | ~near,
            )
            hunt = Hunt(self._model, alone, self._cost)
            if everything:
                hunt.forgo_what_noughts_give_away()
            try:
                hunt.meet_one_by_one(self._search.last_reward)
            except NotProtectable:
                if everything:
                    raise
                solved += hunt.programme.solved
                continue
            return withheld | hunt.withheld(self._model), float(hunt.needs(alone).down[cell]), solved

    def _in_whole_people(self, needs: Needs, cleaned: Cleaned) -> WholeProofs:
        found = cleaned.proofs[:, cleaned.withheld[cleaned.cells]]
        return prove_in_whole_people(self._model, needs, cleaned.withheld, found)

    def _hide_from_insiders(self, fixed: BoolArray) -> None:
        """Look across parts: first at moves near what is withheld, then, for what those leave, at all."""
        for needs in _distinct((replace(self._asked, fixed=fixed), self._asked)):
            moved = np.vstack(self._moved)
            hidden = hidden_from_insiders(self._model, needs, self._cost, self.withheld, moved)
            self.withheld = hidden.withheld
            self._moved = [hidden.moved]


def _distinct(needs: Iterable[Needs]) -> list[Needs]:
    kept: list[Needs] = []
    for each in needs:
        if not any(np.array_equal(each.fixed, other.fixed) for other in kept):
            kept.append(each)
    return kept
