"""The change of a share between two years, against published intervals."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import mcnemar

from footing.measures.intervals import NOBODY, share_difference
from footing.measures.trend.change import change_of_share, paired_change


def limits(estimate):
    return estimate.value, estimate.lower, estimate.upper


@pytest.mark.parametrize(
    ("cells", "lower", "upper"),
    [((36, 12, 2, 0), 0.0569, 0.3404), ((18, 12, 2, 18), 0.0562, 0.3290), ((53, 0, 0, 1), -0.0729, 0.0729)],
)
def test_newcombes_published_intervals_for_paired_shares(cells, lower, upper):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), 2635-2650, method 10: both, one, the other, neither."""
    both, one, other, neither = cells
    found = paired_change(both, one, other, both + one + other + neither)
    assert (found.lower, found.upper) == pytest.approx((100 * lower, 100 * upper), abs=0.006)


def test_newcombes_published_interval_for_independent_shares_where_nobody_is_in_both_years():
    """R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10: 56 of 70 and 48 of 80."""
    found = change_of_share(56, 70, 48, 80, 0)
    assert limits(found) == pytest.approx((20.0, 5.24, 33.39), abs=0.006)
    assert limits(found) == pytest.approx(limits(share_difference(56, 70, 48, 80)))


def test_altmans_worked_example_of_a_paired_interval():
    """D. G. Altman and others, Statistics with Confidence (2000), table 6.2: 14, 5, 0 and 22."""
    assert limits(paired_change(14, 5, 0, 41)) == pytest.approx((12.195, 1.148, 22.649), abs=0.001)


def test_a_paired_interval_that_leaves_nought_out_goes_with_a_small_chance_in_mcnemars_test():
    for came, went in ((20, 4), (12, 10), (3, 15)):
        found = paired_change(100, came, went, 300)
        chance = mcnemar([[100, came], [went, 300 - 100 - came - went]], exact=False, correction=False).pvalue
        assert (chance < 0.05) == (not found.lower <= 0 <= found.upper)


def test_with_many_people_the_variance_is_that_of_partly_overlapping_samples():
    """Derrick and others (2015): the shares' variances, less twice what the people in both years add to both."""
    part, base, part_before, base_before, kept = 400_000, 1_000_000, 360_000, 900_000, 800_000
    found = change_of_share(part, base, part_before, base_before, kept)
    spread = 0.4 * 0.6
    variance = spread / base + spread / base_before - 2 * kept * spread / (base * base_before)
    assert (found.upper - found.lower) / 2 == pytest.approx(100 * 1.959963984540054 * sqrt(variance), rel=1e-3)


def test_where_everybody_kept_their_answer_nothing_could_have_moved():
    found = change_of_share(40, 100, 40, 100, 100)
    assert found.value == 0
    assert found.upper - found.lower < 6


def test_shares_of_nobody_have_no_change():
    assert change_of_share(0, 0, 5, 10, 0) == change_of_share(5, 10, 0, 0, 0) == paired_change(0, 0, 0, 0) == NOBODY


@given(st.integers(0, 50), st.integers(0, 20), st.integers(0, 20), st.integers(0, 50))
def test_a_paired_change_lies_within_its_interval_and_turns_round_with_time(same, came, went, neither):
    people = same + came + went + neither
    found, turned = paired_change(same, came, went, people), paired_change(same, went, came, people)
    if people:
        assert found.lower - 1e-9 <= found.value <= found.upper + 1e-9
        assert limits(turned) == pytest.approx((-found.value, -found.upper, -found.lower))
