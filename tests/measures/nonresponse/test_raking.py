"""Raking, against published figures, R's survey package and a second way to find the weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from footing.measures.nonresponse.raking import Margin, rake

EXACT = {"largest": np.inf, "sweeps": 500, "settled": 1e-12}
TABLE = np.array([[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]], dtype=float)


def margins_of(shape, *targets):
    places = np.indices(shape).reshape(len(shape), -1)
    return [Margin(place, np.asarray(people, dtype=float)) for place, people in zip(places, targets, strict=True)]


def test_a_table_brought_to_new_margins_as_r_does_it_and_textbooks_print_it():
    """A table of four by four that textbooks and encyclopedias use; R 4.2.2, 500 sweeps by hand."""
    weights = rake(TABLE.ravel(), margins_of((4, 4), [150, 300, 400, 150], [200, 300, 400, 100]), **EXACT)
    fitted = (weights.of_rows * TABLE.ravel()).reshape(4, 4) / TABLE.sum() * 1000
    assert fitted[0] == pytest.approx([64.5585097765, 46.2324597088, 35.3842982643, 3.8247322503])
    assert fitted[3] == pytest.approx([28.7516272027, 41.1799606531, 63.0346738824, 17.0337382618])


def test_weights_and_shares_are_those_of_r_survey():
    """R 4.2.2, survey 4.1-1: rake() of 309 people by grade and sex, to 650; Kish's figures from its weights."""
    by_group = np.array(
        [[[12, 30, 18], [25, 9, 14]], [[10, 22, 16], [8, 15, 11]], [[40, 12, 9], [31, 20, 7]]], dtype=float
    )
    people = by_group.sum(axis=0)
    weights = rake(people.ravel(), margins_of((2, 3), [390, 260], [300, 240, 110]), **EXACT)
    shares = [weights.share(each.ravel()) for each in by_group]
    assert shares == pytest.approx([0.3409539164, 0.2546640828, 0.4043820008], abs=1e-9)
    assert weights.effective_base == pytest.approx(295.938723298)
    assert weights.design_effect == pytest.approx(1.04413507146)
    assert (weights.smallest, weights.largest) == pytest.approx((0.605138958909, 1.266842327573))


def test_the_design_effect_is_one_plus_the_squared_coefficient_of_variation():
    people = np.array([10.0, 30.0])
    weights = rake(people, margins_of((2,), [20, 20]), **EXACT)
    of_people = np.repeat(weights.of_rows, people.astype(int))
    assert of_people.mean() == pytest.approx(1)
    assert weights.coefficient_of_variation == pytest.approx(of_people.std())
    assert weights.design_effect == pytest.approx(1 + of_people.var())
    assert weights.effective_base == pytest.approx(of_people.sum() ** 2 / (of_people**2).sum())


def test_those_who_are_like_all_staff_already_all_weigh_the_same():
    weights = rake(np.array([10.0, 30.0]), margins_of((2,), [20, 60]), **EXACT)
    assert weights.of_rows == pytest.approx([1, 1])
    assert weights.effective_base == pytest.approx(40)


def test_a_category_that_is_listed_and_that_nobody_is_in_changes_nothing():
    people, listed = np.array([10.0, 30.0]), [Margin(np.array([0, 2]), np.array([20.0, 0.0, 20.0]))]
    with_it, without = rake(people, listed, **EXACT), rake(people, margins_of((2,), [20, 20]), **EXACT)
    assert with_it.of_rows == pytest.approx(without.of_rows)


def test_a_weight_is_cut_down_and_the_margin_is_then_missed_and_said_to_be():
    weights = rake(np.array([2.0, 98.0]), margins_of((2,), [50, 50]), largest=5.0, sweeps=500, settled=1e-9)
    assert weights.of_rows[0] / weights.of_rows[1] == pytest.approx(5 / (50 / 98), rel=1e-6)
    assert weights.furthest_off > 0.3


def test_margins_that_cannot_all_be_met_are_said_not_to_settle():
    """Everybody in grade A who answered is a woman and everybody in B a man, yet half of A are men."""
    people = np.array([10.0, 0, 0, 10])
    assert rake(people, margins_of((2, 2), [10, 10], [15, 5]), largest=np.inf, sweeps=50, settled=1e-9) is None


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(1, 20), min_size=6, max_size=6),
    st.lists(st.integers(5, 50), min_size=2, max_size=2),
    st.lists(st.integers(5, 50), min_size=3, max_size=3),
)
def test_weights_are_the_nearest_to_equal_ones_of_all_that_meet_the_margins(people, rows, columns):
    """Nearest in entropy, found by minimising the convex function whose slope is how far the margins are missed."""
    people = np.array(people, dtype=float)
    targets = [np.array(each) / sum(each) * people.sum() for each in (rows, columns)]
    one, other = np.indices((2, 3)).reshape(2, -1)

    def missed(logs):
        fitted = people * np.exp(logs[:2][one] + logs[2:][other])
        by = [np.bincount(one, fitted), np.bincount(other, fitted)]
        value = fitted.sum() - logs[:2] @ targets[0] - logs[2:] @ targets[1]
        return value, np.concatenate([by[0] - targets[0], by[1] - targets[1]])

    best = minimize(missed, np.zeros(5), jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 1000}).x
    weights = rake(people, margins_of((2, 3), *targets), **EXACT)
    assert weights.of_rows == pytest.approx(np.exp(best[:2][one] + best[2:][other]), rel=1e-5)
    assert weights.furthest_off == pytest.approx(0, abs=1e-9)
