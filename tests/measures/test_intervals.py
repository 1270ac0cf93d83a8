"""Intervals beside the papers they come from, and beside statsmodels."""

import math
import pickle
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from footing.measures.intervals import NOBODY, share_difference, share_less_benchmark, share_of
from footing.tables import Estimate

PARTS_OF_BASES = st.integers(1, 5000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.mark.parametrize(
    ("part", "base", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_that_of_newcombe_1998_single_proportion_table_1_method_3(part, base, lower, upper):
    share = share_of(part, base)
    assert share.value == pytest.approx(100 * part / base)
    assert (share.lower, share.upper) == (pytest.approx(100 * lower, abs=0.005), pytest.approx(100 * upper, abs=0.005))


@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_the_interval_of_a_difference_is_that_of_newcombe_1998_table_2_method_10(counts, lower, upper):
    difference = share_difference(*counts)
    assert difference.value == pytest.approx(100 * (counts[0] / counts[1] - counts[2] / counts[3]))
    assert difference.lower == pytest.approx(100 * lower, abs=0.005)
    assert difference.upper == pytest.approx(100 * upper, abs=0.005)


@given(PARTS_OF_BASES, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_the_interval_of_a_share_equals_that_of_statsmodels(part_of_base, confidence):
    part, base = part_of_base
    lower, upper = proportion_confint(part, base, alpha=1 - confidence, method="wilson")
    share = share_of(part, base, confidence=confidence)
    assert share.lower == pytest.approx(100 * lower, abs=1e-9)
    assert share.upper == pytest.approx(100 * upper, abs=1e-9)


@given(PARTS_OF_BASES, PARTS_OF_BASES)
def test_the_interval_of_a_difference_equals_that_of_statsmodels(one, other):
    lower, upper = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    difference = share_difference(*one, *other)
    assert difference.lower == pytest.approx(100 * lower, abs=1e-9)
    assert difference.upper == pytest.approx(100 * upper, abs=1e-9)


@given(PARTS_OF_BASES)
def test_an_interval_holds_its_share_and_stays_between_0_and_100(part_of_base):
    share = share_of(*part_of_base)
    assert 0 <= share.lower <= share.value <= share.upper <= 100
    assert share.upper > share.lower


@given(PARTS_OF_BASES, PARTS_OF_BASES)
def test_turning_a_difference_round_turns_its_interval_round(one, other):
    there, back = share_difference(*one, *other), share_difference(*other, *one)
    assert there.value == pytest.approx(-back.value)
    assert there.lower == pytest.approx(-back.upper)
    assert there.upper == pytest.approx(-back.lower)


@pytest.mark.parametrize("base", [1, 7, 1000])
def test_a_part_of_nobody_is_at_least_exactly_0_and_a_part_of_everybody_at_most_exactly_100(base):
    assert share_of(0, base).lower == 0
    assert share_of(0, base).upper < 100
    assert share_of(base, base).upper == 100
    assert share_of(base, base).lower > 0


def test_the_share_of_nobody_does_not_exist():
    assert share_of(0, 0) == NOBODY == Estimate(None, None, None)
    assert share_less_benchmark(0, 0, benchmark_percent=39) == NOBODY
    assert share_difference(0, 0, 3, 10) == NOBODY
    assert share_difference(3, 10, 0, 0) == NOBODY


def test_a_difference_from_a_benchmark_is_the_share_and_its_limits_less_the_benchmark():
    share, difference = share_of(81, 263), share_less_benchmark(81, 263, benchmark_percent=39)
    assert difference == Estimate(share.value - 39, share.lower - 39, share.upper - 39)
    assert difference.upper < 0 < share.lower


@pytest.mark.parametrize(("part", "base"), [(-1, 10), (11, 10), (1, 0)])
def test_a_part_that_is_more_than_its_base_is_refused(part, base):
    with pytest.raises(ValueError, match="between nobody and its base"):
        share_of(part, base)


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5])
def test_a_confidence_that_is_no_proportion_is_refused(confidence):
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        share_of(1, 2, confidence=confidence)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.93])
@pytest.mark.parametrize("base", [10, 40, 300])
def test_an_interval_covers_the_true_share_about_as_often_as_it_says(share, base):
    """Exact coverage by summing the binomial, as Brown, Cai and DasGupta (2001) do; theirs dips no lower than this."""
    chances = [math.comb(base, part) * share**part * (1 - share) ** (base - part) for part in range(base + 1)]
    covered = [share_of(part, base).lower <= 100 * share <= share_of(part, base).upper for part in range(base + 1)]
    coverage = sum(chance for chance, holds in zip(chances, covered, strict=True) if holds)
    assert 0.915 < coverage < 0.99


def test_the_recipes_of_figures_can_be_handed_to_another_process():
    recipe = partial(share_less_benchmark, benchmark_percent=39)
    assert pickle.loads(pickle.dumps(recipe))(1, 2) == recipe(1, 2)  # noqa: S301 - just pickled here
