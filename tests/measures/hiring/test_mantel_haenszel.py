"""Groups compared within requisitions, put together as Mantel and Haenszel did."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import StratifiedTable

from footing.measures.hiring.chi_square import chi_square_chance
from footing.measures.hiring.mantel_haenszel import (
    Requisitions,
    chance_of_unlike_odds,
    pooled_odds_ratio,
    unlikeness,
)
from footing.measures.hiring.terms import HiringTerms
from footing.measures.intervals import NOBODY

BERKELEY = [(512, 313, 89, 19), (353, 207, 17, 8), (120, 205, 202, 391), (138, 279, 131, 244), (53, 138, 94, 299),
            (22, 351, 24, 317)]  # fmt: skip
"""Admitted and rejected men, then women, in six departments of Berkeley, 1973 (Bickel, Hammel and O'Connell, Science
187 (1975), 398-404; the table UCBAdmissions of R)."""


def requisitions(rows) -> Requisitions:
    return Requisitions(*(np.array(column, dtype=float) for column in zip(*rows, strict=True)))


def as_tables(rows):
    return [np.array([[a, b], [c, d]], dtype=float) for a, b, c, d in rows]


def test_berkeley_s_departments_as_r_gives_them():
    """mantelhaen.test(UCBAdmissions) of R 4.2.2: 0.9046968, from 0.7719074 to 1.0603298."""
    found = pooled_odds_ratio(requisitions(BERKELEY))
    assert (found.value, found.lower, found.upper) == pytest.approx((0.904696828, 0.771907362, 1.060329764), abs=1e-8)


def test_berkeley_s_departments_are_unlike():
    """Breslow and Day's test with Tarone's correction rejects one odds ratio for all departments."""
    assert chance_of_unlike_odds(requisitions(BERKELEY), HiringTerms()).value == pytest.approx(0.2, abs=0.05)


COUNT = st.integers(0, 30)
ROWS = st.lists(st.tuples(COUNT, COUNT, COUNT, COUNT), min_size=1, max_size=15)
FULL = st.lists(st.tuples(*[st.integers(1, 40)] * 4), min_size=2, max_size=15)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_odds_ratio_and_interval_are_those_of_statsmodels(rows):
    found = pooled_odds_ratio(requisitions(rows))
    telling = [row for row in rows if (row[0] + row[1]) * (row[2] + row[3]) * (row[0] + row[2]) * (row[1] + row[3])]
    if not sum(a * d for a, _, _, d in telling) or not sum(b * c for _, b, c, _ in telling):
        assert found == NOBODY
        return
    expected = StratifiedTable(as_tables(telling))
    lower, upper = expected.oddsratio_pooled_confint()
    assert (found.value, found.lower, found.upper) == pytest.approx(
        (expected.oddsratio_pooled, lower, upper), rel=1e-10
    )


@settings(max_examples=100, deadline=None)
@given(FULL)
def test_the_test_of_unlike_requisitions_is_that_of_statsmodels(rows):
    found = requisitions(rows)
    pooled = pooled_odds_ratio(found).value
    if abs(pooled - 1) < 1e-6:  # there the formula of statsmodels divides by nought
        return
    expected = StratifiedTable(as_tables(rows)).test_equal_odds(adjust=True)
    assert unlikeness(found, pooled) == pytest.approx(expected.statistic, rel=1e-6, abs=1e-9)
    always = HiringTerms(usual_percent=0)
    chance = chance_of_unlike_odds(found, always).value
    if chance is not None:
        assert chance == pytest.approx(100 * expected.pvalue, rel=1e-6, abs=1e-9)


def test_requisitions_that_say_nothing_change_nothing():
    silent = [(0, 0, 5, 9), (4, 4, 0, 0), (6, 0, 3, 0), (0, 6, 0, 3), (0, 0, 0, 0)]
    assert pooled_odds_ratio(requisitions([*BERKELEY, *silent])) == pooled_odds_ratio(requisitions(BERKELEY))


def test_one_requisition_is_its_own_odds_ratio():
    found = pooled_odds_ratio(requisitions([(10, 20, 30, 25)]))
    assert found.value == pytest.approx(10 * 25 / (20 * 30))
    assert chance_of_unlike_odds(requisitions([(10, 20, 30, 25)]), HiringTerms()) == NOBODY


@pytest.mark.parametrize("rows", [[], [(0, 9, 4, 5)], [(9, 0, 4, 5)], [(1, 0, 0, 0)], [(3, 3, 0, 0), (0, 0, 3, 3)]])
def test_where_one_group_always_fares_as_well_as_it_can_there_is_no_odds_ratio(rows):
    found = requisitions(rows) if rows else Requisitions(*[np.zeros(0)] * 4)
    assert pooled_odds_ratio(found) == chance_of_unlike_odds(found, HiringTerms()) == NOBODY


def test_small_requisitions_are_not_tested_for_being_unlike():
    small = requisitions([(2, 3, 3, 2)] * 40)
    assert chance_of_unlike_odds(small, HiringTerms()) == NOBODY
    assert chance_of_unlike_odds(small, HiringTerms(usual_percent=0)).value == pytest.approx(100)
    assert chance_of_unlike_odds(small, HiringTerms(usual_expected=2)).value == pytest.approx(100)


def test_groups_that_are_mixed_up_between_requisitions_only_show_within_them():
    """Everybody of one group goes for the hard post: overall they fare worse, within each post no worse."""
    rows = [(10, 90, 2, 18), (16, 4, 80, 20)]
    assert pooled_odds_ratio(requisitions(rows)).value == pytest.approx(1)
    together = tuple(np.sum(rows, axis=0))
    assert pooled_odds_ratio(requisitions([together])).value < 0.2


@settings(deadline=None)
@given(st.floats(1e-6, 900), st.integers(1, 800))
def test_the_chance_of_a_chi_square_is_that_of_scipy(statistic, degrees_of_freedom):
    expected = chi2.sf(statistic, degrees_of_freedom)
    assert chi_square_chance(statistic, degrees_of_freedom) == pytest.approx(expected, rel=1e-8, abs=1e-12)


def test_no_statistic_is_no_surprise():
    assert chi_square_chance(0, 3) == chi_square_chance(-1e-12, 3) == 1
