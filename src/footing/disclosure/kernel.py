"""The moves that keep every sum: each cell's move as a sum of a few free ones.

Sums that say that cells add up leave few of them free to move on their own. Solving the sums for the others once, by
sparse elimination in whole numbers, makes every later programme small: it has one row for each free cell instead of
one for each sum. Elimination takes the sum with the fewest cells first and solves it for the cell in the fewest sums,
which keeps what is left sparse.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import gcd

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray, Sums, rows_of

_Row = dict[int, int]


@dataclass(frozen=True, slots=True)
class MoveSpace:
    """How far each of ``cells`` moves when the free ones do.

    Cell ``k`` moves by the sum of ``weights × free move`` over ``starts[k]:starts[k + 1]``; ``frees`` numbers the free
    moves from 0 to ``size`` - 1.
    """

    cells: IntArray
    size: int
    starts: IntArray
    frees: IntArray
    weights: FloatArray

    def moves(self, free: FloatArray) -> FloatArray:
        """The move of every cell, from those of the free ones."""
        owners = rows_of(self.starts)
        moved = np.bincount(owners, weights=self.weights * free[self.frees], minlength=len(self.cells))
        return moved.astype(np.float64)


def move_space(sums: Sums, chosen: BoolArray) -> MoveSpace:
    """The moves of the chosen cells that keep every sum while all other cells stay."""
    cells = np.flatnonzero(chosen)
    solved = _Elimination(list(_rows(sums, chosen))).run()
    free_cells = [cell for cell in cells.tolist() if cell not in solved]
    number = {cell: index for index, cell in enumerate(free_cells)}
    moves = _expanded(solved, number)
    each = [moves[cell] if cell in moves else {number[cell]: 1.0} for cell in cells.tolist()]
    return MoveSpace(
        cells=cells,
        size=len(free_cells),
        starts=np.concatenate([[0], np.cumsum([len(move) for move in each])]).astype(np.int64),
        frees=np.array([index for move in each for index in move], dtype=np.int64),
        weights=np.array([weight for move in each for weight in move.values()]),
    )


def _rows(sums: Sums, chosen: BoolArray) -> Iterator[_Row]:
    """What is left of each sum when only the chosen cells move; most sums of a large model have none of them."""
    entries = np.flatnonzero(chosen[sums.columns])
    numbers = np.searchsorted(sums.starts, entries, side="right")
    ends = np.flatnonzero(np.diff(numbers, append=0)) + 1
    columns, signs = sums.columns[entries].tolist(), sums.signs[entries].astype(np.int64).tolist()
    for first, last in pairwise([0, *ends.tolist()]):
        yield dict(zip(columns[first:last], signs[first:last], strict=True))


class _Elimination:
    """Sparse elimination, exact: every row keeps whole numbers."""

    def __init__(self, rows: list[_Row]) -> None:
        self._rows = rows
        self._uses: dict[int, set[int]] = {}
        for index, row in enumerate(rows):
            for cell in row:
                self._uses.setdefault(cell, set()).add(index)
        self._waiting = [(len(row), index) for index, row in enumerate(rows)]
        heapify(self._waiting)

    def run(self) -> dict[int, _Row]:
        """The row that each solved cell was solved from, in the order in which they were solved."""
        solved: dict[int, _Row] = {}
        while self._waiting:
            length, index = heappop(self._waiting)
            row = self._rows[index]
            if length != len(row) or not row:
                continue
            cell = min(row, key=lambda each: (len(self._uses[each]), each))
            solved[cell] = row
            for each in row:
                self._uses[each].discard(index)
            for other in self._uses.pop(cell):
                self._subtract(row, cell, other)
            self._rows[index] = {}
        return solved

    def _subtract(self, row: _Row, cell: int, index: int) -> None:
        """Take as much of ``row`` from another as removes ``cell`` from it."""
        other, pivot = self._rows[index], row[cell]
        times = other.pop(cell) * (pivot if abs(pivot) == 1 else 1)
        if abs(pivot) != 1:
            for each in other:
                other[each] *= pivot
        for each, sign in row.items():
            if each == cell:
                continue
            left = other.get(each, 0) - times * sign
            if left:
                other[each] = left
                self._uses[each].add(index)
            else:
                del other[each]
                self._uses[each].discard(index)
        divisor = gcd(*other.values())
        if divisor > 1:
            self._rows[index] = {each: value // divisor for each, value in other.items()}
        heappush(self._waiting, (len(other), index))


def _expanded(solved: dict[int, _Row], number: dict[int, int]) -> dict[int, dict[int, float]]:
    """Each solved cell's move in terms of free moves, last solved first."""
    moves: dict[int, dict[int, float]] = {}
    for cell, row in reversed(solved.items()):
        move: dict[int, float] = {}
        for each, sign in row.items():
            if each == cell:
                continue
            weight = -sign / row[cell]
            for free, share in (moves[each] if each in moves else {number[each]: 1.0}).items():
                total = move.get(free, 0.0) + weight * share
                if total:
                    move[free] = total
                else:
                    del move[free]
        moves[cell] = move
    return moves
