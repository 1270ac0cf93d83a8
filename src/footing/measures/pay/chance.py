"""How far chance alone could have moved a mean, a median or the ratio of two of them.

An interval speaks of the same long run as those of shares (``footing.measures.intervals``): the people in post are
taken as one draw from all whom the same ways of recruiting, promoting and paying could have brought there.

**Means.** The ratio of two means is put on the log scale, where its standard error follows from the two variances (the
delta method), with the degrees of freedom of Welch and Satterthwaite. The two variances need not be equal, and the
limits of a gap never pass 100 per cent.

**Medians.** Each median has the limits that its own order statistics give: no shape of the pay distribution is assumed,
and the chance of the limits is the binomial distribution's. The limits of the ratio are found from those of the two
medians by adding squared distances on the log scale (the method of variance estimates recovery). Pay comes in pay
points, so that many people share one rate; the usual formulas, which guess a density at the median, then fail.

Sources:

- D. G. Bonett and R. M. Price, "Confidence intervals for ratios of means and medians", Journal of Educational and
  Behavioral Statistics 45 (2020), 750-770; for means.
- H. A. David and H. N. Nagaraja, Order Statistics, third edition (2003), section 7.1; for one median.
- G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general approach", Statistics in
  Medicine 27 (2008), 1693-1702; for their ratio.
"""

from dataclasses import dataclass
from functools import cache
from math import comb, exp, floor, hypot, lgamma, log, pi, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from footing.measures.intervals import CONFIDENCE

FloatArray = NDArray[np.float64]

COUNTED_ONE_BY_ONE = 1_000
"""Up to this many people the binomial distribution is added up; beyond, the normal one is less than a rank away."""

_POINTS, _WEIGHTS = np.polynomial.legendre.leggauss(64)
NEWTON_STEPS = 50
PRECISION = 1e-13
STIRLING_FROM = 500
"""From here on Stirling's series of the gamma function is more exact than the difference of two large logarithms."""


@cache
def middle_ranks(people: int, confidence: float = CONFIDENCE) -> tuple[int, int] | None:
    """The ranks, counted from 1, of the two people whose pay is the interval of the median.

    ``None`` when even the lowest and the highest are not far enough apart: five people at 95 per cent.
    """
    tail = (1 - confidence) / 2
    if people <= COUNTED_ONE_BY_ONE:
        lower, chance = 0, 0.0
        while (chance := chance + comb(people, lower) / 2**people) <= tail:
            lower += 1
    else:
        lower = floor(people / 2 - NormalDist().inv_cdf(1 - tail) * sqrt(people) / 2 + 0.5)
    return (lower, people - lower + 1) if lower >= 1 else None


def critical_t(degrees_of_freedom: float, confidence: float = CONFIDENCE) -> float:
    """How many standard errors a two-sided interval reaches to each side (Student's t).

    Solved by Newton's method; the area under the density is added up at Gauss-Legendre points.
    """
    points, weights = (_POINTS + 1) / 2, _WEIGHTS / 2
    constant = _log_density_at_nought(degrees_of_freedom)

    def density(t: FloatArray | float) -> FloatArray:
        return np.exp(constant - (degrees_of_freedom + 1) / 2 * np.log1p(np.square(t) / degrees_of_freedom))

    t = NormalDist().inv_cdf((1 + confidence) / 2)
    for _ in range(NEWTON_STEPS):
        step = (confidence / 2 - t * float(weights @ density(t * points))) / float(density(t))
        t += step
        if abs(step) < PRECISION * t:
            break
    return t


def _log_density_at_nought(degrees_of_freedom: float) -> float:
    half = degrees_of_freedom / 2
    if half > STIRLING_FROM:
        return -log(2 * pi) / 2 - 1 / (8 * half) + 1 / (192 * half**3)
    return lgamma(half + 0.5) - lgamma(half) - log(degrees_of_freedom * pi) / 2


@dataclass(frozen=True, slots=True)
class LogMean:
    """The logarithm of a mean, how uncertain it is and on how many degrees of freedom that rests."""

    value: float
    variance: float
    degrees_of_freedom: int

    @classmethod
    def of(cls, people: int, mean: float, variance: float) -> "LogMean":
        """From the mean and the sample variance of at least two people's positive pay."""
        return cls(log(mean), variance / (people * mean * mean), people - 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """A value with its lower and upper limit."""

    value: float
    lower: float
    upper: float


def mean_limits(mean: LogMean, confidence: float = CONFIDENCE) -> Limits:
    """The mean with its limits."""
    reach = critical_t(mean.degrees_of_freedom, confidence) * sqrt(mean.variance)
    return Limits(exp(mean.value), exp(mean.value - reach), exp(mean.value + reach))


def mean_ratio_limits(one: LogMean, other: LogMean, confidence: float = CONFIDENCE) -> Limits:
    """The ratio of two means of different people with its limits."""
    difference, variance = one.value - other.value, one.variance + other.variance
    if variance == 0:
        return Limits(exp(difference), exp(difference), exp(difference))
    parts = (one.variance**2 / one.degrees_of_freedom, other.variance**2 / other.degrees_of_freedom)
    reach = critical_t(variance**2 / sum(parts), confidence) * sqrt(variance)
    return Limits(exp(difference), exp(difference - reach), exp(difference + reach))


def ratio_limits(one: Limits, other: Limits) -> Limits:
    """The ratio of two positive figures, each with limits of its own, found from different people."""
    difference = log(one.value) - log(other.value)
    below = hypot(log(one.value / one.lower), log(other.upper / other.value))
    above = hypot(log(one.upper / one.value), log(other.value / other.lower))
    return Limits(exp(difference), exp(difference - below), exp(difference + above))
