"""Hazard ratios and their steadiness beside R, lifelines, statsmodels and the likelihood written out."""

from itertools import product
from math import exp, log

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lifelines import CoxPHFitter
from scipy.optimize import minimize_scalar
from statsmodels.duration.hazard_regression import PHReg

from footing.measures.careers.hazards import fit_hazards
from measures.careers.classic_data import (
    FREIREICH,
    counted,
    lung_by_performance,
    lung_by_sex,
    rossi_in_four_groups,
    rossi_within_race_and_marriage,
    sets_of,
)

PEOPLE = st.lists(
    st.tuples(st.integers(1, 5), st.booleans(), st.integers(0, 1), st.integers(0, 1)), min_size=6, max_size=30
)


@pytest.mark.parametrize(
    ("data", "log_ratios", "standard_errors", "log_likelihood", "steady"),
    [
        (FREIREICH, [-1.57212514883], [0.412396717709], -85.0084245774, 0.0228633780528),
        (
            lung_by_performance(by_sex=True),
            [0.372003668502, 0.939081179087],
            [0.040392362951**0.5, 0.0507041339112**0.5],
            -624.935929396,
            2.320413777249,
        ),
        (
            lung_by_performance(by_sex=True, quarters=True),
            [0.353963275344, 0.941520059781],
            [0.0404578418784**0.5, 0.0505153818290**0.5],
            -631.614097809,
            1.67618233022,
        ),
        (
            rossi_in_four_groups(),
            [-0.408309875223, -0.617115016442, -0.956865936566],
            [0.257404117444, 0.247295764934, 0.270761070337],
            -668.544290235,
            5.052519066022,
        ),
        (rossi_within_race_and_marriage(), [-0.393876194681], [0.190164527638], -603.818079055, 0.0033597982386),
    ],
    ids=["leukaemia", "lung within sex", "lung with many ties", "rossi", "rossi within race and marriage"],
)
def test_the_model_and_the_test_of_proportionality_are_those_of_r_with_efrons_rule_for_ties(
    data, log_ratios, standard_errors, log_likelihood, steady
):
    model = fit_hazards(sets_of(data))
    assert model.log_ratios == pytest.approx(log_ratios, abs=1e-8)
    assert np.sqrt(np.diag(model.covariance)) == pytest.approx(standard_errors, abs=1e-8)
    assert model.log_likelihood == pytest.approx(log_likelihood, abs=1e-8)
    assert model.proportionality.statistic == pytest.approx(steady, abs=1e-6)
    assert model.proportionality.degrees_of_freedom == len(log_ratios)


def test_the_model_is_that_of_lifelines_with_and_without_strata():
    data = lung_by_performance(by_sex=True)
    frame = pd.DataFrame({"days": data.days, "ended": data.ended, "sex": data.stratum})
    frame["one"], frame["two"] = (data.group == 1).astype(int), (data.group == 2).astype(int)
    theirs = CoxPHFitter().fit(frame, "days", "ended", strata=["sex"])
    model = fit_hazards(sets_of(data))
    assert model.log_ratios == pytest.approx(theirs.params_.to_numpy(), abs=1e-4)
    assert model.covariance == pytest.approx(theirs.variance_matrix_.to_numpy(), abs=1e-5)
    by_sex = lung_by_sex()
    frame = pd.DataFrame({"days": by_sex.days, "ended": by_sex.ended, "woman": by_sex.group})
    theirs = CoxPHFitter().fit(frame, "days", "ended")
    assert fit_hazards(sets_of(by_sex)).log_ratios == pytest.approx(theirs.params_.to_numpy(), abs=1e-5)


