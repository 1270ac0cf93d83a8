"""The gap between the pay of two groups, in per cent of the pay of the group that it is compared with.

The gap is (reference less group) divided by reference, as in regulations 8 to 11 of SI 2017/172: above nought when the
group is paid less. The middle of an even number of people is half way between the two in the middle.
"""

from collections.abc import Sequence

from footing.measures.intervals import NOBODY
from footing.measures.pay.chance import (
    Limits,
    LogMean,
    mean_limits,
    mean_ratio_limits,
    middle_ranks,
    ratio_limits,
)
from footing.measures.pay.reduction import GroupPay
from footing.tables import Estimate
from footing.tables.raw import Contribution

MOST_THAT_CONTRIBUTE = 2


def ranks_needed(people: int) -> Sequence[int]:
    """The ranks that the functions here look at: the middle, the limits of the median, and the highest two."""
    if people == 0:
        return ()
    ranks = {(people + 1) // 2, people // 2 + 1, *(middle_ranks(people) or ()), people, max(1, people - 1)}
    return sorted(ranks)


def mean_pay(pay: GroupPay, *, units: int) -> Estimate:
    """The mean with its interval, in ``units`` of the amounts; none of nobody, and no interval of one person."""
    if pay.people == 0:
        return NOBODY
    value = pay.total / (pay.people * units)
    if pay.people == 1:
        return Estimate(value)
    limits = mean_limits(_log_mean(pay))
    return Estimate(value, limits.lower / units, limits.upper / units)


def median_pay(pay: GroupPay, *, units: int) -> Estimate:
    """The median with its interval, in ``units`` of the amounts; none of nobody, and no interval of very few."""
    if pay.people == 0:
        return NOBODY
    value = _twice_the_median(pay) / (2 * units)
    ranks = middle_ranks(pay.people)
    return Estimate(value, pay.ranked[ranks[0]] / units, pay.ranked[ranks[1]] / units) if ranks else Estimate(value)


def mean_gap(group: GroupPay, reference: GroupPay) -> Estimate:
    """The gap between two means; none when either group is empty, and no interval when either is one person."""
    if group.people == 0 or reference.people == 0:
        return NOBODY
    value = _gap(group.total * reference.people, reference.total * group.people)
    if group.people == 1 or reference.people == 1:
        return Estimate(value)
    return _with_limits(value, mean_ratio_limits(_log_mean(group), _log_mean(reference)))


def median_gap(group: GroupPay, reference: GroupPay) -> Estimate:
    """The gap between two medians; none when either group is empty, and no interval when either is very small."""
    if group.people == 0 or reference.people == 0:
        return NOBODY
    value = _gap(_twice_the_median(group), _twice_the_median(reference))
    one, other = _median_limits(group), _median_limits(reference)
    return Estimate(value) if one is None or other is None else _with_limits(value, ratio_limits(one, other))


def contribution(pay: GroupPay, *, units: int) -> Contribution | None:
    """What the best-paid of a group make up of its total, in ``units`` of the amounts."""
    if pay.people == 0:
        return None
    return Contribution(pay.total / units, tuple(amount / units for amount in _highest(pay)))


def worst_contribution(groups: Sequence[GroupPay]) -> Contribution | None:
    """The contribution of a figure that rests on several totals, as shares of a total of 1.

    The largest share of any group stands first and the second largest of any group second, so that a rule which would
    withhold the total of one of the groups withholds the figure too.
    """
    shares = [[amount / pay.total for amount in _highest(pay)] for pay in groups if pay.people]
    if not shares:
        return None
    return Contribution(1.0, tuple(max(each[place] for each in shares) for place in range(MOST_THAT_CONTRIBUTE)))


def _highest(pay: GroupPay) -> tuple[int, int]:
    return pay.ranked[pay.people], pay.ranked[pay.people - 1] if pay.people > 1 else 0


def _twice_the_median(pay: GroupPay) -> int:
    return pay.ranked[(pay.people + 1) // 2] + pay.ranked[pay.people // 2 + 1]


def _median_limits(pay: GroupPay) -> Limits | None:
    ranks = middle_ranks(pay.people)
    return Limits(_twice_the_median(pay) / 2, pay.ranked[ranks[0]], pay.ranked[ranks[1]]) if ranks else None


def _log_mean(pay: GroupPay) -> LogMean:
    mean = pay.total / pay.people
    variance = max(0.0, pay.squares - pay.total * mean) / (pay.people - 1)
    return LogMean.of(pay.people, mean, variance)


def _gap(group: int, reference: int) -> float:
    """Whole numbers are divided once, at the end, so that every engine gives the same last digit."""
    return 100 * (reference - group) / reference


def _with_limits(value: float, ratio: Limits) -> Estimate:
    """A gap falls as the ratio of the group's pay to the reference's rises."""
    return Estimate(value, 100 * (1 - ratio.upper), 100 * (1 - ratio.lower))
