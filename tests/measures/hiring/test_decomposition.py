"""Where in the funnel the gap opens."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.hiring.decomposition import CLOSE, Mean, part_of_step, whole_difference
from footing.measures.intervals import NOBODY, share_difference

CHAIN = st.lists(st.integers(1, 5000), min_size=4, max_size=4).map(lambda counts: sorted(counts, reverse=True))


@given(CHAIN, CHAIN)
def test_the_parts_of_all_steps_add_up_to_the_whole_difference(group, other):
    parts = [part_of_step(*group, *other, place=place).value for place in range(3)]
    whole = whole_difference(*group, *other).value
    assert sum(parts) == pytest.approx(whole, abs=1e-9)


@given(CHAIN, CHAIN)
def test_each_part_is_to_the_whole_as_the_logarithm_of_its_ratio_to_that_of_all(group, other):
    logs = [math.log(group[place + 1] / group[place]) - math.log(other[place + 1] / other[place]) for place in range(3)]
    whole = whole_difference(*group, *other).value
    if abs(sum(logs)) > CLOSE:
        for place, log in enumerate(logs):
            part = part_of_step(*group, *other, place=place)
            assert part.value == pytest.approx(whole * log / sum(logs), rel=1e-6, abs=1e-9)
            assert part.lower <= part.value <= part.upper


def test_a_gap_that_opens_at_one_step_alone_is_all_of_that_step():
    group, other = (1000, 300, 150, 75), (1000, 600, 300, 150)
    parts = [part_of_step(*group, *other, place=place).value for place in range(3)]
    assert parts == pytest.approx([-7.5, 0, 0])


def test_steps_that_make_up_for_each_other_leave_no_whole_and_keep_their_parts():
    group, other = (1000, 250, 125), (1000, 500, 125)
    parts = [part_of_step(*group, *other, place=place).value for place in range(2)]
    assert parts == pytest.approx([12.5 * math.log(0.5), 12.5 * math.log(2)])
    assert whole_difference(*group, *other).value == 0


def test_the_whole_difference_is_that_of_two_shares_with_newcombe_s_interval():
    assert whole_difference(100, 40, 10, 200, 90, 30) == share_difference(10, 100, 30, 200)


@pytest.mark.parametrize("counts", [(9, 4, 0, 9, 5, 2), (9, 4, 2, 9, 5, 0), (0, 0, 0, 9, 5, 2), (0, 0, 0, 0, 0, 0)])
def test_a_group_without_an_offer_has_no_parts(counts):
    assert part_of_step(*counts, place=0) == NOBODY


@given(st.floats(0.001, 1), st.floats(-0.01, 0.01))
def test_the_logarithmic_mean_and_its_slopes_are_smooth_where_rates_meet(rate, apart):
    one, other, step = rate * math.exp(apart), rate, 1e-5
    mean = Mean.of(one, other)
    assert min(one, other) * (1 - 1e-12) <= mean.value <= max(one, other) * (1 + 1e-12)
    assert mean.value == pytest.approx(math.sqrt(one * other), rel=1e-4)
    ahead, back = Mean.of(one * math.exp(step), other).value, Mean.of(one * math.exp(-step), other).value
    assert mean.by_one == pytest.approx((ahead - back) / (2 * step), rel=1e-5)
    ahead, back = Mean.of(one, other * math.exp(step)).value, Mean.of(one, other * math.exp(-step)).value
    assert mean.by_other == pytest.approx((ahead - back) / (2 * step), rel=1e-5)


def test_the_interval_covers_the_part_it_is_of_about_as_often_as_it_says():
    """A thousand drawn funnels with 0.8 times the odds at the sift and nothing else."""
    import numpy as np

    random = np.random.default_rng(7)
    sift, offer = (0.4, 0.4 * 0.8 / (0.6 + 0.4 * 0.8)), 0.3
    truth = 100 * Mean.of(sift[1] * offer, sift[0] * offer).value * math.log(sift[1] / sift[0])
    covered = 0
    for _ in range(1000):
        chains = []
        for chance in (sift[1], sift[0]):
            through = random.binomial(800, chance)
            chains += [800, through, random.binomial(through, offer)]
        found = part_of_step(*map(int, chains), place=0)
        covered += found.lower <= truth <= found.upper
    assert 930 <= covered <= 970