@given(PEOPLE)
def test_the_model_of_two_groups_is_that_of_statsmodels(people):
    days, ended, group, stratum = (np.array(each, dtype=np.int64) for each in zip(*people, strict=True))
    assume(group.min() == 0 and group.max() == 1)
    model = fit_hazards(sets_of(counted(days, ended, group, stratum)))
    assume(model is not None)
    theirs = PHReg(days, group[:, None].astype(float), status=ended, strata=stratum, ties="efron").fit()
    assert model.log_ratios == pytest.approx(theirs.params, abs=1e-4)
    assert model.covariance == pytest.approx(theirs.cov_params(), rel=1e-3)


def naive_log_likelihood(people, log_ratio) -> float:
    """Efron's partial likelihood, one who reaches the end after another, from a list of people."""
    total = 0.0
    for day, stratum in product(sorted({each[0] for each in people}), (0, 1)):
        beside = [each for each in people if each[3] == stratum and each[0] >= day]
        reached = [each for each in beside if each[0] == day and each[1]]
        weight = sum(exp(log_ratio * each[2]) for each in beside)
        reached_weight = sum(exp(log_ratio * each[2]) for each in reached)
        for place, each in enumerate(reached):
            total += log_ratio * each[2] - log(weight - place / len(reached) * reached_weight)
    return total


@given(PEOPLE)
def test_the_ratio_is_where_the_likelihood_of_a_list_of_people_is_greatest(people):
    days, ended, group, stratum = zip(*people, strict=True)
    assume(set(group) == {0, 1})
    model = fit_hazards(sets_of(counted(days, ended, group, stratum)))
    assume(model is not None and abs(model.log_ratios[0]) < 5)
    best = minimize_scalar(lambda each: -naive_log_likelihood(people, each), bounds=(-8, 8), method="bounded")
    assert -best.fun == pytest.approx(model.log_likelihood, abs=1e-6)


def test_counts_give_the_same_model_as_people_one_by_one_however_many_there_are():
    once = sets_of(FREIREICH)
    a_thousand = type(once)(once.waiting * 1000, once.ended * 1000, once.progress)
    model = fit_hazards(a_thousand)
    assert model.log_ratios[0] == pytest.approx(fit_hazards(once).log_ratios[0], abs=0.1)
    assert model.covariance[0, 0] < fit_hazards(once).covariance[0, 0] / 900


def test_a_ratio_turned_round_is_its_inverse_and_its_interval_turns_with_it():
    model = fit_hazards(sets_of(lung_by_performance(by_sex=True)))
    there, back = model.ratio(2, 1), model.ratio(1, 2)
    assert there.value == pytest.approx(1 / back.value)
    assert there.lower == pytest.approx(1 / back.upper)
    assert there.upper == pytest.approx(1 / back.lower)
    assert model.ratio(1, 0).value == pytest.approx(exp(0.372003668502))


@pytest.mark.parametrize(
    ("days", "ended", "group", "stratum"),
    [
        ([1, 2, 3, 4], [1, 1, 0, 0], [0, 0, 1, 1], None),
        ([1, 1, 2, 2], [1, 1, 1, 1], [0, 0, 1, 1], None),
        ([1, 2, 3, 4], [1, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]),
        ([1, 2], [1, 1], [0, 0], None),
        ([1, 2], [0, 0], [0, 1], None),
    ],
    ids=["a group that never gets there", "all of one group first", "never side by side", "one group", "nobody"],
)
def test_there_is_no_ratio_where_the_data_give_no_finite_one(days, ended, group, stratum):
    assert fit_hazards(sets_of(counted(days, ended, group, stratum))) is None


def test_a_ratio_that_changes_over_the_wait_is_not_called_steady():
    random = np.random.default_rng(1)
    early, late = random.integers(1, 50, 150), random.integers(60, 120, 150)
    middle = random.integers(1, 120, 300)
    days = np.concatenate([early, late, middle])
    group = np.array([0] * 150 + [0] * 150 + [1] * 300)
    days[:150] = days[:150] // 5 + 1
    model = fit_hazards(sets_of(counted(days, np.ones(600), group)))
    assert model.proportionality.chance_percent.value < 0.1
