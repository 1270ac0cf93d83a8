"""Tables of the odds ratio that is left when more than the requisition is held equal: conditional logistic regression.

Held equal are sex, ethnicity and the day of applying, as far as they are on record, and never what an employer could
answer for, such as who was referred by staff. Holding something equal that is itself unequal by background hides that
part of the gap: the figure is to be read beside the one within requisitions, not in its place.

Categories of few are taken together, so that each term rests on enough who got through and enough who did not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.conditional_logit import Fit, fit
from footing.measures.hiring.design import Compared, design, drawn_evenly, telling
from footing.measures.hiring.layout import TableOf, comparison_note
from footing.measures.hiring.like_for_like import INTERVAL_NOTE, WITHIN_NOTE, compared
from footing.measures.hiring.reduction import (
    DAYS,
    NUMBER,
    REQUISITION,
    grouped,
    numbered,
    of_requisitions,
    places_within,
    with_days,
)
from footing.measures.hiring.stages import OUTCOME, Step
from footing.measures.intervals import CONFIDENCE, NOBODY
from footing.measures.pay.grid import code_numbers
from footing.measures.pay.reduction import integers
from footing.tables import Category, Estimate
from footing.tables.raw import RawTable
from footing.tables.words import listed

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

HELD_EQUAL = ("sex", "ethnicity")
DAYS_PER_WEEK = 7

DRAWN_NOTE = (
    "Where a step has more than {most:,} applications, those of requisitions drawn evenly from the list are compared."
)


@dataclass(frozen=True, slots=True)
class _Rows:
    """One row for each application, sorted by requisition: its outcome, its group, and what is held equal."""

    requisition: IntArray
    outcome: IntArray
    groups: IntArray
    held_equal: tuple[IntArray, ...]
    weeks: FloatArray | None


def adjusted_table(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """The odds ratios with everything held equal that is on record."""
    held = [each for each in HELD_EQUAL if each in setting.people.variables]
    order = [subject.reference, *subject.others]
    rows = _reduce(subject.variable, [group.code for group in order], held, setting)
    fits = {step: _fit(rows, len(order), step, setting) for step in setting.funnel.decisions}

    def figure(step: Step, group: Category) -> Estimate:
        found = fits[step]
        return NOBODY if found is None else _odds_ratio(found, order.index(group) - 1)

    titles = [each.title.lower() for each in setting.breakdowns if each.variable in held]
    words = listed(["requisition", *titles, *(["day of applying"] if rows.weeks is not None else [])])
    most = setting.terms.most_applications
    drawn = (DRAWN_NOTE.format(most=most),) if len(rows.requisition) > most else ()
    notes = (comparison_note(subject), f"Held equal: {words}.", WITHIN_NOTE, *drawn, INTERVAL_NOTE)
    yield from compared(TableOf(subject, "adjusted", "hiring_like_for_like_adjusted", notes), figure, setting)


def _odds_ratio(found: Fit, place: int, confidence: float = CONFIDENCE) -> Estimate:
    centre, error = float(found.coefficients[place]), sqrt(found.covariance[place, place])
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * error
    return Estimate(exp(centre), exp(centre - reach), exp(centre + reach))


def _reduce(variable: str, groups: Sequence[str], held: Sequence[str], setting: Setting) -> _Rows:
    dated = setting.funnel.dated
    applications = of_requisitions(with_days(setting.relation) if dated else setting.relation, variable, groups)
    rows = grouped(applications, [REQUISITION, OUTCOME, variable, *held, *([DAYS] if dated else [])])
    codes = {name: each.codes for name, each in setting.people.variables.items()} | {variable: tuple(groups)}
    columns = [
        numbered(rows[REQUISITION]),
        *(code_numbers(rows[name], codes[name], name) for name in (OUTCOME, variable, *held)),
        *([integers(rows[DAYS])] if dated else []),
    ]
    order = np.lexsort(columns[::-1])
    each_row = np.repeat(order, integers(rows[NUMBER])[order])
    requisition, outcome, group, *rest = (column[each_row] for column in columns)
    weeks = rest.pop().astype(np.float64) / DAYS_PER_WEEK if dated else None
    return _Rows(requisition, outcome, group, tuple(rest), weeks)


def _fit(rows: _Rows, groups: int, step: Step, setting: Setting) -> Fit | None:
    """The regression of one step; ``None`` when there are too few for its terms, or no likeliest coefficients."""
    outcomes = setting.people.variables[OUTCOME]
    withdrawn = {place for code in setting.funnel.within(step) for place in places_within(outcomes, code)}
    entered = np.flatnonzero(np.isin(rows.outcome, list(set(places_within(outcomes, step.of.reached)) - withdrawn)))
    passed = np.isin(rows.outcome, places_within(outcomes, step.to.reached))
    kept = entered[telling(rows.requisition[entered], passed[entered])]
    kept = kept[drawn_evenly(rows.requisition[kept], setting.terms.most_applications)]
    applicants = design(
        Compared(
            requisition=rows.requisition[kept],
            passed=passed[kept],
            groups=rows.groups[kept],
            held_equal=tuple(each[kept] for each in rows.held_equal),
            weeks=None if rows.weeks is None else rows.weeks[kept],
        ),
        groups,
        setting.terms.people_per_term,
    )
    return None if applicants is None else fit(applicants)
