"""What the tables on pay should say, from one row per person and nothing but loops, fractions and scipy.

Written apart from the measures, and slowly on purpose: pay by the hour is an exact fraction, averages come from sorted
lists, quarters are filled one person at a time, and the limits of an interval come from scipy's distributions.
"""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from scipy import stats

BASE = ("professional", "intermediate", "lower")
EVERYONE = (*BASE, "not_known", "prefer_not_to_say", "not_answered")
COMPARISONS = {
    "lower_v_professional": (("lower",), ("professional",)),
    "lower_v_professional_or_intermediate": (("lower",), ("professional", "intermediate")),
    "lower_v_intermediate": (("lower",), ("intermediate",)),
    "intermediate_v_professional": (("intermediate",), ("professional",)),
}
HOURS = 37
FEWEST = 10

Person = Mapping[str, Any]
Figure = tuple[float | None, float | None, float | None]
NOTHING: Figure = (None, None, None)


def hourly(person: Person) -> Fraction | None:
    """In pence; nobody works full time by name, so that everybody's pay is for the stated hours."""
    pay = person["annual_pay_pence"]
    return Fraction(pay) * 7 / Fraction("365.25") / HOURS if pay is not None and pay > 0 else None


def bonus(person: Person) -> Fraction | None:
    paid = person["bonus_pence"]
    return Fraction(paid) if paid is not None and paid > 0 else None


def amounts(people: Sequence[Person], backgrounds: Sequence[str], amount, **place: str) -> list[Fraction]:
    """The amounts of those of these backgrounds who share the categories of a place, lowest first."""
    found = []
    for person in people:
        here = person["parental_occupation"] in backgrounds and all(
            category in ("*", person[variable]) for variable, category in place.items()
        )
        paid = amount(person)
        if here and paid is not None:
            found.append(paid)
    return sorted(found)


def mean(pay: Sequence[Fraction]) -> Fraction:
    return sum(pay, Fraction(0)) / len(pay)


def median(pay: Sequence[Fraction]) -> Fraction:
    middle = len(pay) // 2
    return pay[middle] if len(pay) % 2 else (pay[middle - 1] + pay[middle]) / 2


def mean_gap(group: Sequence[Fraction], reference: Sequence[Fraction]) -> Figure:
    if len(group) < FEWEST or len(reference) < FEWEST:
        return NOTHING
    gap = float(100 * (mean(reference) - mean(group)) / mean(reference))
    parts = []
    for pay in (group, reference):
        variance = sum((each - mean(pay)) ** 2 for each in pay) / (len(pay) - 1)
        parts.append((float(variance / len(pay) / mean(pay) ** 2), len(pay) - 1))
    spread = sum(part for part, _ in parts)
    if spread == 0:
        return gap, gap, gap
    freedom = spread**2 / sum(part**2 / free for part, free in parts)
    reach = stats.t.ppf(0.975, freedom) * math.sqrt(spread)
    ratio = float(mean(group) / mean(reference))
    return gap, 100 * (1 - ratio * math.exp(reach)), 100 * (1 - ratio * math.exp(-reach))


def median_gap(group: Sequence[Fraction], reference: Sequence[Fraction]) -> Figure:
    if len(group) < FEWEST or len(reference) < FEWEST:
        return NOTHING
    gap = float(100 * (median(reference) - median(group)) / median(reference))
    below, above = [], []
    for pay, turned in ((group, False), (reference, True)):
        rank = 1
        while stats.binom.cdf(rank, len(pay), 0.5) <= 0.025:
            rank += 1
        low = math.log(median(pay) / pay[rank - 1])
        high = math.log(pay[len(pay) - rank] / median(pay))
        below.append(high if turned else low)
        above.append(low if turned else high)
    ratio = float(median(group) / median(reference))
    return gap, 100 * (1 - ratio * math.exp(math.hypot(*above))), 100 * (1 - ratio * math.exp(-math.hypot(*below)))


def quarters(people: Sequence[Person]) -> dict[tuple[str, str], int]:
    """How many of each background are in each quarter, filling one quarter after the other."""
    names = ["lower_quarter", "lower_middle_quarter", "upper_middle_quarter", "upper_quarter"]
    paid = [(hourly(person), person["parental_occupation"]) for person in people if hourly(person) is not None]
    size, rest = divmod(len(paid), 4)
    room = [size + (rest >= 1), size + (rest == 3), size + (rest >= 2), size]
    counts = dict.fromkeys(((name, background) for name in names for background in EVERYONE), 0)
    quarter = 0
    for rate in sorted({rate for rate, _ in paid}):
        waiting = [background for one, background in paid if one == rate]
        while waiting:
            while room[quarter] == 0:
                quarter += 1
            for background in _drawn(waiting, min(room[quarter], len(waiting))):
                waiting.remove(background)
                counts[names[quarter], background] += 1
                room[quarter] -= 1
    return counts


def _drawn(waiting: list[str], number: int) -> list[str]:
    """So many of those who wait, each background in proportion; the last places by the largest fraction left over."""
    fair = {background: Fraction(waiting.count(background) * number, len(waiting)) for background in EVERYONE}
    drawn = [background for background, share in fair.items() for _ in range(math.floor(share))]
    by_fraction = sorted(EVERYONE, key=lambda each: (math.floor(fair[each]) - fair[each], EVERYONE.index(each)))
    return drawn + by_fraction[: number - len(drawn)]
