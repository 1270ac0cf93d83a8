"""Raking: weights that make the people whose background is known as like all staff as their records allow.

Weights are brought into line with one margin after the other, again and again, until nothing moves: iterative
proportional fitting. A weight that grows beyond the largest allowed is cut down in each sweep, so that a few people do
not speak for many; margins are then met as nearly as that allows.

**What weighting costs** is said by the design effect, 1 plus the squared coefficient of variation of the weights: so
many times as large is the variance of a share, at most, and as many times fewer people, the *effective base*, would
have said as much unweighted.

Sources:

- W. E. Deming and F. F. Stephan, "On a least squares adjustment of a sampled frequency table when the expected marginal
  totals are known", Annals of Mathematical Statistics 11 (1940), 427-444.
- L. Kish, Survey Sampling (1965), section 11.7; "Weighting for unequal Pi", Journal of Official Statistics 8 (1992),
  183-200.
- D. Izrael, M. P. Battaglia and M. R. Frankel, "Extreme survey weight adjustment as a component of sample balancing
  (a.k.a. raking)", SAS Global Forum (2009), for cutting weights within the sweeps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from footing.measures.categorical_design import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Margin:
    """One characteristic: the place of each row's category, and how many people there are to be in each category."""

    places: IntArray
    people: FloatArray


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each row of people alike, 1 on average, and how far a margin is missed at most, as a share."""

    of_rows: FloatArray
    people: FloatArray
    furthest_off: float

    @property
    def design_effect(self) -> float:
        """How many times as large weighting makes a variance: people times the sum of squares over the squared sum."""
        total, squares = self._sum(self.of_rows), self._sum(self.of_rows**2)
        return float(self.people.sum()) * squares / total**2

    @property
    def effective_base(self) -> float:
        """How many people would have said as much unweighted."""
        return float(self.people.sum()) / self.design_effect

    @property
    def coefficient_of_variation(self) -> float:
        """The standard deviation of the weights over their mean."""
        return sqrt(max(0.0, self.design_effect - 1))

    @property
    def smallest(self) -> float:
        """The smallest weight of anybody."""
        return float(self.of_rows[self.people > 0].min())

    @property
    def largest(self) -> float:
        """The largest weight of anybody."""
        return float(self.of_rows[self.people > 0].max())

    def share(self, part: FloatArray) -> float:
        """The weighted share of a part of the people of each row."""
        return self._sum_of(part) / self._sum(self.of_rows)

    def _sum_of(self, part: FloatArray) -> float:
        return float((self.of_rows * part).sum())

    def _sum(self, weights: FloatArray) -> float:
        return float((weights * self.people).sum())


def rake(
    people: FloatArray, margins: Sequence[Margin], *, largest: float, sweeps: int, settled: float
) -> Weights | None:
    """Weights for rows of ``people`` alike, so that each margin adds up to its shares.

    A category of a margin that holds nobody is left as it is. ``largest`` is how many times the average a weight may
    be. ``None`` where the weights still move by more than ``settled`` of themselves after so many ``sweeps``.
    """
    weights = np.ones(len(people))
    everybody = people.sum()
    for _ in range(sweeps):
        before = weights
        for margin in margins:
            weights = weights * _factors(weights * people, margin, everybody)[margin.places]
        weights = np.minimum(weights, largest)
        if np.abs(weights / before - 1).max(initial=0) <= settled:
            off = max((_furthest_off(weights * people, margin) for margin in margins), default=0.0)
            return Weights(weights * everybody / (weights * people).sum(), people, off)
    return None


def _factors(weighted: FloatArray, margin: Margin, everybody: float) -> FloatArray:
    found = np.bincount(margin.places, weighted, minlength=len(margin.people))
    wanted = margin.people / margin.people.sum() * everybody
    # Nobody can be weighted in a category that holds nobody, such as a grade that is listed and not filled.
    factors: FloatArray = np.divide(wanted, found, out=np.ones_like(wanted), where=found > 0)
    return factors


def _furthest_off(weighted: FloatArray, margin: Margin) -> float:
    found = np.bincount(margin.places, weighted, minlength=len(margin.people))
    return float(np.abs(found / found.sum() - margin.people / margin.people.sum()).max())
