"""Ratios of rates, ratios of odds and chance, for two groups."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar
from scipy.special import xlog1py, xlogy
from scipy.stats import hypergeom, nchypergeom_fisher
from statsmodels.stats.proportion import confint_proportions_2indep

from footing.measures.hiring.two_by_two import chance_of_difference, odds_ratio, relative_rate
from footing.measures.intervals import NOBODY

PERONDI = (7, 34, 1, 34)
"""Perondi and others, New England Journal of Medicine 350 (2004): high-dose adrenaline for children, 7 and 1 of 34."""


def group(passed, entered):
    return st.tuples(passed, entered).map(lambda each: (min(each), max(each)))


GROUPS = st.tuples(group(st.integers(0, 60), st.integers(1, 60)), group(st.integers(0, 60), st.integers(1, 60))).map(
    lambda groups: (*groups[0], *groups[1])
)


def test_the_trial_of_adrenaline_as_published():
    """Fagerland, Lydersen and Laake (2015), table 6: odds ratio 8.56, mid-p interval from 1.19 to 200."""
    found = odds_ratio(*PERONDI)
    assert (round(found.value, 2), round(found.lower, 2), round(found.upper)) == (8.56, 1.19, 200)
    ratio = relative_rate(*PERONDI)
    assert (ratio.value, round(ratio.lower, 2), round(ratio.upper, 1)) == (7.0, 1.22, 42.6)


def test_fisher_s_lady_tasting_tea():
    """Three of four cups right: one-sided 0.243, mid-p 0.129 (Agresti, Categorical Data Analysis, 2002), so 0.257."""
    assert chance_of_difference(3, 4, 1, 4).value == pytest.approx(100 * 2 * (1 / 70 + 16 / 70 / 2))
    assert chance_of_difference(4, 4, 0, 4).value == pytest.approx(100 * 2 * (1 / 70 / 2))


@settings(max_examples=100, deadline=None)
@given(GROUPS)
def test_the_interval_of_a_relative_rate_is_that_of_statsmodels(counts):
    passed, entered, other_passed, other_entered = counts
    if 0 < passed < entered and 0 < other_passed < other_entered:  # beyond, its search leaves the range of rates
        found = relative_rate(*counts)
        expected = confint_proportions_2indep(*counts, method="score", compare="ratio", correction=False)
        assert found.value == pytest.approx(passed / entered / (other_passed / other_entered))
        assert (found.lower, found.upper) == pytest.approx(expected, rel=1e-6)


def naive_score(counts, ratio):
    """The score statistic of a ratio of rates, with the likeliest rates found by search instead of by formula."""
    passed, entered, other_passed, other_entered = counts

    def unlikeliness(other):
        rate = min(ratio * other, 1.0)
        return -(
            xlogy(passed, rate)
            + xlog1py(entered - passed, -rate)
            + xlogy(other_passed, other)
            + xlog1py(other_entered - other_passed, -other)
        )

    other = minimize_scalar(unlikeliness, bounds=(0, min(1, 1 / ratio)), method="bounded", options={"xatol": 1e-13}).x
    rate = ratio * other
    variance = rate * (1 - rate) / entered + ratio**2 * other * (1 - other) / other_entered
    return (passed / entered - ratio * other_passed / other_entered) / math.sqrt(variance)


@pytest.mark.parametrize(
    "counts", [(1, 1, 1, 2), (0, 1, 4, 4), (9, 9, 3, 8), (5, 9, 8, 8), (0, 30, 6, 25), (1, 40, 1, 2)]
)
def test_at_the_limits_the_score_is_as_far_out_as_chance_allows_also_where_everybody_or_nobody_passed(counts):
    found = relative_rate(*counts)
    assert naive_score(counts, found.upper) == pytest.approx(-1.959964, abs=1e-3)
    if counts[0]:
        assert naive_score(counts, found.lower) == pytest.approx(1.959964, abs=1e-3)
    else:
        assert (found.value, found.lower) == (0, 0)


def mid_p_tail(counts, odds):
    """The chance of the count found or fewer, what was found counted half, by scipy's own distribution."""
    passed, entered, other_passed, other_entered = counts
    law = nchypergeom_fisher(entered + other_entered, passed + other_passed, entered, odds)
    return law.cdf(passed) - law.pmf(passed) / 2


