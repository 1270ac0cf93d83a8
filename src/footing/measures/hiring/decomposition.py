"""Where in the funnel the gap opens: the difference in offer rates, shared out between the steps.

The offer rate of a group is the product of its rates at each step, so the logarithm of the ratio of two offer rates is
the sum of the logarithms of the ratios at the steps, and nothing is left over. Each step is given its part of that sum,
in percentage points of the difference in offer rates: the logarithm of its ratio times the logarithmic mean of the two
offer rates. The parts add up to the difference exactly, in whichever order the steps are taken (B. W. Ang, "The LMDI
approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), 867-871).

Intervals follow from the delta method: given who entered a step, who gets through is a draw of its own. The interval of
the whole difference is Newcombe's, as for every difference of two shares.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import exp, expm1, log, sqrt
from statistics import NormalDist

from footing.measures.hiring.applications import Setting, Subject
from footing.measures.hiring.layout import (
    INTERVAL_NOTE,
    STEP,
    WITHDRAWN_NOTE,
    TableOf,
    comparison_note,
    group_key,
    steps_dimension,
)
from footing.measures.hiring.stages import OUTCOME, Step
from footing.measures.intervals import CONFIDENCE, NOBODY, share_difference
from footing.measures.tabulation import Key, rows_of
from footing.tables import Category, Dimension, Estimate, coordinate
from footing.tables.raw import FromCounts, RawTable

WHOLE = Category("whole", "The whole difference in offer rates")
CLOSE = 1e-4
"""Two rates whose logarithms are closer than this are treated as alike; the error of doing so is below 1e-12."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The logarithmic mean of two rates, and how it moves with the logarithm of the one and of the other."""

    value: float
    by_one: float
    by_other: float

    @classmethod
    def of(cls, one: float, other: float) -> "Mean":
        """The logarithmic mean of two positive rates."""
        apart = log(one / other)
        if abs(apart) < CLOSE:
            value = other * (1 + apart / 2 + apart**2 / 6)
            by_one = other * (1 / 2 + apart / 3 + apart**2 / 8)
        else:
            value = other * expm1(apart) / apart
            by_one = other * (apart * exp(apart) - expm1(apart)) / apart**2
        return cls(value, by_one, value - by_one)


def gap_table(subject: Subject, overall: Step, setting: Setting) -> Iterator[RawTable]:
    """The part of each step, and the whole difference, for each group against the reference."""
    steps = [step for step in setting.funnel.steps if step.to in setting.funnel.to_offer]
    places = {step.category.code: place for place, step in enumerate(steps)}
    shown = steps_dimension(steps)
    dimensions = (
        Dimension(STEP, shown.title, (*shown.categories, WHOLE)),
        subject.dimension(subject.others),
    )
    groups = {group.code: group for group in subject.groups}

    def figure(key: Key) -> FromCounts:
        chains = [
            coordinate(**{**group_key(subject, group), OUTCOME: stage.reached})
            for group in (groups[key[subject.variable]], subject.reference)
            for stage in setting.funnel.to_offer
        ]
        estimate = whole_difference if key[STEP] == WHOLE.code else partial(part_of_step, place=places[key[STEP]])
        return FromCounts(cells=tuple(chains), base=chains[0], estimate=estimate)

    notes = (comparison_note(subject), f"{overall.category.label}.", WITHDRAWN_NOTE, INTERVAL_NOTE)
    table = TableOf(subject, "gap_by_step", "hiring_gap_by_step", notes)
    yield table.laid_out(setting, dimensions, rows_of(dimensions, figure))


def whole_difference(*counts: int, confidence: float = CONFIDENCE) -> Estimate:
    """The offer rate of a group less that of another, in percentage points.

    ``counts`` are those of the group at each stage, from applying to the offer, then those of the other group.
    """
    group, other = _chains(counts)
    return share_difference(group[-1], group[0], other[-1], other[0], confidence=confidence)


def part_of_step(*counts: int, place: int, confidence: float = CONFIDENCE) -> Estimate:
    """The part of the step at ``place``, from nought, in the difference in offer rates, in percentage points.

    ``NOBODY`` when one of the groups had no offer, since nought has no logarithm.
    """
    group, other = _chains(counts)
    if not group[-1] or not other[-1]:
        return NOBODY
    mean = Mean.of(group[-1] / group[0], other[-1] / other[0])
    ratio = log(group[place + 1] / group[place]) - log(other[place + 1] / other[place])
    own = [mean.value if step == place else 0.0 for step in range(len(group) - 1)]
    variance = sum(
        (mean.by_one * ratio + part) ** 2 * _variance(*ends) for part, ends in zip(own, pairwise(group), strict=True)
    ) + sum(
        (mean.by_other * ratio - part) ** 2 * _variance(*ends) for part, ends in zip(own, pairwise(other), strict=True)
    )
    value, reach = mean.value * ratio, NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(variance)
    return Estimate(100 * value, 100 * (value - reach), 100 * (value + reach))


def _chains(counts: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    half = len(counts) // 2
    return counts[:half], counts[half:]


def _variance(entered: int, through: int) -> float:
    """That of the logarithm of a rate."""
    return 1 / through - 1 / entered
