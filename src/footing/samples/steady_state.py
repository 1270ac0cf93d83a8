"""The workforce in balance: who joins, so that promotion and leaving change no expected share.

People leave and are promoted at constant rates that differ by background. For the expected number in each grade,
function, background and sex to stay the same, as many must enter as go: those whom promotion does not bring are hired.
The state of the sample at its snapshot is therefore known exactly in expectation, although every career is drawn.
"""

from dataclasses import dataclass

import numpy as np

from footing.samples.draws import Floats, with_odds_ratio
from footing.samples.employers import Employer
from footing.samples.gaps import Gaps

FEMALE, MALE = 0, 1


class NoBalance(ValueError):
    """The promotion that an employer and its gaps describe would bring more people to a grade than it can hold."""


@dataclass(frozen=True, slots=True)
class SteadyState:
    """``share`` and ``hires`` are by grade, function, background and sex; rates are a person and a year.

    ``share`` sums to one. ``promotion`` is by grade and background, ``leaving`` by background.
    """

    share: Floats
    promotion: Floats
    leaving: Floats
    hires: Floats


def steady_state(employer: Employer, gaps: Gaps) -> SteadyState:
    """Work out the balance. Raises ``NoBalance`` where a group would have to be hired in negative numbers."""
    share = _share(employer, gaps)
    leaving = employer.leaving_rate * np.array(gaps.leaving_rate_ratio)
    promotion = _promotion(employer, gaps, share.sum(axis=(1, 3)), leaving)
    leave_the_grade = share * (promotion[:, None, :, None] + leaving[None, None, :, None])
    promoted_into = np.zeros_like(share)
    promoted_into[1:] = (share * promotion[:, None, :, None])[:-1]
    hires = leave_the_grade - promoted_into
    if hires.min() < 0:
        raise NoBalance(f"{employer.name}: lower promoted_share, or make neighbouring grades more alike")
    return SteadyState(share=share, promotion=promotion, leaving=leaving, hires=hires)


def _share(employer: Employer, gaps: Gaps) -> Floats:
    grade = np.array([grade.share for grade in employer.grades])
    function = np.array([function.share for function in employer.functions])
    women = with_odds_ratio(
        np.array([grade.women for grade in employer.grades])[:, None],
        np.array([function.women for function in employer.functions])[None, :],
    )
    by_sex = np.stack([women, 1 - women], axis=-1)
    people = (grade / grade.sum())[:, None] * (function / function.sum())[None, :]
    share: Floats = people[:, :, None, None] * _background(employer, gaps)[:, :, :, None] * by_sex[:, :, None, :]
    return share


def _background(employer: Employer, gaps: Gaps) -> Floats:
    """The chance of each background by grade and function; from grade to grade the logs change in even steps."""
    height = np.linspace(0, 1, len(employer.grades))[:, None]
    by_grade = (1 - height) * np.log(gaps.lowest_grade) + height * np.log(gaps.highest_grade)
    manual = np.array([function.manual for function in employer.functions])
    towards_lower = gaps.function_spread * manual[:, None] * np.array([-1.0, 0.0, 1.0])
    weight = np.exp(by_grade[:, None, :] + towards_lower[None, :, :])
    background: Floats = weight / weight.sum(axis=-1, keepdims=True)
    return background


def _promotion(employer: Employer, gaps: Gaps, share: Floats, leaving: Floats) -> Floats:
    """Promotion rates by grade and background, from the top down: ``promoted_share`` of those who enter a grade."""
    ratio = np.array(gaps.promotion_rate_ratio)
    rate = np.zeros_like(share)
    for grade in range(len(share) - 2, -1, -1):
        enter_above = (share[grade + 1] * (rate[grade + 1] + leaving)).sum()
        rate[grade] = ratio * employer.promoted_share * enter_above / (share[grade] * ratio).sum()
    return rate
