"""The arrays that models and programmes share."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


class Sums(Protocol):
    """Sparse rows that each come to nought: row ``r`` is ``signs × cell`` over ``columns[starts[r]:starts[r + 1]]``."""

    @property
    def starts(self) -> IntArray:
        """Where each row begins, and after them where the last ends."""

    @property
    def columns(self) -> IntArray:
        """The cell of each entry."""

    @property
    def signs(self) -> FloatArray:
        """+1 or −1 for each entry."""


def rows_of(starts: IntArray) -> IntArray:
    """The number of the row that each entry of a sparse matrix is in; row ``r`` is ``starts[r]:starts[r + 1]``."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))
