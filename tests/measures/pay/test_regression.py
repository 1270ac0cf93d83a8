"""Least squares on compressed people, beside statsmodels on the people themselves."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from footing.measures.pay.cells import Cells
from footing.measures.pay.regression import regress

SIZES = {"side": 2, "grade": 5, "site": 3, "nobody": 4}
VARIABLES = ("side", "grade", "site", "nobody")


def people(number, seed=7):
    """Pay varies more in the higher grades; the last two categories of ``nobody`` are empty."""
    random = np.random.default_rng(seed)
    table = pd.DataFrame({name: random.integers(0, SIZES[name], number) for name in VARIABLES})
    table["nobody"] %= 2
    spread = 0.05 + 0.1 * table["grade"]
    table["pay"] = 2.7 + 0.1 * table["grade"] - 0.06 * table["side"] + random.normal(0, spread)
    return table


def compressed(table, variables=VARIABLES):
    codes = {name: table[name].to_numpy() for name in variables}
    pay = table["pay"].to_numpy()
    return Cells(codes, np.ones(len(table)), pay, pay**2).by(variables)


def statsmodels_fit(table, variables=VARIABLES):
    dummies = pd.get_dummies(table[list(variables)].astype(str), drop_first=True).astype(float)
    return sm.OLS(table["pay"], sm.add_constant(dummies)).fit(cov_type="HC3")


@pytest.mark.parametrize("number", [40, 400, 5000])
def test_differences_between_categories_and_their_errors_are_those_of_statsmodels(number):
    table = people(number)
    fitted, expected = regress(compressed(table), VARIABLES, SIZES), statsmodels_fit(table)
    for variable in ("side", "grade", "site"):
        for category in range(1, SIZES[variable]):
            weights = np.zeros(SIZES[variable])
            weights[[0, category]] = -1, 1
            contrast = fitted.contrast({variable: weights})
            assert fitted.can_tell(contrast)
            assert fitted.value(contrast) == pytest.approx(expected.params[f"{variable}_{category}"], abs=1e-10)
            error = expected.bse[f"{variable}_{category}"]
            assert fitted.variance(contrast) ** 0.5 == pytest.approx(error, abs=1e-10)
    assert fitted.rank == expected.df_model + 1
    assert fitted.degrees_of_freedom == expected.df_resid


def test_a_person_who_is_the_only_one_of_a_category_changes_nothing_for_the_others():
    table = people(200)
    with_one_more = pd.concat([table, table.iloc[:1].assign(grade=4, nobody=2, pay=9.0)])
    contrasts = []
    for each in (table, with_one_more):
        fitted = regress(compressed(each), VARIABLES, SIZES)
        contrast = fitted.contrast({"side": np.array([1.0, -1.0])})
        contrasts.append((fitted.value(contrast), fitted.variance(contrast)))
    assert contrasts[0] == pytest.approx(contrasts[1], abs=1e-12)


def test_a_category_with_nobody_in_it_cannot_be_told():
    fitted = regress(compressed(people(300)), VARIABLES, SIZES)
    assert not fitted.can_tell(fitted.contrast({"nobody": np.array([1.0, 0.0, -1.0, 0.0])}))
    assert fitted.can_tell(fitted.contrast({"nobody": np.array([1.0, -1.0, 0.0, 0.0])}))
    assert not fitted.can_tell(fitted.contrast({"grade": np.array([1.0, 0.0, 0.0, 0.0, 0.0])})), (
        "a level, not a difference"
    )


def test_two_variables_that_say_the_same_leave_others_to_be_told_and_not_each_other():
    table = people(300).assign(nobody=lambda each: each["grade"] % 4)
    fitted = regress(compressed(table.assign(site=table["grade"] % 3)), ("side", "grade", "site"), SIZES)
    assert fitted.can_tell(fitted.contrast({"side": np.array([1.0, -1.0])}))
    assert not fitted.can_tell(fitted.contrast({"site": np.array([1.0, -1.0, 0.0])}))
    expected = statsmodels_fit(table, ("side", "grade"))
    contrast = fitted.contrast({"side": np.array([-1.0, 1.0])})
    assert fitted.value(contrast) == pytest.approx(expected.params["side_1"], abs=1e-10)
    assert fitted.variance(contrast) ** 0.5 == pytest.approx(expected.bse["side_1"], abs=1e-10)


def test_compressing_people_changes_nothing():
    table = people(500)
    pay = table["pay"].to_numpy()
    one_by_one = Cells({name: table[name].to_numpy() for name in VARIABLES}, np.ones(500), pay, pay**2)
    whole, small = (regress(cells, VARIABLES, SIZES) for cells in (one_by_one, one_by_one.by(VARIABLES)))
    contrast = whole.contrast({"grade": np.array([1.0, 0, 0, 0, -1])})
    assert whole.value(contrast) == pytest.approx(small.value(contrast), abs=1e-12)
    assert whole.variance(contrast) == pytest.approx(small.variance(contrast), abs=1e-14)
    assert len(one_by_one.by(VARIABLES).people) < 100


def test_the_errors_cover_the_true_difference_where_pay_varies_more_in_some_grades():
    """600 draws of 60 people, so that the simulation itself is within 1.8 points."""
    held = 0
    for seed in range(600):
        fitted = regress(compressed(people(60, seed)), VARIABLES, SIZES)
        contrast = fitted.contrast({"side": np.array([1.0, -1.0])})
        held += abs(fitted.value(contrast) - 0.06) <= 2.01 * fitted.variance(contrast) ** 0.5
    assert 0.92 < held / 600 < 0.985
