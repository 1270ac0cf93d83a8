"""Insiders of large sets of cells, looked at one small count after another.

Moves that were found within parts leave most pairs of a count of one and another small count apart: one is moved while
the other stays. For each that they do not, a move is looked for around the small count, of few cells first. Where the
sums let a count follow from the insider's own whatever is withheld, nothing can be done and nothing is tried.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.cleanup import SumsOfHidden
from footing.disclosure.insiders import InsiderSearch, alone, always_together
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs
from footing.disclosure.search import Search
from footing.disclosure.surroundings import Surroundings


class AcrossParts:
    """What is withheld of a large model, and which small counts the moves take that are known to be possible.

    ``moved`` says of each move which of the small counts it takes, in their order, one move a row.
    """

    def __init__(self, model: CellModel, needs: Needs, cost: FloatArray, withheld: BoolArray, moved: BoolArray) -> None:
        self.withheld = withheld
        self._model, self._needs, self._cost, self._moved = model, needs, cost, moved
        self._surroundings = Surroundings(model)
        self._found: list[BoolArray] = []

    def hide_from_insiders(self, search: Search) -> None:
        """Withhold more until nobody alone in a group learns another small count.

        First only withheld cells move, unless those are too many; then ever more cells around each small count.
        """
        pairs = self._pairs()
        within = self.withheld & ~self._needs.fixed
        if pairs and within.sum() <= search.across:
            self._search([(insider, cell) for cell in sorted(pairs) for insider in pairs[cell]], within)
        tied = self._told_whatever_is_withheld(pairs)
        for cell in sorted(pairs):
            self._move_without(cell, [each for each in pairs[cell] if (each, cell) not in tied], search.together)

    def _pairs(self) -> dict[int, list[int]]:
        """For each small count the insiders whose own no known move of it leaves where it is."""
        small = np.flatnonzero(self._needs.sensitive)
        insiders = np.flatnonzero(alone(self._model, self._needs)[small])
        pairs: dict[int, list[int]] = defaultdict(list)
        for insider, cells in always_together(self._moved, insiders):
            for cell in small[cells].tolist():
                pairs[cell].append(int(small[insider]))
        return pairs

    def _told_whatever_is_withheld(self, pairs: dict[int, list[int]]) -> set[tuple[int, int]]:
        """The pairs of which one follows from the other because each sum has one unknown left, whatever is withheld."""
        everything = np.flatnonzero(~self._needs.fixed)
        place = {int(cell): number for number, cell in enumerate(everything)}
        sums, hidden = SumsOfHidden(self._model, everything), np.ones(len(everything), dtype=np.bool_)
        tied = set()
        for insider in sorted({each for insiders in pairs.values() for each in insiders}):
            told = sums.determined_by(place[insider], hidden) - {place[insider]}
            tied |= {(insider, int(everything[each])) for each in told}
        return tied

    def _move_without(self, cell: int, insiders: list[int], most: int) -> None:
        left = self._still_together(cell, insiders)
        for near in self._surroundings.around(cell, most):
            if not left:
                return
            self._search([(insider, cell) for insider in left], near)
            left = self._still_together(cell, left)
        if left:
            self._search([(insider, cell) for insider in left], np.ones(len(self.withheld), dtype=np.bool_))

    def _search(self, pairs: Iterable[tuple[int, int]], moving: BoolArray) -> None:
        within = replace(self._needs, fixed=self._needs.fixed | ~moving)
        search = InsiderSearch(self._model, within, self._cost, self.withheld)
        for insider, cell in pairs:
            if not search.is_moved_without(insider, cell):
                search.move_without(insider, cell)
        self.withheld = search.withheld
        self._found += search.found

    def _still_together(self, cell: int, insiders: Iterable[int]) -> list[int]:
        return [each for each in insiders if not any(found[cell] and not found[each] for found in self._found)]
