"""How far people whose background is not known could move a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.measures.intervals import NOBODY
from footing.measures.nonresponse.bounds import plausible, tipping_point, worst_case

PARTS = st.integers(0, 40).flatmap(lambda known: st.tuples(st.integers(0, known), st.just(known)))


def limits(estimate):
    return estimate.value, estimate.lower, estimate.upper


@given(PARTS, st.integers(0, 12), st.integers(0, 3))
def test_the_worst_cases_are_the_ends_of_everything_that_people_could_have_answered(parts, unknown, elsewhere):
    part, known = parts
    found = worst_case(part, known, known + unknown + elsewhere, elsewhere)
    if known == 0:
        assert found == NOBODY
        return
    possible = [
        100 * (part + of_group) / (known + in_a_share)
        for in_a_share in range(unknown + 1)
        for of_group in range(in_a_share + 1)
    ]
    assert (found.lower, found.upper) == pytest.approx((min(possible), max(possible)))
    assert found.value == pytest.approx(100 * part / known)


@given(PARTS, st.integers(0, 50), st.floats(1, 20))
def test_plausible_bounds_lie_within_the_worst_cases_and_hold_the_share(parts, unknown, factor):
    part, known = parts
    widest, found = (
        worst_case(part, known, known + unknown),
        plausible(part, known, known + unknown, odds_factor=factor),
    )
    if known:
        assert widest.lower - 1e-9 <= found.lower <= found.value + 1e-9
        assert found.value - 1e-9 <= found.upper <= widest.upper + 1e-9


def test_the_odds_of_those_not_known_are_the_factor_times_those_of_the_others():
    found = plausible(20, 100, 150, odds_factor=2.0)
    for limit, factor in ((found.lower, 0.5), (found.upper, 2.0)):
        of_unknown = (limit / 100 * 150 - 20) / 50
        assert of_unknown / (1 - of_unknown) == pytest.approx(factor * 0.25)


def test_where_everybody_answered_nothing_can_move():
    assert limits(worst_case(30, 80, 80)) == pytest.approx((37.5, 37.5, 37.5))
    assert limits(plausible(30, 80, 80, odds_factor=2.0)) == pytest.approx((37.5, 37.5, 37.5))
    assert tipping_point(30, 80, 80, benchmark_percent=39) == NOBODY


def test_where_nobody_answered_nothing_can_be_said():
    assert worst_case(0, 0, 50) == NOBODY
    assert plausible(0, 0, 50, odds_factor=2.0) == NOBODY
    assert tipping_point(0, 0, 50, benchmark_percent=39) == NOBODY


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 60), st.floats(1, 99))
def test_at_the_tipping_point_the_share_of_everybody_is_the_benchmark(part, others, unknown, benchmark):
    known = part + others
    factor = tipping_point(part, known, known + unknown, benchmark_percent=benchmark).value
    widest = worst_case(part, known, known + unknown)
    inside = widest.lower < benchmark < widest.upper
    if factor is None:
        assert not inside or min(abs(benchmark - widest.lower), abs(benchmark - widest.upper)) < 1e-9
    else:
        bounds = plausible(part, known, known + unknown, odds_factor=factor)
        assert bounds.upper == pytest.approx(benchmark)


def test_rounded_counts_that_do_not_add_up_never_leave_fewer_than_nobody():
    assert limits(worst_case(5, 20, 15)) == pytest.approx((25, 25, 25))
