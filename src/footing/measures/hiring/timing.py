"""When people apply: days from the first application in a requisition, by background.

A requisition opens, as far as the extract can tell, with the first application anybody made. Applying late can cost a
chance where posts are filled as applications come in. Medians are over all requisitions; the difference in means is
within them, since requisitions are open for different times and draw different people. It is the coefficient of a
regression with a constant for each requisition, and its interval takes requisitions as what varies by chance, so that
no shape of the days within one is assumed (K.-Y. Liang and S. L. Zeger, "Longitudinal data analysis using generalized
linear models", Biometrika 73 (1986), 13-22, with Student's t and one degree of freedom fewer than requisitions).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.layout import INTERVAL_NOTE, TableOf, comparison_note, group_key
from footing.measures.hiring.reduction import (
    DAYS,
    NUMBER,
    REQUISITION,
    grouped,
    numbered,
    of_requisitions,
    with_days,
)
from footing.measures.intervals import NOBODY
from footing.measures.pay.chance import critical_t, middle_ranks
from footing.measures.pay.grid import code_numbers
from footing.measures.pay.reduction import integers
from footing.tables import Estimate, coordinate
from footing.tables.raw import FromValues, RawRow, RawTable

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

OPENING_NOTE = "Days are counted from the first application that anybody made in the requisition, which is day 0."


@dataclass(frozen=True, slots=True)
class Days:
    """How many applications of each group were made on which day, by requisition: one row for each combination."""

    requisition: IntArray
    group: IntArray
    days: IntArray
    number: IntArray


def timing_tables(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """The median day of each group, and how much later others apply than the reference."""
    order = [subject.reference, *subject.others]
    days = _reduce(subject.variable, [group.code for group in order], setting)
    fewest = setting.terms.minimum_applications
    cells = {group: coordinate(**group_key(subject, group)) for group in order}
    medians = TableOf(subject, "days", "hiring_days_after_opening", (OPENING_NOTE, INTERVAL_NOTE))
    rows = [
        RawRow((group.code,), FromValues((cells[group],), cells[group], median_day(days, order.index(group), fewest)))
        for group in subject.groups
    ]
    yield medians.laid_out(setting, (subject.dimension(subject.groups),), rows)
    notes = (comparison_note(subject), "Only applications for the same requisition are compared.", OPENING_NOTE)
    later = TableOf(subject, "days_later", "hiring_days_later", (*notes, INTERVAL_NOTE))
    rows = [
        RawRow(
            (group.code,),
            FromValues((cells[group], cells[subject.reference]), cells[group], days_later(days, place, fewest)),
        )
        for place, group in enumerate(subject.others, start=1)
    ]
    yield later.laid_out(setting, (subject.dimension(subject.others),), rows)


def median_day(days: Days, group: int, fewest: int) -> Estimate:
    """The day by which half a group had applied, with the limits that order statistics give.

    Half way between the middle two of an even number. ``NOBODY`` for fewer than ``fewest`` applications.
    """
    own = days.group == group
    by_day = np.bincount(days.days[own], weights=days.number[own]).astype(np.int64)
    reached, people = np.cumsum(by_day), int(by_day.sum())
    if people < fewest:
        return NOBODY

    def day_of(rank: int) -> float:
        return float(np.searchsorted(reached, rank))

    median = (day_of((people + 1) // 2) + day_of(people // 2 + 1)) / 2
    ranks = middle_ranks(people)
    return Estimate(median, day_of(ranks[0]), day_of(ranks[1])) if ranks else Estimate(median)


def days_later(days: Days, group: int, fewest: int) -> Estimate:
    """How many days later a group applies, on average, than group nought within the same requisition.

    Each requisition weighs as much as its numbers tell: the product of the two groups over their sum. ``NOBODY`` for
    fewer than ``fewest`` of either group in requisitions that have both; no interval for one requisition.
    """
    one, two = _by_requisition(days, group), _by_requisition(days, 0)
    both = (one.people > 0) & (two.people > 0)
    if min(one.people[both].sum(), two.people[both].sum()) < fewest:
        return NOBODY
    people, others = one.people[both], two.people[both]
    weight = people * others / (people + others)
    difference = one.total[both] / people - two.total[both] / others
    later = float((weight * difference).sum() / weight.sum())
    requisitions = len(weight)
    if requisitions < 2:
        return Estimate(later)
    squares = float(((weight * (difference - later)) ** 2).sum()) * requisitions / (requisitions - 1)
    reach = critical_t(requisitions - 1) * sqrt(squares) / float(weight.sum())
    return Estimate(later, later - reach, later + reach)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Applications and the sum of their days, by requisition."""

    people: FloatArray
    total: FloatArray


def _by_requisition(days: Days, group: int) -> _Sums:
    own, size = days.group == group, int(days.requisition.max(initial=-1)) + 1
    requisition, number = days.requisition[own], days.number[own]
    return _Sums(
        np.bincount(requisition, number, size).astype(np.float64),
        np.bincount(requisition, number * days.days[own], size).astype(np.float64),
    )


def _reduce(variable: str, groups: list[str], setting: Setting) -> Days:
    applications = of_requisitions(with_days(setting.relation), variable, groups)
    rows = grouped(applications, [REQUISITION, variable, DAYS])
    return Days(
        requisition=numbered(rows[REQUISITION]),
        group=code_numbers(rows[variable], groups, variable),
        days=integers(rows[DAYS]),
        number=integers(rows[NUMBER]),
    )
