"""Two groups, and how many of each got through: the ratio of their rates, the ratio of their odds, and chance.

**The relative rate** is the rate of one group over that of another. Its interval is the score interval, which keeps its
promise for small groups and for nobody getting through, where the usual interval on the log scale fails.

**The odds ratio** compares the odds of getting through. Its interval holds the odds ratios that Fisher's exact test
with the mid-p correction would not reject, so that interval and test never disagree: it leaves one out when the chance
is under 5 per cent.

**The chance** is Fisher's: given how many got through in all, how often a difference at least as large, either way,
would come up if the groups were alike. What was found counts half (mid-p), since counting it whole makes the test
reject too rarely, and the smaller tail is doubled.

Sources:

- P. A. R. Koopman, "Confidence intervals for the ratio of two binomial proportions", Biometrics 40 (1984), 513-517;
  J. J. Gart and J. Nam, Biometrics 44 (1988), 323-338, give the same interval in the form used here.
- R. A. Fisher, The Design of Experiments (1935), chapter 2.
- H. O. Lancaster, "Significance tests in discrete distributions", Journal of the American Statistical Association 56
  (1961), 223-234, for mid-p.
- M. W. Fagerland, S. Lydersen and P. Laake, "Recommended confidence intervals for two independent binomial
  proportions", Statistical Methods in Medical Research 24 (2015), 224-254: recommends these intervals.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, exp, log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.tables import Estimate

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

HALVINGS = 60
"""After so many, a range of a factor of two is narrower than numbers are exact."""
SPREADS = 12
"""So many standard deviations from what was found, nothing that adds to a chance is left."""


def relative_rate(
    passed: int, entered: int, other_passed: int, other_entered: int, *, confidence: float = CONFIDENCE
) -> Estimate:
    """The rate at which a group got through over that of another, with its score interval.

    ``NOBODY`` when a group is empty or nobody of the other got through. Raises ``ValueError`` for more passed than
    entered.
    """
    table = TwoByTwo(passed, entered, other_passed, other_entered)
    if not entered or not other_passed:
        return NOBODY
    ratio = (passed / entered) / (other_passed / other_entered)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    start = ratio or 1 / (entered * other_entered)
    return Estimate(
        ratio,
        _crossing(lambda each: z - table.score(each), start, 0.5) if passed else 0.0,
        _crossing(lambda each: table.score(each) + z, start, 2.0),
    )


def odds_ratio(
    passed: int, entered: int, other_passed: int, other_entered: int, *, confidence: float = CONFIDENCE
) -> Estimate:
    """The odds of getting through of a group over those of another, with the mid-p interval.

    ``NOBODY`` when the odds of the other group are nought or those of either are without limit. Raises as
    ``relative_rate``.
    """
    table = TwoByTwo(passed, entered, other_passed, other_entered)
    if not other_passed or entered == passed:
        return NOBODY
    tail, start = (1 - confidence) / 2, table.middling_odds_ratio
    ways = table.ways()
    return Estimate(
        passed * (other_entered - other_passed) / ((entered - passed) * other_passed),
        _crossing(lambda each: ways.at_least(each) - tail, start, 0.5) if ways.below_is_possible else 0.0,
        _crossing(lambda each: ways.at_most(each) - tail, start, 2.0),
    )


def chance_of_difference(passed: int, entered: int, other_passed: int, other_entered: int) -> Estimate:
    """How often chance alone would give such a difference, in per cent: Fisher's exact test, two-sided mid-p.

    ``NOBODY`` when a group is empty; 100 when everybody or nobody got through. Raises as ``relative_rate``.
    """
    table = TwoByTwo(passed, entered, other_passed, other_entered)
    if not entered or not other_entered:
        return NOBODY
    ways = table.ways()
    return Estimate(100 * min(1.0, 2 * min(ways.at_most(1.0), ways.at_least(1.0))))


@dataclass(frozen=True, slots=True)
class TwoByTwo:
    """How many of two groups entered and passed. Raises ``ValueError`` for more who passed than entered."""

    passed: int
    entered: int
    other_passed: int
    other_entered: int

    def __post_init__(self) -> None:
        if not (0 <= self.passed <= self.entered and 0 <= self.other_passed <= self.other_entered):
            raise ValueError("those who passed lie between nobody and those who entered")

    @property
    def middling_odds_ratio(self) -> float:
        """The odds ratio with half a person added everywhere, so that it is neither nought nor without limit."""
        failed, other_failed = self.entered - self.passed, self.other_entered - self.other_passed
        return (self.passed + 0.5) * (other_failed + 0.5) / ((failed + 0.5) * (self.other_passed + 0.5))

    def score(self, ratio: float) -> float:
        """How many standard errors the rates are from having this ratio, at the likeliest rates that have it."""
        one, other, both = self.entered, self.other_entered, self.passed + self.other_passed
        middle = one * ratio + self.passed + other + self.other_passed * ratio
        root = sqrt(max(middle * middle - 4 * (one + other) * ratio * both, 0.0))
        other_rate = 2 * both / (middle + root)
        rate = min(ratio * other_rate, 1.0)
        variance = rate * (1 - rate) / one + ratio * ratio * other_rate * max(1 - other_rate, 0.0) / other
        difference = self.passed / one - ratio * self.other_passed / other
        return difference / sqrt(variance) if variance > 0 else 0.0

    def ways(self) -> "Ways":
        """In how many ways those who passed could have fallen on the two groups."""
        both = self.passed + self.other_passed
        fewest, most = max(0, both - self.other_entered), min(self.entered, both)
        smallest_margin = min(self.entered, self.other_entered, both, self.entered + self.other_entered - both)
        reach = ceil(SPREADS * (sqrt(smallest_margin) / 2 + 1))
        counts = np.arange(max(fewest, self.passed - reach), min(most, self.passed + reach) + 1, dtype=np.float64)
        fewer = counts[:-1]
        steps = np.log((both - fewer) / (fewer + 1)) + np.log(
            (self.entered - fewer) / (self.other_entered - both + fewer + 1)
        )
        return Ways(np.concatenate([[0.0], np.cumsum(steps)]), counts - self.passed)


@dataclass(frozen=True, slots=True)
class Ways:
    """The logarithm of the number of ways, up to a constant, by how many more of the group pass than were found to.

    Only those near enough to what was found to matter are listed. How many of a group pass is a sum of independent
    trials (its generating function has real roots alone), so that its standard deviation is at most half the root of
    the smallest margin.
    """

    logarithms: FloatArray
    more: FloatArray

    @property
    def below_is_possible(self) -> bool:
        """Whether fewer of the group could have passed."""
        return bool(self.more[0] < 0)

    def at_most(self, odds: float) -> float:
        """The chance of as many as were found or fewer, what was found counted half, at this odds ratio."""
        return self._chance(odds, self.more < 0)

    def at_least(self, odds: float) -> float:
        """The chance of as many as were found or more, what was found counted half."""
        return self._chance(odds, self.more > 0)

    def _chance(self, odds: float, beyond: BoolArray) -> float:
        exponents = self.logarithms + self.more * log(odds)
        weights = np.exp(exponents - exponents.max())
        return float((weights[beyond].sum() + weights[self.more == 0].sum() / 2) / weights.sum())


def _crossing(function: Callable[[float], float], start: float, step: float) -> float:
    """Where a function that falls by factors of ``step`` turns from above nought to below."""
    inside = start
    while function(inside) < 0:
        inside /= step
    outside = inside * step
    while function(outside) >= 0:
        inside, outside = outside, outside * step
    low, high = log(inside), log(outside)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if function(exp(middle)) >= 0 else (low, middle)
    return exp((low + high) / 2)
