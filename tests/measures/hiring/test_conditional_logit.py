"""Conditional logistic regression within requisitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.api import Logit, add_constant
from statsmodels.discrete.conditional_models import ConditionalLogit

from footing.measures.hiring import conditional_logit
from footing.measures.hiring.conditional_logit import Applicants, fit
from footing.measures.hiring.design import Compared, design, drawn_evenly, telling

INFERT = """
210202 010000 020202 021020 110200 121120 000000 000210 101001 001010 010010 121110 010000 021020 110101 020100 122021
100001 121011 100001 100000 020000 200002 100010 111020 200000 200000 200000 212012 021111 100000 010100 010100 200002
010000 200000 100000 210202 002010 100100 200100 000000 000000 110000 000100 010010 200101 021202 020101 200101 211202
211112 111102 100110 200111 200110 011102 200201 100100 200101 200201 100101 100000 200001 011020 100001 101000 210202
201120 010001 010100 100001 101000 2020 202011 100001 100210 010010 100010 100000 020002 101010 101010
"""
"""The 83 matched sets of D. Trichopoulos and others, British Journal of Obstetrics and Gynaecology 83 (1976), 645-650,
as in the table infert of R: for the case, then for each control, spontaneous and induced abortions."""


def infert() -> Applicants:
    terms, passed, matched = [], [], []
    for number, digits in enumerate(INFERT.split()):
        people = [digits[place : place + 2] for place in range(0, len(digits), 2)]
        terms += [[int(spontaneous), int(induced)] for spontaneous, induced in people]
        passed += [place == 0 for place in range(len(people))]
        matched += [number] * len(people)
    return Applicants(np.array(terms, dtype=float), np.array(passed), np.array(matched))


def test_infertility_after_abortions_as_r_gives_it():
    """clogit(case ~ spontaneous + induced + strata(stratum)) of survival 3.5-3, its own example."""
    found = fit(infert())
    assert found.coefficients == pytest.approx([1.98587551668, 1.40901163188], abs=1e-9)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx([0.352443539807, 0.360712436249], abs=1e-7)


def drawn(seed, sizes, terms):
    random = np.random.default_rng(seed)
    requisition = np.repeat(np.arange(len(sizes)), sizes)
    values = (random.random((len(requisition), terms)) < 0.4).astype(float)
    values[:, -1] = random.integers(0, 5, len(requisition))
    level = np.repeat(random.normal(-0.5, 0.7, len(sizes)), sizes)
    passed = random.random(len(requisition)) < 1 / (1 + np.exp(-level - values @ np.linspace(-0.4, 0.3, terms)))
    return Applicants(values, passed, requisition)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.lists(st.integers(1, 14), min_size=15, max_size=40), st.integers(2, 4))
def test_coefficients_and_errors_are_those_of_statsmodels(seed, sizes, terms):
    applicants = drawn(seed, sizes, terms)
    found = fit(applicants)
    if found is None:
        return
    kept = telling(applicants.requisition, applicants.passed)
    model = ConditionalLogit(
        applicants.passed[kept].astype(float), applicants.terms[kept], groups=applicants.requisition[kept]
    )
    expected = model.fit(method="newton", start_params=found.coefficients, disp=0)
    assert found.coefficients == pytest.approx(expected.params, abs=1e-7)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx(expected.bse, rel=1e-4)


def test_in_one_large_requisition_the_figures_are_nearly_those_of_ordinary_logistic_regression():
    applicants = drawn(1, [3000], 2)
    found = fit(applicants)
    expected = Logit(applicants.passed.astype(float), add_constant(applicants.terms)).fit(disp=0)
    assert found.coefficients == pytest.approx(expected.params[1:], rel=1e-3)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx(expected.bse[1:], rel=1e-3)


def test_the_order_in_which_requisitions_are_worked_through_does_not_matter(monkeypatch):
    applicants = drawn(5, [9, 3, 14, 2, 7] * 8, 3)
    together = fit(applicants)
    monkeypatch.setattr(conditional_logit, "NUMBERS_AT_ONCE", 1)
    one_by_one = fit(applicants)
    assert one_by_one.coefficients == pytest.approx(together.coefficients, abs=1e-10)


def test_where_most_pass_the_figures_are_those_of_the_few_who_do_not_with_the_sign_turned():
    applicants = drawn(2, [9] * 30, 2)
    turned = Applicants(applicants.terms, ~applicants.passed, applicants.requisition)
    assert fit(turned).coefficients == pytest.approx(-fit(applicants).coefficients, abs=1e-9)


def test_a_term_that_tells_those_who_passed_from_the_others_has_no_likeliest_coefficient():
    applicants = drawn(3, [6] * 20, 2)
    terms = np.column_stack([applicants.passed.astype(float), applicants.terms[:, 0]])
    assert fit(Applicants(terms, applicants.passed, applicants.requisition)) is None


def test_two_terms_that_say_the_same_have_no_likeliest_coefficients():
    applicants = drawn(4, [6] * 20, 2)
    twice = np.column_stack([applicants.terms[:, 0], 2 * applicants.terms[:, 0]])
    assert fit(Applicants(twice, applicants.passed, applicants.requisition)) is None


@pytest.mark.parametrize("passed", [[True] * 4, [False] * 4])
def test_a_requisition_where_everybody_or_nobody_passed_says_nothing(passed):
    assert fit(Applicants(np.ones((4, 1)), np.array(passed), np.zeros(4, dtype=np.int64))) is None


def test_nobody_says_nothing():
    assert fit(Applicants(np.zeros((0, 2)), np.zeros(0, dtype=bool), np.zeros(0, dtype=np.int64))) is None


def compared(**changes):
    requisition = np.repeat(np.arange(20), 6)
    random = np.random.default_rng(9)
    settled = {
        "requisition": requisition,
        "passed": np.tile([True, False, True, False, False, True], 20),
        "groups": random.integers(0, 3, 120),
    }
    return Compared(**(settled | changes))


def test_each_group_but_the_first_has_a_term():
    whole = compared()
    terms = design(whole, 3, 10).terms
    assert terms.tolist() == np.column_stack([whole.groups == 1, whole.groups == 2]).tolist()


def test_small_categories_are_taken_together_and_the_commonest_has_no_term():
    categories, random = np.zeros(120, dtype=np.int64), np.random.default_rng(1)
    for passed in (True, False):
        shuffled = random.permutation(np.repeat([0, 1, 2, 3], [30, 18, 6, 6]))
        categories[compared().passed == passed] = shuffled
    terms = design(compared(held_equal=(categories,)), 3, 10).terms[:, 2:]
    assert terms.sum(axis=0).tolist() == [36, 24]
    terms = design(compared(held_equal=(categories,)), 3, 14).terms[:, 2:]
    assert terms.sum(axis=0).tolist() == [36]


def test_a_term_that_is_the_same_within_every_requisition_is_left_out():
    whole = compared()
    weeks = whole.requisition.astype(float)
    assert design(compared(weeks=weeks), 3, 10).terms.shape[1] == 2
    weeks[0] += 1
    assert design(compared(weeks=weeks), 3, 10).terms.shape[1] == 3


def test_too_few_for_the_terms_is_no_regression():
    assert design(compared(), 3, 30) is not None
    assert design(compared(), 3, 31) is None


def test_few_enough_applications_are_all_taken_and_of_more_whole_requisitions_spread_over_the_list():
    requisition = np.repeat(np.arange(100), 7)
    assert drawn_evenly(requisition, 700).all()
    assert drawn_evenly(np.array([], dtype=np.int64), 10).shape == (0,)
    taken = drawn_evenly(requisition, 200)
    assert set(requisition[taken]) == set(range(0, 100, 4))
    assert taken.sum() == 25 * 7
