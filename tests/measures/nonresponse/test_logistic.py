"""Logistic regression on counts, against published figures and statsmodels."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.measures.nonresponse.logistic import fit

BERKELEY = {
    "A": ((512, 313), (89, 19)),
    "B": ((353, 207), (17, 8)),
    "C": ((120, 205), (202, 391)),
    "D": ((138, 279), (131, 244)),
    "E": ((53, 138), (94, 299)),
    "F": ((22, 351), (24, 317)),
}
"""Admitted and rejected, men then women, by department: P. J. Bickel, E. A. Hammel and J. W. O'Connell, Science 187
(1975), as in R's UCBAdmissions."""


def berkeley(*variables):
    rows = [(place, sex, *counts) for place, each in enumerate(BERKELEY.values()) for sex, counts in enumerate(each)]
    department, sex, admitted, rejected = np.array(rows).T
    codes = {"department": department, "sex": sex}
    chosen = {name: codes[name] for name in variables}
    return fit(chosen, {"department": 6, "sex": 2}, admitted.astype(float), (admitted + rejected).astype(float))


def test_admissions_to_berkeley_in_1973_as_r_gives_them():
    """R 4.2.2: glm(Admit == "Admitted" ~ Gender + Dept, binomial, weights = Freq) on UCBAdmissions."""
    whole = berkeley("department", "sex")
    value, variance = whole.contrast("sex", np.array([-1.0, 1.0]))
    assert (value, np.sqrt(variance)) == pytest.approx((0.0998700881593, 0.0808464647066), rel=1e-6)
    value, variance = whole.contrast("department", np.array([-1.0, 0, 0, 0, 0, 1]))
    assert (value, np.sqrt(variance)) == pytest.approx((-3.3064800558869, 0.1699817646229), rel=1e-6)


def test_the_likelihood_ratios_of_berkeley_are_those_of_r():
    """R 4.2.2: anova(..., test = "LRT") without sex and without department."""
    whole, without_sex, without_department = (
        berkeley("department", "sex"),
        berkeley("department"),
        berkeley("sex"),
    )
    assert without_sex.deviance - whole.deviance == pytest.approx(1.531231451)
    assert without_department.deviance - whole.deviance == pytest.approx(763.4027307)
    assert (whole.rank - without_sex.rank, whole.rank - without_department.rank) == (1, 5)


def test_agrestis_residual_deviance_of_berkeley():
    """A. Agresti, Categorical Data Analysis (2013), gives G2 = 20.2 on 5 degrees of freedom for this model."""
    whole = berkeley("department", "sex")
    assert whole.deviance == pytest.approx(20.20, abs=0.01)
    assert 12 - whole.rank == 5


CELLS = st.lists(st.tuples(st.integers(2, 30), st.integers(31, 60)), min_size=6, max_size=6)


@settings(max_examples=40, deadline=None)
@given(CELLS)
def test_contrasts_and_deviance_are_those_of_statsmodels(cells):
    yes, no = np.array(cells, dtype=float).T
    one, other = np.repeat([0, 1, 2], 2), np.tile([0, 1], 3)
    found = fit({"one": one, "other": other}, {"one": 3, "other": 2}, yes, yes + no)
    design = np.stack([np.ones(6), one == 1, one == 2, other == 1], axis=1).astype(float)
    both = np.repeat([1.0, 0.0], 6), np.vstack([design, design]), np.concatenate([yes, no])
    expected = sm.GLM(both[0], both[1], family=sm.families.Binomial(), freq_weights=both[2]).fit(tol=1e-12)
    for variable, weights, place in (("one", [-1, 1, 0], 1), ("one", [-1, 0, 1], 2), ("other", [-1, 1], 3)):
        value, variance = found.contrast(variable, np.array(weights, dtype=float))
        assert value == pytest.approx(expected.params[place], abs=1e-7)
        assert np.sqrt(variance) == pytest.approx(expected.bse[place], rel=1e-6)
    simpler = fit({"other": other}, {"other": 2}, yes, yes + no)
    without = sm.GLM(both[0], both[1][:, [0, 3]], family=sm.families.Binomial(), freq_weights=both[2]).fit(tol=1e-12)
    assert simpler.deviance - found.deviance == pytest.approx(without.deviance - expected.deviance, abs=1e-7)


def test_a_category_that_all_belong_to_or_none_takes_nothing_from_the_others():
    yes, people = np.array([10.0, 20, 0, 30]), np.array([20.0, 40, 15, 30])
    found = fit({"one": np.arange(4)}, {"one": 4}, yes, people)
    value, _ = found.contrast("one", np.array([-1.0, 1, 0, 0]))
    assert value == pytest.approx(0.0, abs=1e-9)


def test_a_combination_of_nobody_changes_nothing():
    codes, sizes = {"one": np.array([0, 1, 0])}, {"one": 2}
    with_nobody = fit(codes, sizes, np.array([3.0, 5, 0]), np.array([10.0, 9, 0]))
    without = fit({"one": np.array([0, 1])}, sizes, np.array([3.0, 5]), np.array([10.0, 9]))
    assert with_nobody.deviance == pytest.approx(without.deviance)
    contrast = np.array([-1.0, 1.0])
    assert with_nobody.contrast("one", contrast) == pytest.approx(without.contrast("one", contrast))
