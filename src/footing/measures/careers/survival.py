"""How long people wait for something, when for some of them the end of the wait is not seen.

Those who leave, change grade another way or are still waiting when the period ends are *lost from sight*: they count
as waiting up to that day, and not after it. The share still waiting is Kaplan and Meier's, with Greenwood's variance
and limits on the scale of log(-log), which never pass 0 or 100 %. Somebody lost on the day on which others reach the
end was still waiting on that day.

Sources:

- E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
  Statistical Association 53 (1958), 457-481.
- M. Greenwood, "The natural duration of cancer", Reports on Public Health and Medical Subjects 33 (1926); the variance.
- J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980); the scale of the limits.
- R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982), 29-41.
"""

from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.tables import Estimate

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]

HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """The waits of one group: for each distinct length in ``days``, rising, how many ``ended`` and were ``lost``."""

    days: IntArray
    ended: IntArray
    lost: IntArray

    @classmethod
    def of(cls, days: IntArray, ended: IntArray, lost: IntArray) -> "Waits":
        """Put waits together that come in any order and with lengths repeated."""
        distinct, place = np.unique(days, return_inverse=True)
        sums = (np.bincount(place, weights=each, minlength=len(distinct)).astype(np.int64) for each in (ended, lost))
        return cls(distinct, *sums)

    @property
    def waiting(self) -> IntArray:
        """How many were still waiting at the start of each of the days."""
        return np.asarray(np.cumsum((self.ended + self.lost)[::-1])[::-1], dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The share ``still_waiting`` after each of the ``days`` on which somebody reached the end.

    ``relative_variance`` is Greenwood's sum: the variance of the share over its square.
    """

    days: IntArray
    still_waiting: FloatArray
    relative_variance: FloatArray

    def reached_by(self, day: int, confidence: float = CONFIDENCE) -> Estimate:
        """The share who reached the end by a day, in per cent; no interval where it is nobody or everybody."""
        place = int(np.searchsorted(self.days, day, side="right")) - 1
        share = float(self.still_waiting[place]) if place >= 0 else 1.0
        if share in (0.0, 1.0):
            return Estimate(100 * (1 - share))
        lower, upper = _limits(share, float(self.relative_variance[place]), confidence)
        return Estimate(100 * (1 - share), 100 * (1 - upper), 100 * (1 - lower))

    def median(self, *, days_per_unit: float, confidence: float = CONFIDENCE) -> Estimate:
        """The first day by which half have reached the end, in units of so many days; none if that day is not seen.

        A limit is missing where its own curve does not come down to half.
        """
        middle = _first(self.days, self.still_waiting)
        if middle is None:
            return NOBODY
        limits = [
            _limits(float(share), float(variance), confidence) if 0 < share < 1 else (float(share), float(share))
            for share, variance in zip(self.still_waiting, self.relative_variance, strict=True)
        ]
        ends = [_first(self.days, np.array([pair[side] for pair in limits])) for side in (0, 1)]
        lower, upper = (end / days_per_unit if end is not None else None for end in ends)
        return Estimate(middle / days_per_unit, lower, upper)


def kaplan_meier(waits: Waits) -> Curve:
    """The curve of one group; it has no days where nobody reached the end."""
    some = waits.ended > 0
    ended, waiting = waits.ended[some].astype(float), waits.waiting[some].astype(float)
    stay = waiting - ended
    with np.errstate(divide="ignore"):  # where nobody is left waiting the variance has no meaning and is not used
        variance = np.cumsum(ended / (waiting * stay))
    return Curve(waits.days[some], np.cumprod(stay / waiting), variance)


def _limits(share: float, relative_variance: float, confidence: float) -> tuple[float, float]:
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(relative_variance) / abs(log(share))
    return exp(log(share) * exp(reach)), exp(log(share) * exp(-reach))


def _first(days: IntArray, shares: FloatArray) -> float | None:
    """The first day on which a falling curve is at half or below."""
    at_half = np.flatnonzero(shares <= HALF)
    return float(days[at_half[0]]) if len(at_half) else None
