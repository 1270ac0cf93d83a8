"""How far the people whose background is not known could move a share.

Three numbers say it: ``part`` people of a group among ``known`` people whose background is known, and ``asked`` people
in all. Those who are known to be ``elsewhere``, such as people who went to school outside the country, are in no share.

**Worst-case bounds** assume nothing. At one end nobody whose background is not known is of the group, at the other all
of them are. That some of them might be in no share changes neither end: both are reached where all of them are in it.

**Plausible bounds** assume that people of the group are at most so many times as likely, in odds, to be found among
those whose background is not known as among the others, and at least one over that.

**The tipping point** turns the question round: how many times the odds would they have to have, for the share of
everybody to be no other than a benchmark?

None of these is a confidence interval. They hold for these people, however many there are.

Sources:

- C. F. Manski, "Nonparametric bounds on treatment effects", American Economic Review 80 (1990), 319-323; Partial
  Identification of Probability Distributions (2003), chapter 1.
- D. B. Rubin, "Formalizing subjective notions about the effect of nonrespondents in sample surveys", Journal of the
  American Statistical Association 72 (1977), 538-543.
- R. J. A. Little and D. B. Rubin, Statistical Analysis with Missing Data (third edition, 2019), chapter 15.
"""

from footing.measures.intervals import NOBODY
from footing.tables import Estimate


def worst_case(part: int, known: int, asked: int, *elsewhere: int) -> Estimate:
    """The share among those known, between the least and the most that the share of everybody can be, in per cent.

    ``NOBODY`` where no background is known.
    """
    unknown = _unknown(known, asked, elsewhere)
    if known == 0:
        return NOBODY
    everybody = known + unknown
    return Estimate(100 * part / known, 100 * part / everybody, 100 * (part + unknown) / everybody)


def plausible(part: int, known: int, asked: int, *elsewhere: int, odds_factor: float) -> Estimate:
    """The share among those known, between what it is with the odds of the others divided and multiplied by a factor.

    ``NOBODY`` where no background is known.
    """
    unknown = _unknown(known, asked, elsewhere)
    if known == 0:
        return NOBODY
    low, high = (_with_odds(part, known, unknown, factor) for factor in (1 / odds_factor, odds_factor))
    return Estimate(100 * part / known, low, high)


def tipping_point(part: int, known: int, asked: int, *elsewhere: int, benchmark_percent: float) -> Estimate:
    """How many times the odds of the others would make the share of everybody equal to the benchmark.

    ``NOBODY`` where no odds would, or where those known are all of the group or none is.
    """
    unknown = _unknown(known, asked, elsewhere)
    needed = benchmark_percent / 100 * (known + unknown) - part
    if not 0 < part < known or not 0 < needed < unknown:
        return NOBODY
    return Estimate(needed / (unknown - needed) * (known - part) / part)


def _with_odds(part: int, known: int, unknown: int, factor: float) -> float:
    """The share of everybody, in per cent, where those not known have ``factor`` times the odds of the others."""
    chance = factor * part / (factor * part + known - part)
    return 100 * (part + unknown * chance) / (known + unknown)


def _unknown(known: int, asked: int, elsewhere: tuple[int, ...]) -> int:
    """How many may be of any group. Counts as an outsider sees them, rounded, need not add up: never below nought."""
    return max(0, asked - known - sum(elsewhere))
