"""The hourly pay of each person, as a column of the engine, and who counts.

**With the pay of the period** (``ordinary_pay_pence``, ``pay_period_days`` and ``weekly_hours``), hourly pay is that of
regulation 6 of SI 2017/172: ordinary pay in the period, with the bonus paid in it (``period_bonus_pence``, pro-rated
where it was earned over longer), times 7 over the days of the period, over the hours of the week. The regulation counts
a month as 30.44 days and a year as 365.25.

**With yearly pay alone** (``annual_pay_pence``, for full-time work), it is that pay over 365.25 / 7 weeks, over the
hours of a full-time week: those of the person who works full time, and for anybody else those that the employer states
or, where it states none, the most common hours of those who work full time.

Everybody counts who has hourly pay above nought and is not on reduced or nil pay because of leave (``reduced_pay``):
the full-pay relevant employees of regulation 1. Blank, nought and negative pay or hours, and more hours than a week
has, give no hourly pay.

Hourly pay is held in whole millionths of a penny, so that equal rates are equal and sums are exact.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.pay.reduction import Amounts
from footing.measures.pay.terms import PayTerms

if TYPE_CHECKING:
    import ibis

HOURLY_RATE = "hourly_rate"
MILLIONTHS_PER_PENNY = 1_000_000
MILLIONTHS_PER_POUND = 100 * MILLIONTHS_PER_PENNY
BAND_WIDTH = 10 * MILLIONTHS_PER_PENNY

DAYS_PER_WEEK = 7
DAYS_PER_YEAR = 365.25
HOURS_PER_WEEK = 24 * DAYS_PER_WEEK

ORDINARY_PAY, PERIOD_BONUS, PERIOD_DAYS = "ordinary_pay_pence", "period_bonus_pence", "pay_period_days"
ANNUAL_PAY, WEEKLY_HOURS = "annual_pay_pence", "weekly_hours"
REDUCED_PAY, ON_REDUCED_PAY = "reduced_pay", "Reduced pay"
FULL_TIME, WORKS_FULL_TIME = "full_time", "Full time"

STATUTORY_RULE = (
    "Hourly pay is ordinary pay in the pay period, with bonus paid in it for the same time, times 7, over the days of "
    "the period, over the hours of the week."
)
STATED_HOURS_RULE = (
    "Hourly pay is yearly full-time pay over 365.25 / 7 weeks, over the hours of a full-time week: {hours:g}, or the "
    "person’s own where they work full time."
)
COMMON_HOURS_RULE = (
    "Hourly pay is yearly full-time pay over 365.25 / 7 weeks, over the hours of a full-time week: the person’s own "
    "where they work full time, and otherwise the most common full-time hours here."
)
NO_HOURS_RULE = (
    "Hours are not known, so yearly full-time pay is compared. "
    "Where everybody’s full-time hours are the same, the gap by the hour is the same too."
)


@dataclass(frozen=True, slots=True)
class HourlyPay:
    """People with the column ``hourly_rate``, blank for those who do not count.

    ``in_pounds`` says whether the rate is by the hour; without hours it is by the week of full-time work. ``rule`` says
    in words how it was worked out.
    """

    amounts: Amounts
    in_pounds: bool
    rule: str


def has_pay(people: "ibis.Table") -> bool:
    """Whether hourly pay can be worked out at all."""
    return _has_period_pay(people) or ANNUAL_PAY in people.columns


def hourly_pay(people: "ibis.Table", terms: PayTerms) -> HourlyPay:
    """Give everybody their hourly rate. There must be pay: ask ``has_pay`` first."""
    rate, in_pounds, rule = _period_rate(people) if _has_period_pay(people) else _yearly_rate(people, terms)
    whole = rate.round(0).cast("int64").name(HOURLY_RATE)
    return HourlyPay(Amounts(people.mutate(whole), HOURLY_RATE, BAND_WIDTH), in_pounds, rule)


def _has_period_pay(people: "ibis.Table") -> bool:
    return {ORDINARY_PAY, PERIOD_DAYS, WEEKLY_HOURS} <= set(people.columns)


def _period_rate(people: "ibis.Table") -> tuple["ibis.Value", bool, str]:
    pay = people[ORDINARY_PAY].cast("float64")
    if PERIOD_BONUS in people.columns:
        pay += people[PERIOD_BONUS].cast("float64").fill_null(0.0)
    days = people[PERIOD_DAYS].cast("float64")
    per_week = _full_pay(people, pay) * (DAYS_PER_WEEK * MILLIONTHS_PER_PENNY) / (days > 0).ifelse(days, None)
    return per_week / _possible_hours(people[WEEKLY_HOURS]), True, STATUTORY_RULE


def _yearly_rate(people: "ibis.Table", terms: PayTerms) -> tuple["ibis.Value", bool, str]:
    weeks = DAYS_PER_YEAR / DAYS_PER_WEEK
    per_week = _full_pay(people, people[ANNUAL_PAY]).cast("float64") * (MILLIONTHS_PER_PENNY / weeks)
    hours = terms.full_time_hours or _most_common_full_time_hours(people)
    if hours is None:
        return per_week, False, NO_HOURS_RULE
    rule = STATED_HOURS_RULE.format(hours=hours) if terms.full_time_hours else COMMON_HOURS_RULE
    return per_week / _full_time_hours(people, hours), True, rule


def _full_pay(people: "ibis.Table", pay: "ibis.Value") -> "ibis.Value":
    """The pay of those whose pay counts, before anything is worked out from it; blank for everybody else."""
    counts = pay > 0
    if REDUCED_PAY in people.columns:
        counts &= people[REDUCED_PAY] != ON_REDUCED_PAY
    return counts.ifelse(pay, None)


def _full_time_hours(people: "ibis.Table", otherwise: float) -> "ibis.Value":
    import ibis

    if not {FULL_TIME, WEEKLY_HOURS} <= set(people.columns):
        return ibis.literal(otherwise)
    own = (people[FULL_TIME] == WORKS_FULL_TIME).ifelse(_possible_hours(people[WEEKLY_HOURS]), None)
    return own.fill_null(otherwise)


def _most_common_full_time_hours(people: "ibis.Table") -> float | None:
    """The longer ones where two are equally common; everybody's hours where nobody is said to work full time."""
    if WEEKLY_HOURS not in people.columns:
        return None
    is_full_time = (
        people[FULL_TIME] == WORKS_FULL_TIME if FULL_TIME in people.columns else people[WEEKLY_HOURS].notnull()
    )
    hours = people.mutate(hours=_possible_hours(people[WEEKLY_HOURS]), is_full_time=is_full_time)
    hours = hours.filter(hours["hours"].notnull())
    counted = as_arrow(hours.group_by(["is_full_time", "hours"]).aggregate(people=hours.count())).to_pylist()
    best = max(counted, key=lambda row: (row["is_full_time"], row["people"], row["hours"]), default=None)
    return float(best["hours"]) if best else None


def _possible_hours(hours: "ibis.Value") -> "ibis.Value":
    hours = hours.cast("float64")
    return ((hours > 0) & (hours <= HOURS_PER_WEEK)).ifelse(hours, None)
