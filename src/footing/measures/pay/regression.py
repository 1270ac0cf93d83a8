"""Least squares on compressed people, with errors that hold when pay varies more in some groups than in others.

The design has a column for every category of every variable, and one for everybody. The columns of a variable add up to
the last, so that single coefficients mean nothing; differences between the categories of a variable do, and the
generalised inverse gives each of them the value that leaving out any one category would. Errors are those of MacKinnon
and White's third kind (HC3), each person's squared residual over (1 - leverage) squared, which keep their promise in
groups of a few dozen better than the first kind: J. S. Long and L. H. Ervin, "Using heteroscedasticity consistent
standard errors in the linear regression model", The American Statistician 54 (2000), 217-224.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from footing.measures.categorical_design import (
    column_sums,
    cross_products,
    design_columns,
    generalised_inverse,
)
from footing.measures.pay.cells import Cells, FloatArray
from footing.measures.pay.grid import IntArray

UNTOLD = 1e-6
"""A contrast is told if what the data identify of it differs from it by less than this share of its largest weight."""

ALONE = 1e-9
"""A person whose leverage is this close to 1 is the only one of a category: they fit exactly and move nobody else."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Coefficients and their covariance by column; ``places`` says which columns are a variable's."""

    coefficients: FloatArray
    covariance: FloatArray
    identified: FloatArray
    """The projection onto what the data can tell: a contrast that it changes cannot be told."""
    places: Mapping[str, slice]
    people: int
    rank: int

    @property
    def degrees_of_freedom(self) -> int:
        """How many people there are beyond those that the coefficients use up."""
        return self.people - self.rank

    def of(self, variable: str) -> FloatArray:
        """The coefficients of a variable's categories."""
        return self.coefficients[self.places[variable]]

    def contrast(self, weights: Mapping[str, FloatArray]) -> FloatArray:
        """A vector of weights of the columns, from weights of the categories of some variables."""
        vector = np.zeros(len(self.coefficients))
        for variable, each in weights.items():
            vector[self.places[variable]] = each
        return vector

    def can_tell(self, contrast: FloatArray) -> bool:
        """Whether the data say anything of a contrast."""
        return bool(np.allclose(self.identified @ contrast, contrast, rtol=0, atol=UNTOLD * np.abs(contrast).max()))

    def value(self, contrast: FloatArray) -> float:
        """The value of a contrast."""
        return float(self.coefficients @ contrast)

    def variance(self, contrast: FloatArray) -> float:
        """The variance of a contrast."""
        return max(0.0, float(contrast @ self.covariance @ contrast))


def regress(cells: Cells, variables: Sequence[str], sizes: Mapping[str, int]) -> Regression:
    """The logarithm of pay on variables with so many categories each. There must be somebody."""
    columns, places, size = design_columns(cells.codes, variables, sizes, len(cells.people))
    middle = cells.total.sum() / cells.people.sum()
    total = cells.total - middle * cells.people
    squares = cells.squares - 2 * middle * cells.total + middle**2 * cells.people
    inverse, identified, rank = generalised_inverse(cross_products(columns, cells.people, size))
    coefficients = inverse @ column_sums(columns, total, size)
    fitted = coefficients[columns].sum(axis=0)
    residual = np.maximum(0.0, squares - 2 * fitted * total + fitted**2 * cells.people)
    meat = cross_products(columns, _by_leverage(residual, _leverage(columns, inverse)), size)
    coefficients[0] += middle
    return Regression(
        coefficients, inverse @ meat @ inverse, identified, places, round(float(cells.people.sum())), rank
    )


def _leverage(columns: IntArray, inverse: FloatArray) -> FloatArray:
    """How far each person of a combination pulls the line towards their own pay."""
    pulled = np.zeros(columns.shape[1])
    for one in range(len(columns)):
        pulled += inverse[columns[one], columns[one]]
        for other in range(one):
            pulled += 2 * inverse[columns[one], columns[other]]
    return pulled


def _by_leverage(residual: FloatArray, leverage: FloatArray) -> FloatArray:
    alone = leverage > 1 - ALONE
    return np.where(alone, 0.0, residual / np.where(alone, 1.0, 1 - leverage) ** 2)
