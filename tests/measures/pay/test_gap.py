"""Gaps between averages, against figures that were published and against loops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.pay.gap import (
    contribution,
    mean_gap,
    mean_pay,
    median_gap,
    median_pay,
    ranks_needed,
    worst_contribution,
)
from footing.measures.pay.reduction import GroupPay
from footing.tables import Estimate
from footing.tables.raw import Contribution

PAY = st.lists(st.integers(1, 10**9), min_size=1, max_size=60)


def group(*pay: int) -> GroupPay:
    ordered = sorted(pay)
    ranked = {rank: ordered[rank - 1] for rank in ranks_needed(len(pay))}
    return GroupPay(len(pay), sum(pay), float(sum(amount * amount for amount in pay)), ranked)


def test_the_class_pay_gap_of_2023_is_12_2_per_cent():
    """Social Mobility Foundation: £51,728 against £45,437, published as 12 %, of the advantaged group's mean."""
    assert mean_gap(group(4543700), group(5172800)).value == pytest.approx(12.16, abs=0.005)


def test_the_earnings_of_2014_give_the_17_per_cent_that_was_published_for_them():
    """The same foundation's formula the other way about: £7,350 is 17 % of what it is less than."""
    reference = 7350 / 0.17
    assert round(mean_gap(group(round(reference - 7350)), group(round(reference))).value) == 17


def test_a_mean_and_a_median_gap_of_opposite_signs_are_both_kept():
    """As KPMG published in 2021 for working class against professional: median 8.6 %, mean -1.1 %."""
    professional = group(*[1000] * 50, *[1500] * 50, 2000)
    working_class = group(*[900] * 49, *[1371] * 51, 14400)
    assert median_gap(working_class, professional).value == pytest.approx(8.6, abs=0.05)
    assert mean_gap(working_class, professional).value == pytest.approx(-1.1, abs=0.05)


def test_the_median_of_an_even_number_is_half_way_between_the_two_in_the_middle():
    assert median_pay(group(800, 1200, 1000, 5000), units=100).value == 11.0
    assert median_gap(group(800, 1200, 1000, 5000), group(1100)).value == 0.0


def test_a_gap_is_in_per_cent_of_the_reference_and_above_nought_when_the_group_is_paid_less():
    assert mean_gap(group(900), group(1000)).value == 10.0
    assert mean_gap(group(1000), group(900)).value == pytest.approx(-100 / 9)
    assert mean_gap(group(1), group(10**9)).value < 100


@pytest.mark.parametrize("gap", [mean_gap, median_gap])
def test_a_gap_with_nobody_on_one_side_does_not_exist(gap):
    assert gap(group(), group(1000)) == gap(group(1000), group()) == Estimate(None)


def test_averages_of_nobody_do_not_exist():
    assert mean_pay(group(), units=100) == median_pay(group(), units=100) == Estimate(None)
    assert contribution(group(), units=100) is None
    assert worst_contribution([group(), group()]) is None


@pytest.mark.parametrize("gap", [mean_gap, median_gap])
def test_one_person_against_another_has_a_gap_but_no_interval(gap):
    assert gap(group(900), group(1000)) == Estimate(10.0)


def test_one_persons_average_has_no_interval():
    assert mean_pay(group(1250), units=100) == median_pay(group(1250), units=100) == Estimate(12.5)


@given(PAY, PAY)
def test_gaps_and_averages_are_those_of_numpy(one, other):
    assert mean_pay(group(*one), units=1).value == pytest.approx(np.mean(one), rel=1e-12)
    assert median_pay(group(*one), units=1).value == pytest.approx(np.median(one), rel=1e-12)
    expected = {mean_gap: np.mean, median_gap: np.median}
    for gap, average in expected.items():
        expected_gap = 100 * (average(other) - average(one)) / average(other)
        assert gap(group(*one), group(*other)).value == pytest.approx(expected_gap, rel=1e-9, abs=1e-9)


@given(PAY, PAY)
def test_an_interval_holds_its_gap_and_never_passes_100(one, other):
    for gap in (mean_gap, median_gap):
        estimate = gap(group(*one), group(*other))
        assert estimate.value < 100
        if estimate.lower is not None:
            assert estimate.lower <= estimate.value + 1e-6
            assert estimate.value - 1e-6 <= estimate.upper <= 100


@given(PAY, PAY)
def test_doubling_everybodys_pay_changes_no_gap(one, other):
    for gap in (mean_gap, median_gap):
        doubled = gap(group(*(2 * pay for pay in one)), group(*(2 * pay for pay in other)))
        assert doubled.value == pytest.approx(gap(group(*one), group(*other)).value, rel=1e-12, abs=1e-12)


def test_the_contribution_of_a_mean_is_its_total_and_its_two_largest():
    assert contribution(group(100, 900, 500), units=100) == Contribution(15.0, (9.0, 5.0))
    assert contribution(group(700), units=100) == Contribution(7.0, (7.0, 0.0))


def test_the_contribution_of_a_gap_is_at_least_as_lopsided_as_that_of_either_group():
    """Largest shares 60 % and 10 %, second largest 20 % and 10 %."""
    worst = worst_contribution([group(*[100] * 10), group(600, 200, 100, 100), group()])
    assert worst == Contribution(1.0, (0.6, 0.2))
