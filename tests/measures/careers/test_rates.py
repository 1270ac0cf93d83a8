"""Rates by person-years and their ratios, beside Stata's manual and statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from footing.measures.careers.rates import DAYS_PER_YEAR, Exposure, rate_ratio, yearly_rate
from footing.tables import Estimate

BRITISH_DOCTORS = [
    (Exposure(32, 52407), Exposure(2, 18790)),
    (Exposure(104, 43248), Exposure(12, 10673)),
    (Exposure(206, 28612), Exposure(28, 5710)),
    (Exposure(186, 12663), Exposure(28, 2585)),
    (Exposure(102, 5317), Exposure(31, 1462)),
]
"""Coronary deaths and person-years of smokers and others by age: R. Doll and A. B. Hill (1966)."""


def test_the_ratio_within_age_of_the_british_doctors_is_that_of_statas_manual_for_ir():
    found = rate_ratio(BRITISH_DOCTORS)
    assert (found.value, found.lower, found.upper) == pytest.approx((1.424682, 1.154703, 1.757784), abs=5e-7)


def test_the_ratio_of_one_stratum_is_the_plain_one_with_its_textbook_interval():
    found = rate_ratio([(Exposure(20, 4000), Exposure(10, 3000))])
    half = 1.959963984540054 * (1 / 20 + 1 / 10) ** 0.5
    assert found.value == pytest.approx(1.5)
    assert found.upper / found.value == pytest.approx(2.718281828459045**half)


@given(st.integers(0, 500), st.integers(1, 1_000_000))
def test_the_interval_of_a_rate_is_the_score_interval_of_statsmodels(happened, days):
    lower, upper = confint_poisson(happened, days / DAYS_PER_YEAR / 100, method="score")
    found = yearly_rate(Exposure(happened, days))
    assert found.value == pytest.approx(happened / (days / DAYS_PER_YEAR) * 100)
    assert found.lower == pytest.approx(lower, abs=1e-6 * upper)
    assert found.upper == pytest.approx(upper)


def test_a_rate_is_for_every_hundred_years_of_people_whoever_spent_them():
    four_for_three_months = Exposure(1, 4 * 91) + Exposure(0, 1)
    assert yearly_rate(four_for_three_months).value == pytest.approx(100 * 365.25 / 365)


def test_what_never_happened_has_a_rate_of_0_with_a_lower_limit_of_exactly_0():
    found = yearly_rate(Exposure(0, 3653))
    assert (found.value, found.lower) == (0, 0)
    assert found.upper > 0


def test_no_time_has_no_rate():
    assert yearly_rate(Exposure(0, 0)) == Estimate(None)


@pytest.mark.parametrize(
    ("strata", "found"),
    [
        ([], Estimate(None)),
        ([(Exposure(3, 10), Exposure(0, 10))], Estimate(None)),
        ([(Exposure(0, 10), Exposure(3, 10))], Estimate(0.0)),
        ([(Exposure(3, 10), Exposure(0, 0)), (Exposure(0, 0), Exposure(4, 10))], Estimate(None)),
    ],
    ids=["nobody", "never to the other", "never to the one", "never side by side"],
)
def test_a_ratio_without_anything_to_compare_with_does_not_exist(strata, found):
    assert rate_ratio(strata) == found


def test_a_grade_that_only_one_of_the_groups_is_in_says_nothing_of_the_ratio():
    alone = (Exposure(50, 1000), Exposure(0, 0))
    assert rate_ratio([*BRITISH_DOCTORS, alone]) == rate_ratio(BRITISH_DOCTORS)


def test_a_group_that_is_held_back_in_no_grade_is_not_held_back_over_all_however_it_is_spread():
    slow, fast = (Exposure(10, 10_000), Exposure(1, 1_000)), (Exposure(10, 1_000), Exposure(100, 10_000))
    assert rate_ratio([slow, fast]).value == pytest.approx(1)
    crude = (Exposure(20, 11_000), Exposure(101, 11_000))
    assert rate_ratio([crude]).value < 0.2
