"""Moves that prove needs: each shows that some cells could be as many more, or fewer, as the policy asks."""

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.disclosure.solver import TOLERANCE

_FIRST_ROOM = 64


class Proofs:
    """A store of moves over the same cells: which cells each moves, and which needs it meets."""

    def __init__(self, up: FloatArray, down: FloatArray) -> None:
        self._up, self._down = up, down
        self._count = 0
        self._moves = np.zeros((_FIRST_ROOM, len(up)))
        self._uses = np.zeros((_FIRST_ROOM, len(up)), dtype=np.bool_)
        self._meets = np.zeros((_FIRST_ROOM, 2 * len(up)), dtype=np.bool_)

    def __len__(self) -> int:
        return self._count

    @property
    def moves(self) -> FloatArray:
        """The moves, one a row."""
        return self._moves[: self._count]

    def add(self, move: FloatArray) -> None:
        """Take in a move."""
        if self._count == len(self._moves):
            self._moves, self._uses, self._meets = (
                np.concatenate([each, np.zeros_like(each)]) for each in (self._moves, self._uses, self._meets)
            )
        self._moves[self._count] = move
        self._uses[self._count] = np.abs(move) > TOLERANCE
        self._meets[self._count, : len(move)] = (self._up > 0) & (move >= self._up - TOLERANCE)
        self._meets[self._count, len(move) :] = (self._down > 0) & (move <= TOLERANCE - self._down)
        self._count += 1

    def without(self, cells: IntArray) -> BoolArray:
        """Which moves leave the cells where they are."""
        used = np.asarray(self._uses[: self._count, cells].any(axis=1))
        return ~used

    def unmet(self, moves: BoolArray) -> tuple[BoolArray, BoolArray]:
        """The needs upwards and downwards that none of the marked moves meets."""
        met = np.asarray(self._meets[: self._count][moves].any(axis=0))
        size = len(self._up)
        return (self._up > 0) & ~met[:size], (self._down > 0) & ~met[size:]

    def keep(self, moves: BoolArray) -> None:
        """Forget all but the marked moves."""
        kept = np.flatnonzero(moves)
        for each in (self._moves, self._uses, self._meets):
            each[: len(kept)] = each[kept]
        self._count = len(kept)

    def fewest(self) -> FloatArray:
        """Few of the moves that together meet all that the store meets: the one that adds most first."""
        left = np.asarray(self._meets[: self._count].any(axis=0))
        chosen: list[int] = []
        while left.any():
            gains = (self._meets[: self._count] & left).sum(axis=1)
            chosen.append(int(gains.argmax()))
            left &= ~self._meets[chosen[-1]]
        return self._moves[chosen]
