"""A design of categories: a column for everybody and one for every category of every variable.

Nobody's row is ever written out. A row of ``columns`` says, for each term, which column of the design is one there and
not nought. The columns of a variable add up to the first, so that the generalised inverse is used.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SINGULAR = 1e-9
"""A direction of the scaled design with less than this share of its largest is taken as none."""


def design_columns(
    codes: Mapping[str, IntArray], variables: Sequence[str], sizes: Mapping[str, int], rows: int
) -> tuple[IntArray, dict[str, slice], int]:
    """The columns that each row is in, the columns of each variable, and how many columns there are."""
    ends = np.cumsum([0, 1, *(sizes[name] for name in variables)])
    places = {name: slice(start, end) for name, (start, end) in zip(("", *variables), pairwise(ends), strict=True)}
    columns = np.stack([np.zeros(rows, dtype=np.int64), *(codes[name] for name in variables)])
    columns += ends[:-1, None]
    return columns, places, int(ends[-1])


def cross_products(columns: IntArray, weights: FloatArray, size: int) -> FloatArray:
    """The design times itself: how much weight each two columns share."""
    shared = np.zeros((size, size))
    for one in range(len(columns)):
        for other in range(one + 1):
            pairs = np.bincount(columns[one] * size + columns[other], weights, minlength=size * size)
            both = pairs.reshape(size, size)
            shared += both if one == other else both + both.T
    return shared


def column_sums(columns: IntArray, weights: FloatArray, size: int) -> FloatArray:
    """The sum of the weights in each column."""
    return np.asarray(sum(np.bincount(column, weights, minlength=size) for column in columns), dtype=np.float64)


def generalised_inverse(cross: FloatArray) -> tuple[FloatArray, FloatArray, int]:
    """The generalised inverse, the projection onto what is identified, and the rank. Empty columns stay at nought."""
    weight = np.sqrt(np.diag(cross))
    scale = np.where(weight > 0, 1 / np.where(weight > 0, weight, 1), 0)
    values, vectors = np.linalg.eigh(scale[:, None] * cross * scale)
    kept = values > SINGULAR * values[-1]
    scaled = (vectors[:, kept] / values[kept]) @ vectors[:, kept].T
    inverse = scale[:, None] * scaled * scale
    return inverse, cross @ inverse, int(kept.sum())
