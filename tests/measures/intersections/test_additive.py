"""Whether two gaps together are more than the two on their own."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from footing.measures.intersections.additive import beyond_both_gaps
from footing.measures.intervals import NOBODY, share_difference

SHARE = st.integers(1, 60).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


def of_everybody(*four_shares):
    """Counts in the order that is asked for, from the shares of both groups in the category and out of it."""
    (one, other), (one_else, other_else) = four_shares[:2], four_shares[2:]
    together = [here + elsewhere for here, elsewhere in zip((*one, *other), (*one_else, *other_else), strict=True)]
    return (*one, *other, *together)


@given(SHARE, SHARE, SHARE, SHARE)
def test_the_interval_is_newcombes_of_a_difference_between_differences(one, other, one_else, other_else):
    """Newcombe (2001): the four Wilson intervals, here from statsmodels, squared and added side by side."""
    found = beyond_both_gaps(*of_everybody(one, other, one_else, other_else))
    shares = [part / base for part, base in (one, other, one_else, other_else)]
    limits = [proportion_confint(part, base, method="wilson") for part, base in (one, other, one_else, other_else)]
    value = shares[0] - shares[1] - shares[2] + shares[3]
    signs = (1, -1, -1, 1)
    down = [
        share - low if sign > 0 else high - share
        for share, (low, high), sign in zip(shares, limits, signs, strict=True)
    ]
    up = [
        high - share if sign > 0 else share - low
        for share, (low, high), sign in zip(shares, limits, signs, strict=True)
    ]
    expected = (value, value - sqrt(sum(each**2 for each in down)), value + sqrt(sum(each**2 for each in up)))
    assert (found.value, found.lower, found.upper) == pytest.approx([100 * each for each in expected], abs=1e-6)


def test_gaps_that_add_up_leave_nothing_beyond_them():
    """Ten points between backgrounds and twenty between sexes: 10, 20, 30 and 40 in a hundred."""
    assert beyond_both_gaps(*of_everybody((10, 100), (20, 100), (30, 100), (40, 100))).value == pytest.approx(0)


def test_a_gap_that_is_wider_among_women_is_below_nought():
    found = beyond_both_gaps(*of_everybody((100, 1000), (300, 1000), (300, 1000), (400, 1000)))
    assert found.value == pytest.approx(-10)
    assert found.upper < 0


def test_with_very_many_people_the_variance_is_the_sum_of_four():
    shares = [(200_000, 1_000_000), (300_000, 1_000_000), (400_000, 1_000_000), (500_000, 1_000_000)]
    found = beyond_both_gaps(*of_everybody(*shares))
    variance = sum((part / base) * (1 - part / base) / base for part, base in shares)
    assert (found.upper - found.lower) / 2 == pytest.approx(100 * 1.959963984540054 * sqrt(variance), rel=1e-3)


def test_where_everybody_is_of_the_category_there_is_nobody_to_compare_with():
    assert beyond_both_gaps(5, 10, 5, 10, 5, 10, 5, 10) == NOBODY


def test_rounded_counts_that_do_not_add_up_break_nothing():
    found = beyond_both_gaps(10, 15, 5, 15, 15, 15, 10, 30)
    assert found == NOBODY
    assert beyond_both_gaps(10, 15, 5, 15, 20, 20, 10, 30).value == pytest.approx(
        share_difference(10, 15, 5, 15).value - share_difference(5, 5, 5, 15).value
    )