@settings(max_examples=60, deadline=None)
@given(GROUPS)
def test_the_interval_of_an_odds_ratio_is_where_scipy_s_distribution_leaves_a_fortieth(counts):
    passed, entered, other_passed, other_entered = counts
    found = odds_ratio(*counts)
    if other_passed == 0 or passed == entered:
        assert found == NOBODY
        return
    upper = brentq(lambda log: mid_p_tail(counts, math.exp(log)) - 0.025, -20, 25)
    assert found.upper == pytest.approx(math.exp(upper), rel=1e-6)
    if passed == 0 or other_passed == other_entered:
        assert (found.value, found.lower) == (0, 0)
    else:
        lower = brentq(lambda log: 1 - mid_p_tail(counts, math.exp(log)) - 0.025, -25, 20)
        assert found.lower == pytest.approx(math.exp(lower), rel=1e-6)
        assert found.lower < found.value < found.upper


@settings(max_examples=100, deadline=None)
@given(GROUPS)
def test_the_chance_doubles_the_smaller_tail_of_the_hypergeometric_distribution(counts):
    passed, entered, other_passed, other_entered = counts
    law = hypergeom(entered + other_entered, entered, passed + other_passed)
    tail = law.cdf(passed) - law.pmf(passed) / 2
    assert chance_of_difference(*counts).value == pytest.approx(100 * min(1, 2 * min(tail, 1 - tail)), abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(GROUPS)
def test_interval_and_chance_never_disagree(counts):
    found, chance = odds_ratio(*counts), chance_of_difference(*counts).value
    if found.value is not None and abs(chance - 5) > 1e-6:
        assert (found.lower <= 1 <= found.upper) == (chance > 5)


@given(GROUPS)
def test_the_two_groups_change_places_by_turning_the_odds_ratio_over(counts):
    passed, entered, other_passed, other_entered = counts
    found, turned = odds_ratio(*counts), odds_ratio(other_passed, other_entered, passed, entered)
    if found.value and turned.value:
        assert (1 / turned.value, 1 / turned.upper, 1 / turned.lower) == pytest.approx(
            (found.value, found.lower, found.upper), rel=1e-9
        )


@pytest.mark.parametrize("figure", [relative_rate, odds_ratio, chance_of_difference])
def test_more_who_passed_than_entered_are_refused(figure):
    with pytest.raises(ValueError, match="those who passed"):
        figure(3, 2, 1, 4)


@pytest.mark.parametrize("counts", [(0, 0, 3, 9), (0, 0, 0, 0), (3, 9, 0, 0)])
def test_an_empty_group_has_no_figure(counts):
    assert {relative_rate(*counts), odds_ratio(*counts), chance_of_difference(*counts)} == {NOBODY}


def test_where_everybody_or_nobody_passed_chance_alone_is_certain_to_explain_it():
    assert chance_of_difference(0, 5, 0, 7).value == chance_of_difference(5, 5, 7, 7).value == 100


def test_one_applicant_in_each_group_is_enough_for_a_wide_interval():
    found = relative_rate(1, 1, 1, 1)
    assert found.value == 1
    assert found.lower < 0.3
    assert found.upper > 3


def test_a_million_applications_are_worked_out_as_exactly_as_ten():
    found = odds_ratio(200_000, 1_000_000, 210_000, 1_000_000)
    error = math.sqrt(sum(1 / count for count in (200_000, 800_000, 210_000, 790_000)))
    expected = np.exp(math.log(found.value) + np.array([-1, 1]) * 1.959964 * error)
    assert (found.lower, found.upper) == pytest.approx(tuple(expected), rel=1e-5)
    assert 0 < chance_of_difference(200_000, 1_000_000, 210_000, 1_000_000).value < 1e-55
