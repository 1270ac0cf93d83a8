"""The weaker promise that statistical offices' quick tools make: no small count follows exactly from the sums.

Nothing is released under it. It is here so that our search can be set beside theirs on their own terms: an outsider
who only adds and subtracts what is shown must not find a small count, but may find that it is at most four.

The counts that are shown span what an outsider can add up to; a small count is given away once it lies in that span.
Cells are shown one by one, those first that are dearest to lose, each unless it would give a small count away. What is
left of a count when all that is shown is taken off is held as a sparse row over the free moves of ``kernel``: the
cell's move while the shown cells stay. Showing a cell takes its row off the others, and would give another away if
their rows are the same but for a factor. Rows are held modulo a large prime: what is equal stays equal, and whether
the small counts can still move is looked at once more, exactly, at the end.

Source: Ø. Langsrud, "Secondary cell suppression by Gaussian elimination", Privacy in Statistical Databases (2024).
"""

from fractions import Fraction

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray
from footing.disclosure.kernel import MoveSpace, move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable

_PRIME = (1 << 61) - 1

_LARGEST_DENOMINATOR = 10_000
"""Moves are whole or simple fractions of free ones; this is far beyond any that sums of counts lead to."""

_Row = dict[int, int]


def withheld_against_recovery(model: CellModel, needs: Needs, cost: FloatArray) -> BoolArray:
    """Which cells to withhold so that no sensitive one is the sum and difference of shown ones.

    Cells of a higher ``cost`` are shown first, and of those of one cost the larger. Raises ``NotProtectable``.
    """
    candidates = np.flatnonzero(model.published & ~needs.fixed & ~needs.hidden)
    order = candidates[np.lexsort((candidates, -model.values[candidates], -cost[candidates]))]
    left = _Left(move_space(model, ~needs.fixed), needs.sensitive)
    withheld = needs.hidden | ~model.published
    withheld[[cell for cell in order.tolist() if not left.shown(cell)]] = True
    space = move_space(model, withheld)
    if needs.sensitive[space.cells[np.diff(space.starts) == 0]].any():
        raise NotProtectable
    return withheld


class _Left:
    """What shown cells leave of all others."""

    def __init__(self, space: MoveSpace, sensitive: BoolArray) -> None:
        self._sensitive = sensitive.tolist()
        self._rows: dict[int, _Row] = {}
        self._cells_with: list[set[int]] = [set() for _ in range(space.size)]
        starts, frees = space.starts.tolist(), space.frees.tolist()
        weights = [_modular(weight) for weight in space.weights.tolist()]
        for place, cell in enumerate(space.cells.tolist()):
            first, last = starts[place], starts[place + 1]
            if first < last:
                self._rows[cell] = dict(zip(frees[first:last], weights[first:last], strict=True))
                for free in frees[first:last]:
                    self._cells_with[free].add(cell)

    def shown(self, cell: int) -> bool:
        """Show a cell unless that gives a sensitive one away; whether it is shown now."""
        row = self._rows.get(cell)
        if row is None:
            return True
        pivot = min(row, key=lambda free: (len(self._cells_with[free]), free))
        for other in self._cells_with[pivot]:
            if self._sensitive[other] and _proportional(row, self._rows[other], pivot):
                return False
        self._take_off(cell, row, pivot)
        return True

    def _take_off(self, cell: int, row: _Row, pivot: int) -> None:
        del self._rows[cell]
        for free in row:
            self._cells_with[free].discard(cell)
        inverse = pow(row[pivot], -1, _PRIME)
        for other in list(self._cells_with[pivot]):
            changed = self._rows[other]
            times = changed[pivot] * inverse % _PRIME
            for free, weight in row.items():
                left = (changed.get(free, 0) - times * weight) % _PRIME
                if left:
                    if free not in changed:
                        self._cells_with[free].add(other)
                    changed[free] = left
                elif free in changed:
                    del changed[free]
                    self._cells_with[free].discard(other)
            if not changed:
                del self._rows[other]


def _modular(weight: float) -> int:
    exact = Fraction(weight).limit_denominator(_LARGEST_DENOMINATOR)
    return exact.numerator * pow(exact.denominator, -1, _PRIME) % _PRIME


def _proportional(row: _Row, other: _Row, pivot: int) -> bool:
    if len(row) != len(other):
        return False
    times = other[pivot] * pow(row[pivot], -1, _PRIME) % _PRIME
    return all(other.get(free) == weight * times % _PRIME for free, weight in row.items())
