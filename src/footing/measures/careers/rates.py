"""How often something happens to people in a year of their time, and how many times as often to one group as another.

Somebody who is there for three months gives a quarter of a person-year. A rate is what happened over the person-years
in which it could have, so that people who came late or left early are counted for as long as they were there.

**The interval of a rate** takes what happened as a Poisson count and is the score interval, the counterpart of Wilson's
for shares. **The ratio of two rates** is put together over strata, such as grades, by the weights of Mantel and
Haenszel, so that people are compared with others of the same grade; its interval is that of Greenland and Robins on the
log scale. With one stratum both are the plain ratio with its textbook interval.

Sources:

- L. Barker, "A comparison of nine confidence intervals for a Poisson parameter when the expected number of events is
  5 or fewer", The American Statistician 56 (2002), 85-89; the score interval.
- S. Greenland and J. M. Robins, "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41
  (1985), 55-68.
- K. J. Rothman, S. Greenland and T. L. Lash, Modern Epidemiology, third edition (2008), chapter 15.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.tables import Estimate

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Exposure:
    """How often something happened, and over how many days of people's time."""

    happened: int
    days: int

    def __add__(self, other: "Exposure") -> "Exposure":
        """Both together."""
        return Exposure(self.happened + other.happened, self.days + other.days)


def yearly_rate(exposure: Exposure, *, confidence: float = CONFIDENCE) -> Estimate:
    """How often it happened for each 100 person-years; ``NOBODY`` where there was no time in which it could."""
    if exposure.days == 0:
        return NOBODY
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    centre, reach = exposure.happened + z * z / 2, z * sqrt(exposure.happened + z * z / 4)
    hundred_years = exposure.days / DAYS_PER_YEAR / 100
    lower = (centre - reach) / hundred_years if exposure.happened else 0.0
    return Estimate(exposure.happened / hundred_years, lower, (centre + reach) / hundred_years)


def rate_ratio(strata: Sequence[tuple[Exposure, Exposure]], *, confidence: float = CONFIDENCE) -> Estimate:
    """The rate of one group over that of another, compared within each stratum.

    ``NOBODY`` where it never happened to the other group beside the one; no interval where it never happened to the
    one. Strata in which either group has no time say nothing.
    """
    ours = theirs = variance = 0.0
    for one, other in strata:
        both = one + other
        if both.days:
            ours += one.happened * other.days / both.days
            theirs += other.happened * one.days / both.days
            variance += both.happened * (one.days / both.days) * (other.days / both.days)
    if theirs == 0:
        return NOBODY
    if ours == 0:
        return Estimate(0.0)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(variance / (ours * theirs))
    value = log(ours / theirs)
    return Estimate(ours / theirs, exp(value - reach), exp(value + reach))
