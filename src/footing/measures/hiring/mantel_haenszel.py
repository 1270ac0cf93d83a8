"""Like with like: two groups compared within each requisition, and the comparisons put together.

Whoever applies for posts that are hard to get is offered fewer of them. Comparing within a requisition leaves that out:
everybody in it was after the same post, at the same time, before the same people. The odds ratio of Mantel and Haenszel
puts the requisitions together, each with the weight that its numbers deserve, and works for many small requisitions as
well as for a few large ones; so does the variance of Robins, Breslow and Greenland. A requisition in which everybody or
nobody got through, or in which one of the groups is missing, says nothing of the difference and has no weight.

Whether one odds ratio can stand for all is tested as Breslow and Day did, with Tarone's correction. The test needs
requisitions with enough people in each; with many small ones it is not made (``HiringTerms``).

Sources:

- N. Mantel and W. Haenszel, "Statistical aspects of the analysis of data from retrospective studies of disease",
  Journal of the National Cancer Institute 22 (1959), 719-748.
- J. Robins, N. Breslow and S. Greenland, "Estimators of the Mantel-Haenszel variance consistent in both sparse data and
  large-strata limiting models", Biometrics 42 (1986), 311-323.
- N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research, volume 1 (1980), section 4.4.
- R. E. Tarone, "On heterogeneity tests based on efficient scores", Biometrika 72 (1985), 91-95.
"""

from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from footing.measures.hiring.chi_square import chi_square_chance
from footing.measures.hiring.terms import HiringTerms
from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.tables import Estimate

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Requisitions:
    """How many of a group and of another passed and did not, in each requisition: four arrays of equal length."""

    passed: FloatArray
    failed: FloatArray
    other_passed: FloatArray
    other_failed: FloatArray

    @property
    def people(self) -> FloatArray:
        """Everybody compared in each requisition."""
        return self.passed + self.failed + self.other_passed + self.other_failed

    def telling(self) -> "Requisitions":
        """Those that say something of the difference: both groups are there, and some passed and some did not."""
        entered, other = self.passed + self.failed, self.other_passed + self.other_failed
        through, out = self.passed + self.other_passed, self.failed + self.other_failed
        return self.only((entered > 0) & (other > 0) & (through > 0) & (out > 0))

    def only(self, chosen: BoolArray) -> "Requisitions":
        """Some of the requisitions."""
        return Requisitions(
            self.passed[chosen], self.failed[chosen], self.other_passed[chosen], self.other_failed[chosen]
        )


def pooled_odds_ratio(requisitions: Requisitions, *, confidence: float = CONFIDENCE) -> Estimate:
    """The odds ratio of Mantel and Haenszel with its interval.

    ``NOBODY`` when it is nought or without limit, which it is when one group always fares as well as it can.
    """
    telling = requisitions.telling()
    one, other = telling.passed * telling.other_failed, telling.failed * telling.other_passed
    people = telling.people
    for_group, for_other = float((one / people).sum()), float((other / people).sum())
    if for_group == 0 or for_other == 0:
        return NOBODY
    agree, differ = (telling.passed + telling.other_failed) / people, (telling.failed + telling.other_passed) / people
    variance = (
        float((agree * one / people).sum()) / (2 * for_group**2)
        + float(((agree * other + differ * one) / people).sum()) / (2 * for_group * for_other)
        + float((differ * other / people).sum()) / (2 * for_other**2)
    )
    centre, reach = log(for_group / for_other), NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(variance)
    return Estimate(for_group / for_other, exp(centre - reach), exp(centre + reach))


def chance_of_unlike_odds(requisitions: Requisitions, terms: HiringTerms) -> Estimate:
    """How often chance alone would make requisitions differ this much if one odds ratio held in all, in per cent.

    ``NOBODY`` with fewer than two telling requisitions, no pooled odds ratio, or too few people in each.
    """
    telling = requisitions.telling()
    pooled = pooled_odds_ratio(telling).value
    if pooled is None or len(telling.people) < 2:
        return NOBODY
    expected = _expected(telling, pooled)
    counts = np.concatenate([expected.passed, expected.failed, expected.other_passed, expected.other_failed])
    if counts.min() < 1 or 100 * float((counts >= terms.usual_expected).mean()) < terms.usual_percent:
        return NOBODY
    return Estimate(100 * chi_square_chance(unlikeness(telling, pooled), len(telling.people) - 1))


def unlikeness(telling: Requisitions, pooled: float) -> float:
    """Tarone's statistic: how far the requisitions are from having one odds ratio."""
    expected = _expected(telling, pooled)
    parts = (expected.passed, expected.failed, expected.other_passed, expected.other_failed)
    variance = 1 / np.add.reduce([1 / part for part in parts])
    difference = telling.passed - expected.passed
    return float((difference**2 / variance).sum() - difference.sum() ** 2 / variance.sum())


def _expected(telling: Requisitions, odds_ratio: float) -> Requisitions:
    """The counts with the same margins that have exactly this odds ratio, in each requisition."""
    entered, through = telling.passed + telling.failed, telling.passed + telling.other_passed
    other_entered = telling.other_passed + telling.other_failed
    middle = other_entered - through + odds_ratio * (entered + through)
    root = np.sqrt(middle**2 + 4 * (1 - odds_ratio) * odds_ratio * entered * through)
    passed = 2 * odds_ratio * entered * through / (middle + root)
    return Requisitions(passed, entered - passed, through - passed, other_entered - through + passed)
