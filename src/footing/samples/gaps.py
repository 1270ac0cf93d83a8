"""How unequal a sample is: what each background group gets, compared with the professional group."""

from dataclasses import dataclass
from typing import NamedTuple

BACKGROUNDS = ("professional", "intermediate", "lower")


class ByBackground(NamedTuple):
    """One number for each background group, in the order of ``BACKGROUNDS``."""

    professional: float
    intermediate: float
    lower: float


EQUAL = ByBackground(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps built into a sample. Shares are percentages; ratios are of the professional group's rate, odds or pay.

    ``function_spread`` says how much more often lower backgrounds work in functions of manual work (a log-odds for a
    function of nothing else), ``response_spread`` how much less such functions answer (a proportion), and
    ``referred_percent`` how many of a group's applicants were recommended by staff. Outreach knows no background, so
    there those eligible for free school meals are compared with others.
    """

    lowest_grade: ByBackground
    highest_grade: ByBackground
    applicants: ByBackground
    function_spread: float
    response_spread: float
    promotion_rate_ratio: ByBackground
    leaving_rate_ratio: ByBackground
    pay_ratio_within_grade: ByBackground
    bonus_odds_ratio: ByBackground
    referred_percent: ByBackground
    sift_odds_ratio: ByBackground
    offer_odds_ratio: ByBackground
    application_days_later: ByBackground
    probation_extended_odds_ratio: ByBackground
    induction_completed_odds_ratio: ByBackground
    acting_up_ratio: ByBackground
    outreach_application_odds_ratio: float


BUILT_IN_GAPS = Gaps(
    lowest_grade=ByBackground(30, 24, 46),
    highest_grade=ByBackground(60, 18, 22),
    applicants=ByBackground(34, 24, 42),
    function_spread=0.35,
    response_spread=0.25,
    promotion_rate_ratio=ByBackground(1, 0.9, 0.8),
    leaving_rate_ratio=ByBackground(1, 1.1, 1.2),
    pay_ratio_within_grade=ByBackground(1, 0.988, 0.97),
    bonus_odds_ratio=ByBackground(1, 0.9, 0.8),
    referred_percent=ByBackground(18, 13, 8),
    sift_odds_ratio=ByBackground(1, 0.88, 0.75),
    offer_odds_ratio=ByBackground(1, 0.95, 0.9),
    application_days_later=ByBackground(0, 1, 2),
    probation_extended_odds_ratio=ByBackground(1, 1.25, 1.6),
    induction_completed_odds_ratio=ByBackground(1, 0.85, 0.65),
    acting_up_ratio=ByBackground(1, 0.8, 0.6),
    outreach_application_odds_ratio=0.5,
)
"""Gaps of the size that employers have published, so that a report has something to find."""

_AS_THE_NATION = ByBackground(37, 24, 39)

NO_GAPS = Gaps(
    lowest_grade=_AS_THE_NATION,
    highest_grade=_AS_THE_NATION,
    applicants=_AS_THE_NATION,
    function_spread=0,
    response_spread=0,
    promotion_rate_ratio=EQUAL,
    leaving_rate_ratio=EQUAL,
    pay_ratio_within_grade=EQUAL,
    bonus_odds_ratio=EQUAL,
    referred_percent=ByBackground(13, 13, 13),
    sift_odds_ratio=EQUAL,
    offer_odds_ratio=EQUAL,
    application_days_later=ByBackground(0, 0, 0),
    probation_extended_odds_ratio=EQUAL,
    induction_completed_odds_ratio=EQUAL,
    acting_up_ratio=EQUAL,
    outreach_application_odds_ratio=1,
)
"""Every group alike and the workforce as the national benchmark of May 2021, so that a report must find nothing."""
