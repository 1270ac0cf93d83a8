"""Large sets of cells, protected part by part.

The time of a programme grows faster than its cells. So a large model is cut along one variable, such as the
department, into parts of some of its categories, side by side under one total. Moves within a part leave every total
over parts where it is: what proves a need within a part proves it in the whole. Each part is searched, cleaned up and
proved on its own. The needs that no part can meet alone are met at the end: first by moves of what is withheld by then
and of the cells above all parts, then by moves of any cell.
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
from footing.disclosure.whole import WholeProofs, prove_in_whole_people


def suppress_by_parts(model: CellModel, needs: Needs, cost: FloatArray, search: Search) -> Pattern:
    """``suppress``, part by part where there are more cells than are searched together. Raises ``NotProtectable``."""
    parts = list(parts_of(model, search.together)) if len(model.values) > search.together else []
    if len(parts) < 2:
        return suppress(model, needs, cost, search)
    assembly = _Assembly(model, needs, cost, search)
    for part in parts:
        assembly.protect_part(part)
    assembly.meet_what_is_left(~np.logical_or.reduce(parts))
    return assembly.pattern()


def parts_of(model: CellModel, most: int) -> Iterator[BoolArray]:
    """The cells of some categories each, of the variable with the most of them, of at most about ``most`` cells."""
    found = divisions(model)
    if not found:
        return
    leaves = {variable: _leaves(groups) for variable, groups in found.items()}
    variable = max(sorted(leaves), key=lambda each: sum(map(len, leaves[each])))
    cells_of: dict[str, list[int]] = defaultdict(list)
    for place, cell in enumerate(model.coordinates):
        code = dict(cell).get(variable)
        if code is not None:
            cells_of[code].append(place)
    for codes in leaves[variable]:
        pieces = -(-sum(len(cells_of[code]) for code in codes) // most)
        for piece in np.array_split(np.array(codes, dtype=object), min(pieces, len(codes))):
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
        self._withheld = needs.hidden | ~model.published
        self._left_up, self._left_down, self._down = needs.up.copy(), needs.down.copy(), needs.down.copy()
        self._moved: list[BoolArray] = []
        self._solved = 0

    def pattern(self) -> Pattern:
        """The whole pattern, and the needs that it meets."""
        return Pattern(self._withheld, replace(self._asked, down=self._down), self._solved)

    def protect_part(self, part: BoolArray) -> None:
        """Meet the needs of a part that it can meet alone."""
        inside = replace(
            self._asked,
            sensitive=self._asked.sensitive & part,
            up=np.where(part, self._asked.up, 0.0),
            down=np.where(part, self._asked.down, 0.0),
            fixed=self._asked.fixed | ~part,
        )
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
        self._withheld |= hidden.withheld
        self._moved.append(hidden.moved)
        self._left_up[whole.needs.up > 0] = 0.0
        self._left_down[(whole.needs.down > 0) & (whole.needs.down >= self._asked.down)] = 0.0

    def meet_what_is_left(self, above: BoolArray) -> None:
        """Meet the needs that no part could. Raises ``NotProtectable``."""
        left = replace(self._asked, up=self._left_up, down=self._left_down, hidden=self._withheld.copy())
        near = replace(left, fixed=self._asked.fixed | ~(self._withheld | above))
        hunt = Hunt(self._model, near, self._cost)
        hunt.meet_while_it_pays(self._search)
        withheld, solved = hunt.withheld(self._model), hunt.programme.solved
        if hunt.unmet():
            withheld, left, more = self._meet_from_anywhere(left, withheld)
            solved += more
        cleaned = clean_up(self._model, left, self._cost, withheld, self._search.effort)
        self._solved += solved + cleaned.solved
        whole = self._in_whole_people(left, cleaned)
        self._withheld |= whole.withheld
        self._moved.append(whole.moves != 0)
        self._down = np.where(self._left_down > 0, whole.needs.down, self._asked.down)
        self._hide_from_insiders(near.fixed & ~self._withheld | self._asked.fixed)

    def _meet_from_anywhere(self, left: Needs, withheld: BoolArray) -> tuple[BoolArray, Needs, int]:
        hunt = Hunt(self._model, replace(left, hidden=withheld), self._cost)
        hunt.meet_while_it_pays(self._search)
        hunt.forgo_what_noughts_give_away()
        hunt.meet_one_by_one(self._search.last_reward)
        return hunt.withheld(self._model), hunt.needs(left), hunt.programme.solved

    def _in_whole_people(self, needs: Needs, cleaned: Cleaned) -> WholeProofs:
        found = cleaned.proofs[:, cleaned.withheld[cleaned.cells]]
        return prove_in_whole_people(self._model, needs, cleaned.withheld, found)

    def _hide_from_insiders(self, fixed: BoolArray) -> None:
        """Look across parts: first at moves near what is withheld, then, for what those leave, at all."""
        for needs in _distinct((replace(self._asked, fixed=fixed), self._asked)):
            moved = np.vstack(self._moved)
            hidden = hidden_from_insiders(self._model, needs, self._cost, self._withheld, moved)
            self._withheld = hidden.withheld
            self._moved = [hidden.moved]


def _distinct(needs: Iterable[Needs]) -> list[Needs]:
    kept: list[Needs] = []
    for each in needs:
        if not any(np.array_equal(each.fixed, other.fixed) for other in kept):
            kept.append(each)
    return kept
