"""Logistic regression of a yes or no on categories, from counts of people who share all of them.

A regression on the combinations of categories with their counts is the regression on the people themselves. It is
fitted by weighted least squares, again and again (J. A. Nelder and R. W. M. Wedderburn, "Generalized linear models",
Journal of the Royal Statistical Society A 135 (1972), 370-384). The design has a column for every category, so that
single coefficients mean nothing; differences between the categories of a variable do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from footing.measures.categorical_design import (
    FloatArray,
    IntArray,
    column_sums,
    cross_products,
    design_columns,
    generalised_inverse,
)

STEPS = 50
PRECISION = 1e-12
"""The deviance has settled when a step changes it by less than this share."""
FURTHEST = 30.0
"""Log-odds are held within this: beyond, all or none say yes, and no number of people tells more."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """Coefficients as logarithms of odds, with their covariance; ``places`` says which columns are a variable's."""

    coefficients: FloatArray
    covariance: FloatArray
    places: Mapping[str, slice]
    deviance: float
    rank: int

    def contrast(self, variable: str, weights: FloatArray) -> tuple[float, float]:
        """A weighted sum of the coefficients of a variable's categories, and its variance."""
        place = self.places[variable]
        covariance = self.covariance[place, place]
        return float(self.coefficients[place] @ weights), max(0.0, float(weights @ covariance @ weights))


def fit(
    codes: Mapping[str, IntArray], sizes: Mapping[str, int], yes: FloatArray, people: FloatArray
) -> Logistic | None:
    """The odds of ``yes`` among ``people`` of each combination of all variables in ``codes``.

    ``sizes`` is the number of categories of each variable. ``None`` where the deviance does not settle.
    """
    variables: Sequence[str] = tuple(codes)
    columns, places, size = design_columns(codes, variables, sizes, len(people))
    log_odds = np.log((yes + 0.5) / (people - yes + 0.5))
    deviance = np.inf
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-log_odds))
        weights = people * chance * (1 - chance)
        inverse, _, rank = generalised_inverse(cross_products(columns, weights, size))
        aimed_at = weights * log_odds + yes - people * chance
        coefficients = inverse @ column_sums(columns, aimed_at, size)
        log_odds = np.clip(coefficients[columns].sum(axis=0), -FURTHEST, FURTHEST)
        before, deviance = deviance, _deviance(log_odds, yes, people)
        if abs(before - deviance) <= PRECISION * (abs(deviance) + 1):
            return Logistic(coefficients, inverse, places, deviance, rank)
    return None


def _deviance(log_odds: FloatArray, yes: FloatArray, people: FloatArray) -> float:
    """Twice how much less likely the counts are than where every combination has a chance of its own."""
    chance = 1 / (1 + np.exp(-log_odds))
    total = 0.0
    for found, expected in ((yes, people * chance), (people - yes, people * (1 - chance))):
        some = found > 0
        total += 2 * float((found[some] * np.log(found[some] / expected[some])).sum())
    return total
