"""Comparisons judged together: against an independent implementation, and against figures worked out by hand."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests

from footing.assessment import Direction, Evidence
from footing.assessment.findings.contrast import Contrast, FindingTerms, adjusted, chance_of, judged

PLACE = (Evidence("table", ("row",)),)


def contrast(value: float, lower: float, upper: float, **more) -> Contrast:
    return Contrast("name", "measure", value, lower, upper, PLACE, more.pop("people", 100), **more)


@given(chances=st.lists(st.floats(0, 1), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_levels_are_those_of_statsmodels(chances: list[float]) -> None:
    assert adjusted(chances) == pytest.approx(list(multipletests(chances, method="fdr_bh")[1]))


def test_nothing_to_compare_is_judged_without_fault() -> None:
    assert judged((), FindingTerms()) == ()


def test_the_published_example_of_a_ratio() -> None:
    """Altman and Bland (BMJ 2011; 343: d2304): a ratio of 0.81 with the interval 0.70 to 0.94 has P = 0.005.

    They halve the interval; ours is measured to the end nearest to no difference, which rounding sets a little apart.
    """
    assert chance_of(contrast(0.81, 0.70, 0.94, no_difference=1.0)) == pytest.approx(0.005, abs=0.001)


@given(z=st.floats(-6, 6), reach=st.floats(0.01, 10))
@settings(max_examples=100, deadline=None)
def test_an_even_interval_gives_back_the_chance_that_it_was_made_from(z: float, reach: float) -> None:
    half = norm.ppf(0.975) * reach
    value = z * reach
    assert chance_of(contrast(value, value - half, value + half)) == pytest.approx(2 * norm.sf(abs(z)), abs=1e-9)
    small = contrast(exp(value / 10), exp((value - half) / 10), exp((value + half) / 10), no_difference=1.0)
    assert chance_of(small) == pytest.approx(2 * norm.sf(abs(z)), abs=1e-9)


@given(value=st.floats(-5, 5), below=st.floats(0.1, 5), above=st.floats(0.1, 5))
@settings(max_examples=100, deadline=None)
def test_one_comparison_alone_is_clear_when_its_interval_leaves_no_difference_out(
    value: float, below: float, above: float
) -> None:
    (verdict,) = judged([contrast(value, value - below, value + above)], FindingTerms())
    assert verdict.clear == (value - below > 0 or value + above < 0)


def test_a_difference_that_stands_alone_does_not_stand_among_many() -> None:
    weak, none = contrast(2.0, 0.1, 3.9), contrast(0.1, -1.9, 2.1)
    (alone,), (among, *_) = judged([weak], FindingTerms()), judged([weak, *[none] * 19], FindingTerms())
    assert alone.direction is Direction.ABOVE
    assert not alone.by_chance
    assert among.direction is Direction.NO_CLEAR_DIFFERENCE
    assert "chance alone" in among.by_chance


def test_an_interval_of_no_width_is_certain() -> None:
    assert chance_of(contrast(3.0, 3.0, 3.0)) == 0.0
    assert chance_of(contrast(0.0, 0.0, 0.0)) == 1.0


def test_a_ratio_of_nought_is_taken_at_the_level_of_its_interval() -> None:
    assert chance_of(contrast(0.0, 0.0, 0.8, no_difference=1.0)) == pytest.approx(0.05)
    assert chance_of(contrast(0.0, 0.0, 1.3, no_difference=1.0)) == 1.0


def test_weight_is_the_least_relative_difference_times_people() -> None:
    assert contrast(0.5, 0.4, 0.8, no_difference=1.0, people=200).weight == pytest.approx(-200 * log(0.8))
    assert contrast(-10, -15, -5, base=50, people=200).weight == pytest.approx(200 * 5 / 50)
    assert contrast(1, -1, 3, people=200).weight == 0


def test_the_share_of_false_findings_keeps_its_level_when_nothing_differs() -> None:
    """Of 400 assessments of 60 comparisons without any difference, at most about one in twenty finds something."""
    draws = np.random.default_rng(7).normal(size=(400, 60))
    found = sum(
        any(each.clear for each in judged([contrast(z, z - 1.959964, z + 1.959964) for z in row], FindingTerms()))
        for row in draws
    )
    assert found <= 33
