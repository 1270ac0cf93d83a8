"""Intervals of means, medians and their ratios, beside textbooks, scipy and simulation."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footing.measures.pay.chance import (
    Limits,
    LogMean,
    critical_t,
    mean_limits,
    mean_ratio_limits,
    middle_ranks,
    ratio_limits,
)
from footing.measures.pay.gap import mean_gap, median_gap, ranks_needed
from footing.measures.pay.reduction import GroupPay


@pytest.mark.parametrize(
    ("people", "ranks", "chance"),
    [(6, (1, 6), 0.9688), (10, (2, 9), 0.9785), (15, (4, 12), 0.9648), (20, (6, 15), 0.9586), (25, (8, 18), 0.9567)],
)
def test_the_ranks_of_a_median_are_those_of_the_tables_in_textbooks(people, ranks, chance):
    """As in Conover, Practical Nonparametric Statistics, and David and Nagaraja, section 7.1."""
    assert middle_ranks(people) == ranks
    assert 1 - 2 * stats.binom.cdf(ranks[0] - 1, people, 0.5) == pytest.approx(chance, abs=5e-5)


@given(st.integers(6, 200_000))
def test_the_ranks_of_a_median_hold_it_at_least_as_often_as_they_say_and_hardly_more(people):
    lower, upper = middle_ranks(people)
    assert lower + upper == people + 1
    assert stats.binom.cdf(lower - 1, people, 0.5) <= 0.025
    assert stats.binom.cdf(lower + 1, people, 0.5) > 0.025


@pytest.mark.parametrize("people", range(6))
def test_very_few_people_have_no_interval_of_their_median(people):
    assert middle_ranks(people) is None


@pytest.mark.parametrize("degrees_of_freedom", [1, 1.5, 2, 9, 20.79, 100, 999, 1001, 2_500.5, 1e5, 1e7])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_the_critical_value_is_that_of_students_t(degrees_of_freedom, confidence):
    expected = stats.t.ppf((1 + confidence) / 2, degrees_of_freedom)
    assert critical_t(degrees_of_freedom, confidence) == pytest.approx(expected, rel=1e-7)


def test_the_critical_value_of_very_many_people_is_the_normal_one():
    assert critical_t(1e9) == pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-8)


def test_the_limits_of_a_ratio_of_means_are_those_of_welch_on_the_log_scale():
    """Bonett and Price (2020): worked out here from the data of the example in R's statpsych, with scipy."""
    one = np.array([36, 44, 47, 42, 49, 39, 46, 31, 33, 48])
    other = np.array([32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40])
    parts = [pay.var(ddof=1) / len(pay) / pay.mean() ** 2 for pay in (one, other)]
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / 9 + parts[1] ** 2 / 12)
    reach = stats.t.ppf(0.975, freedom) * math.sqrt(sum(parts))
    limits = mean_ratio_limits(*(LogMean.of(len(pay), pay.mean(), pay.var(ddof=1)) for pay in (one, other)))
    assert limits.value == pytest.approx(1.140592, abs=5e-7), "the ratio that statpsych prints"
    assert limits.lower == pytest.approx(1.140592 * math.exp(-reach), rel=1e-6)
    assert limits.upper == pytest.approx(1.140592 * math.exp(reach), rel=1e-6)


def test_the_limits_of_a_mean_are_close_to_the_usual_ones_for_many_people():
    pay = np.random.default_rng(5).normal(20, 3, 4000)
    limits = mean_limits(LogMean.of(len(pay), pay.mean(), pay.var(ddof=1)))
    usual = stats.t.interval(0.95, len(pay) - 1, pay.mean(), stats.sem(pay))
    assert (limits.lower, limits.upper) == pytest.approx(usual, rel=1e-4)


def test_two_groups_in_which_everybody_earns_the_same_have_a_gap_with_no_width():
    assert mean_ratio_limits(LogMean.of(5, 9.0, 0.0), LogMean.of(4, 10.0, 0.0)) == Limits(*[pytest.approx(0.9)] * 3)


def test_the_limits_of_a_ratio_reach_as_far_as_those_of_its_parts_together():
    one, other = Limits(8, 6, 10), Limits(10, 9, 12)
    limits = ratio_limits(one, other)
    assert limits.value == pytest.approx(0.8)
    assert math.log(limits.value / limits.lower) == pytest.approx(math.hypot(math.log(8 / 6), math.log(12 / 10)))
    assert math.log(limits.upper / limits.value) == pytest.approx(math.hypot(math.log(10 / 8), math.log(10 / 9)))


def test_the_limits_of_a_ratio_to_something_certain_are_those_of_the_other_part():
    limits = ratio_limits(Limits(8, 6, 10), Limits(10, 10, 10))
    assert (limits.lower, limits.upper) == (pytest.approx(0.6), pytest.approx(1.0))


def _pay(rates: np.ndarray) -> GroupPay:
    ordered = np.sort(rates)
    ranked = {rank: int(ordered[rank - 1]) for rank in ranks_needed(len(ordered))}
    return GroupPay(len(ordered), int(ordered.sum()), float((ordered.astype(float) ** 2).sum()), ranked)


def _draw(random, median, people, step):
    """Log-normal pay in pence, in pay points of ``step`` pence."""
    return (np.round(random.lognormal(np.log(median), 0.4, people) / step) * step).astype(np.int64).clip(step)


@pytest.mark.parametrize("people", [(12, 30), (40, 80), (300, 700)])
@pytest.mark.parametrize("step", [1, 50], ids=["any pay", "pay points of 50p"])
def test_intervals_cover_the_true_gap_about_as_often_as_they_say(people, step):
    """1,500 draws of two log-normal groups £14 and £15 an hour apart: the simulation itself is within 1.1 points."""
    random, draws = np.random.default_rng(2025), 1500
    held = {mean_gap: 0, median_gap: 0}
    for _ in range(draws):
        group, reference = _pay(_draw(random, 1400, people[0], step)), _pay(_draw(random, 1500, people[1], step))
        for gap in held:
            estimate = gap(group, reference)
            held[gap] += estimate.lower <= 100 / 15 <= estimate.upper
    assert 0.925 < held[mean_gap] / draws < 0.975
    assert 0.935 < held[median_gap] / draws < 0.995
