"""Shares of people, in per cent, and how far chance alone could have moved them.

**What an interval speaks of.** Everybody in post was asked, and those in the base answered for themselves: of them a
share is exact, not an estimate. The interval speaks of something wider. It takes them as one draw from all the people
whom the same ways of recruiting, promoting and keeping staff could have brought there (a super-population: Deming and
Stephan 1941), and says which long-run shares would be compatible with that draw. It is what to look at before reading
anything into a difference between two grades or two years. No finite-population correction is made: that would take
the interval to nothing as the response nears 100 %, and answer a question that nobody asks.

**What it leaves out.** People who did not answer, and answers that cannot be grouped. How far they could move a share
does not shrink as numbers grow, so no interval here covers it; the response tables beside every share are there for
that. A benchmark is taken as exact, because few publishers say how uncertain theirs is.

All intervals are two-sided and never leave the range that is possible. Wilson's is used because it keeps its promise
for small bases and for shares near 0 and 100, where the textbook interval fails.

Sources:

- W. E. Deming and F. F. Stephan, "On the interpretation of censuses as samples", Journal of the American Statistical
  Association 36 (1941), 45-49.
- E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
  Statistical Association 22 (1927), 209-212.
- L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
  (2001), 101-133: recommends Wilson's interval for 40 people or fewer, and finds it good for more.
- R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics
  in Medicine 17 (1998), 857-872; method 3.
- R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
  methods", Statistics in Medicine 17 (1998), 873-890; method 10.
"""

from math import hypot, sqrt
from statistics import NormalDist

from footing.tables import Estimate

CONFIDENCE = 0.95
"""How often, in the long run, an interval made this way holds the true share."""

NOBODY = Estimate(None)
"""The share of no people: it does not exist, and has no interval."""


def share_of(part: int, base: int, *, confidence: float = CONFIDENCE) -> Estimate:
    """``part`` of ``base`` people in per cent, with Wilson's score interval; ``NOBODY`` when the base is empty.

    A part of nobody has a lower limit of exactly 0, and a part of everybody an upper limit of exactly 100.
    Raises ``ValueError`` when ``part`` is not between 0 and ``base``.
    """
    _require_part(part, base)
    if base == 0:
        return NOBODY
    found = score_interval(part / base, base, confidence=confidence)
    lower = 0.0 if part == 0 else found.lower
    upper = 100.0 if part == base else found.upper
    return Estimate(found.value, lower, upper)


def score_interval(share: float, base: float, *, confidence: float = CONFIDENCE) -> Estimate:
    """A share, from 0 to 1, of so many people in per cent, with Wilson's score interval.

    ``base`` need be no whole number: that of a weighted share is the effective one.
    """
    z = _critical_value(confidence)
    z_squared = z * z
    centre = (share + z_squared / (2 * base)) / (1 + z_squared / base)
    reach = z / (1 + z_squared / base) * sqrt(share * (1 - share) / base + z_squared / (4 * base * base))
    return Estimate(100 * share, 100 * (centre - reach), 100 * (centre + reach))


def share_less_benchmark(part: int, base: int, *, benchmark_percent: float, confidence: float = CONFIDENCE) -> Estimate:
    """The share less a published percentage that is taken as exact, in percentage points.

    Its limits are Wilson's less the benchmark. ``NOBODY`` when the base is empty; raises as ``share_of`` does.
    """
    share = share_of(part, base, confidence=confidence)
    if share.value is None or share.lower is None or share.upper is None:
        return NOBODY
    return Estimate(share.value - benchmark_percent, share.lower - benchmark_percent, share.upper - benchmark_percent)


def share_difference(
    part: int, base: int, other_part: int, other_base: int, *, confidence: float = CONFIDENCE
) -> Estimate:
    """The share of one group less that of another with nobody in both, in percentage points.

    Newcombe's hybrid score interval without continuity correction: the distances of the two Wilson intervals, squared
    and added. ``NOBODY`` when either base is empty; raises as ``share_of`` does.
    """
    one = share_of(part, base, confidence=confidence)
    return difference_of_shares(one, share_of(other_part, other_base, confidence=confidence))


def difference_of_shares(one: Estimate, other: Estimate) -> Estimate:
    """The same from two shares with their Wilson intervals, in per cent; ``NOBODY`` where one has none."""
    if one.value is None or one.lower is None or one.upper is None:
        return NOBODY
    if other.value is None or other.lower is None or other.upper is None:
        return NOBODY
    difference = one.value - other.value
    return Estimate(
        difference,
        difference - hypot(one.value - one.lower, other.upper - other.value),
        difference + hypot(one.upper - one.value, other.value - other.lower),
    )


def _critical_value(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError("a confidence level lies between 0 and 1, such as 0.95")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _require_part(part: int, base: int) -> None:
    if not 0 <= part <= base:
        raise ValueError("a part lies between nobody and its base")
