"""The cells around a cell, few first and then ever more.

A small count can mostly be moved by trading people between some few categories of each variable. What such a trade
moves stands in these categories and in the totals above them, and in no others. So around a cell there are the cells of
some categories under its own and of as many beside it, variable by variable: those with most people first, in the
place of its own.
"""

from collections.abc import Iterator

import numpy as np

from footing.disclosure.arrays import BoolArray, IntArray
from footing.disclosure.divisions import Cells, Groups, divisions

_ABSENT = 0
"""The number of the code of a cell that is not divided by a variable."""

_FIRST = 3
"""How many categories of each kind are looked at first; then twice as many, and so on."""


class Surroundings:
    """The categories of every cell of a model, variable by variable, and which are under which."""

    def __init__(self, model: Cells) -> None:
        self._values = model.values
        self._variables = [_Variable(model, variable, groups) for variable, groups in sorted(divisions(model).items())]

    def around(self, cell: int, most: int) -> Iterator[BoolArray]:
        """Ever more cells around one, at most about ``most`` of them, and none twice the same."""
        wide, before = _FIRST, 0
        while True:
            near = np.ones(len(self._values), dtype=np.bool_)
            for place, each in enumerate(self._variables):
                others = (other for other in self._variables[:place] + self._variables[place + 1 :])
                near &= each.near(cell, self._in_place_of(cell, others), wide)
            size = int(near.sum())
            if size > most or size == before:
                return
            yield near
            wide, before = 2 * wide, size

    def _in_place_of(self, cell: int, others: "Iterator[_Variable]") -> IntArray:
        """The cells that have the same code as one of every other variable."""
        alike = np.ones(len(self._values), dtype=np.bool_)
        for each in others:
            alike &= each.codes == each.codes[cell]
        return np.flatnonzero(alike)


class _Variable:
    """The codes of one variable, as numbers."""

    def __init__(self, model: Cells, variable: str, groups: Groups) -> None:
        names = sorted({code for codes in groups.values() for code in codes} | {code for code in groups if code})
        number = {code: place for place, code in enumerate(names, start=1)}
        self.codes = np.array([number.get(dict(each).get(variable, ""), _ABSENT) for each in model.coordinates])
        self._values = model.values
        self._above: list[set[int]] = [set() for _ in range(len(names) + 1)]
        for whole, codes in groups.items():
            for code in codes:
                self._above[number[code]].add(number[whole] if whole else _ABSENT)
        for place in range(1, len(names) + 1):
            self._above[place] = self._all_above(place)
        self._leaves = [number[code] for code in names if code not in groups]

    def near(self, cell: int, in_its_place: IntArray, wide: int) -> BoolArray:
        """The cells of ``wide`` categories under that of a cell, of as many beside it, and of all above these."""
        own = int(self.codes[cell])
        people = np.zeros(len(self._above))
        np.add.at(people, self.codes[in_its_place], self._values[in_its_place])
        beside = self._above[own] - {_ABSENT}
        order = sorted(self._leaves, key=lambda leaf: (-len(beside & self._above[leaf]), -people[leaf], leaf))
        under = [leaf for leaf in order if leaf == own or own in self._above[leaf]]
        apart = [leaf for leaf in order if leaf != own and own not in self._above[leaf]]
        chosen = np.zeros(len(self._above), dtype=np.bool_)
        chosen[_ABSENT] = True
        for leaf in (*under[:wide], *apart[:wide]):
            chosen[[leaf, *self._above[leaf]]] = True
        return np.asarray(chosen[self.codes])

    def _all_above(self, code: int) -> set[int]:
        found, waiting = set[int](), [code]
        while waiting:
            for each in self._above[waiting.pop()] - found:
                found.add(each)
                waiting.append(each)
        return found
