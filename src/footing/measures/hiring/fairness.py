"""How groups fare at each step beside each other: impact ratio, relative rate, odds ratio, and what chance would do.

**The impact ratio** holds the rate of each group against that of the group with the highest. It is the figure of the
four-fifths rule of the United States, under which a ratio below 0.80 is looked into. The rule has no legal force in the
United Kingdom. With few applications it is often broken by chance alone, and with many a ratio of 0.90 can be no chance
at all, so that it is never shown without an interval, and the chance stands beside it.

**The relative rate** (relative rate index) and **the odds ratio** compare each group with the same one throughout, the
most advantaged. What these figures are and where they come from is in ``two_by_two``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.layout import (
    INTERVAL_NOTE,
    STEP,
    WITHDRAWN_NOTE,
    TableOf,
    comparison_note,
    group_key,
    step_cells,
    steps_dimension,
)
from footing.measures.hiring.terms import HiringTerms
from footing.measures.hiring.two_by_two import chance_of_difference, odds_ratio, relative_rate
from footing.measures.intervals import NOBODY
from footing.measures.tabulation import Key, rows_of
from footing.tables import Estimate
from footing.tables.raw import FromCounts, RawTable

FOUR_FIFTHS_NOTE = (
    "In the United States a ratio under 0.80 (four-fifths) is looked into. The rule has no legal force in the United "
    "Kingdom; with few applications chance alone often breaks it, and a ratio above it does not show that all is fair."
)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A figure of two groups: the last part of its tables' ids, its definition, how it is worked out, its note."""

    ending: str
    measure: str
    estimate: Callable[..., Estimate]
    note: str


_COMPARISONS = (
    _Comparison("relative_rate", "hiring_relative_rate", relative_rate, INTERVAL_NOTE),
    _Comparison("odds_ratio", "hiring_odds_ratio", odds_ratio, INTERVAL_NOTE),
    _Comparison(
        "chance",
        "hiring_chance_of_difference",
        chance_of_difference,
        "Under 5 %, chance alone is an unlikely explanation. Of twenty such figures one is under 5 % by chance.",
    ),
)


def fairness_tables(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """The impact ratios and the comparisons of one question at every step."""
    yield _impact_ratios(subject, setting)
    for comparison in _COMPARISONS:
        yield _compared(comparison, subject, setting)


def impact_ratio(*counts: int, place: int, terms: HiringTerms) -> Estimate:
    """The rate of the group at ``place``, from nought, over the highest rate of any group.

    ``counts`` are those who got through and those who entered, for each group in turn. Groups that are too small a part
    of all who entered are left out. ``NOBODY`` for such a group, when fewer than two groups are left, and when nobody
    got through. The group with the highest rate, the first of several, has no interval.
    """
    groups = list(zip(counts[::2], counts[1::2], strict=True))
    everybody = sum(entered for _, entered in groups)
    large = [
        (through / entered, -number)
        for number, (through, entered) in enumerate(groups)
        if entered and 100 * entered >= terms.smallest_group_percent * everybody
    ]
    if len(large) < 2 or not max(large)[0] or place not in [-number for _, number in large]:
        return NOBODY
    highest = -max(large)[1]
    return Estimate(1.0) if place == highest else relative_rate(*groups[place], *groups[highest])


def _impact_ratios(subject: Subject, setting: Setting) -> RawTable:
    steps = {step.category.code: step for step in setting.funnel.all_steps}
    dimensions = (steps_dimension(steps.values()), subject.dimension(subject.groups))
    places = {group.code: place for place, group in enumerate(subject.groups)}

    def figure(key: Key) -> FromCounts:
        step = steps[key[STEP]]
        cells = tuple(chain.from_iterable(step_cells(step, group_key(subject, group)) for group in subject.groups))
        place = places[key[subject.variable]]
        estimate = partial(impact_ratio, place=place, terms=setting.terms)
        return FromCounts(cells=cells, base=cells[2 * place + 1], estimate=estimate)

    small = f"Groups under {setting.terms.smallest_group_percent:g} % of those who entered a step are left out."
    notes = ("Each group is held against the one with the highest rate.", FOUR_FIFTHS_NOTE, small, WITHDRAWN_NOTE)
    table = TableOf(subject, "impact_ratio", "hiring_impact_ratio", (*notes, INTERVAL_NOTE))
    return table.laid_out(setting, dimensions, rows_of(dimensions, figure))


def _compared(comparison: _Comparison, subject: Subject, setting: Setting) -> RawTable:
    steps = {step.category.code: step for step in setting.funnel.all_steps}
    dimensions = (steps_dimension(steps.values()), subject.dimension(subject.others))

    def figure(key: Key) -> FromCounts:
        step = steps[key[STEP]]
        own = step_cells(step, {subject.variable: key[subject.variable]})
        return FromCounts(
            cells=(*own, *step_cells(step, group_key(subject, subject.reference))),
            base=own[1],
            estimate=comparison.estimate,
        )

    notes = (comparison_note(subject), WITHDRAWN_NOTE, comparison.note)
    table = TableOf(subject, comparison.ending, comparison.measure, notes)
    return table.laid_out(setting, dimensions, rows_of(dimensions, figure))
