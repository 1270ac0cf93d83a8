"""What measures of a sample ought to find: the figures built in, by the table and the row that estimate them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from footing.samples.acting_up import FOR_EACH_PROMOTION
from footing.samples.draws import Floats, with_odds_ratio
from footing.samples.gaps import BACKGROUNDS, ByBackground
from footing.samples.induction import COMPLETED, EXTENDED, ITEMS, LEFT_FOR_NOT_PASSING, OUTCOMES, PROBATION_YEARS
from footing.samples.outreach import APPLIES
from footing.samples.truth import Truth
from footing.tables import TOTAL


@dataclass(frozen=True, slots=True)
class BuiltInFigure:
    """A figure of the population that a sample is drawn from.

    ``measure`` is the definition by which it is measured, ``table`` and ``key`` are the place where. ``equal`` is what
    it would be with no gap: of a ratio 1, of a gap 0, of a share that of the group that is best off.
    """

    journey_stage: str
    measure: str
    table: str
    key: tuple[str, ...]
    value: float
    equal: float

    @property
    def is_a_gap(self) -> bool:
        """Whether there is something to find."""
        return not np.isclose(self.value, self.equal)


def built_in_figures(truth: Truth) -> tuple[BuiltInFigure, ...]:
    """Every figure that is built in and is estimated by one row of one table, in the order of the journey."""
    parts = (_outreach, _hiring, _induction, _reward, _progression, _retention)
    return tuple(figure for part in parts for figure in part(truth))


def _outreach(truth: Truth) -> Iterator[BuiltInFigure]:
    base, ratio = np.full(1, APPLIES), np.full(1, truth.gaps.outreach_application_odds_ratio)
    for eligible, share in (("met", with_odds_ratio(base, ratio)), ("not_met", base)):
        yield BuiltInFigure(
            "outreach",
            "outreach_conversion_rate",
            "outreach.conversion.by_free_school_meals_criterion.share",
            (eligible, "reached_application"),
            100 * float(share[0]),
            100 * APPLIES,
        )


def _hiring(truth: Truth) -> Iterator[BuiltInFigure]:
    for step, odds_ratio in (("sift", truth.gaps.sift_odds_ratio), ("offer", truth.gaps.offer_odds_ratio)):
        for group, value in _compared(odds_ratio):
            table = "hiring.parental_occupation.like_for_like"
            yield BuiltInFigure("hiring", "hiring_like_for_like", table, (step, group), value, 1)


def _induction(truth: Truth) -> Iterator[BuiltInFigure]:
    table, leaving = "induction.parental_occupation", truth.state.leaving
    stay = np.exp(-PROBATION_YEARS * leaving)
    recorded = stay + (1 - stay) * LEFT_FOR_NOT_PASSING
    extended = with_odds_ratio(np.full(3, EXTENDED), np.array(truth.gaps.probation_extended_odds_ratio))
    shares = (stay * (1 - extended) / recorded, stay * extended / recorded, 1 - stay / recorded)
    for outcome, share in zip(OUTCOMES, shares, strict=True):
        yield from _shares("induction", "induction_probation", f"{table}.probation_outcome", share, outcome)
    completed = with_odds_ratio(np.full(3, COMPLETED), np.array(truth.gaps.induction_completed_odds_ratio))
    yield from _shares("induction", "induction_items", f"{table}.induction_items", completed, ITEMS[0])
    yield from _shares("induction", "induction_left_within_a_year", f"{table}.left_within_a_year", 1 - np.exp(-leaving))


def _reward(truth: Truth) -> Iterator[BuiltInFigure]:
    table = "adjusted_pay_gap.parental_occupation.held_equal"
    for group, ratio in _compared(truth.gaps.pay_ratio_within_grade):
        key = ("grade", f"{group}_v_professional")
        yield BuiltInFigure("reward", "pay_gap_adjusted", table, key, 100 * (1 - ratio), 0)


def _progression(truth: Truth) -> Iterator[BuiltInFigure]:
    table = "progression.parental_occupation.promotion_rate_ratio.by_grade"
    for group, ratio in _compared(truth.gaps.promotion_rate_ratio):
        key = (TOTAL, f"{group}_v_professional")
        yield BuiltInFigure("progression", "promotion_rate_ratio", table, key, ratio, 1)
    for_a_while = FOR_EACH_PROMOTION * np.array(truth.gaps.acting_up_ratio)
    share, table = for_a_while / (1 + for_a_while), "progression.parental_occupation.temporary"
    yield from _shares("progression", "promotion_temporary_share", table, share)


def _retention(truth: Truth) -> Iterator[BuiltInFigure]:
    table = "retention.parental_occupation.leaver_rate_ratio.overall"
    for group, ratio in _compared(truth.gaps.leaving_rate_ratio):
        yield BuiltInFigure("retention", "leaver_rate_ratio", table, (f"{group}_v_professional",), ratio, 1)


def _compared(ratio: ByBackground) -> Iterator[tuple[str, float]]:
    """The groups that are compared with the first, each with its ratio."""
    return zip(BACKGROUNDS[1:], ratio[1:], strict=True)


def _shares(stage: str, measure: str, table: str, share: Floats, *key: str) -> Iterator[BuiltInFigure]:
    """A share of each background, in percent."""
    percent = [float(100 * each) for each in share]
    for group, value in zip(BACKGROUNDS, percent, strict=True):
        yield BuiltInFigure(stage, measure, table, (*key, group), value, percent[0])
