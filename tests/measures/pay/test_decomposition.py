"""Oaxaca-Blinder decompositions, beside statsmodels and a bootstrap."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.datasets import ccard
from statsmodels.stats.oaxaca import OaxacaBlinder

from footing.measures.pay.cells import Cells
from footing.measures.pay.decomposition import (
    CONSTANT,
    GROUP,
    REFERENCE,
    SIDE,
    TwoSides,
    mean_log_gap,
    three_fold,
    two_fold,
)

CONTROLS = ("grade", "site")


def workforce(number=800, seed=11, gap=0.07):
    """The group compared is in lower grades more often, and is paid less in the middle grade above all."""
    random = np.random.default_rng(seed)
    side = random.integers(0, 2, number)
    grade = np.clip(random.integers(0, 5, number) + (side == REFERENCE) * random.integers(0, 2, number), 0, 4)
    site = random.integers(0, 3, number)
    pay = 2.5 + 0.1 * grade + 0.05 * site - gap * (side == GROUP) * (1 + (grade == 2)) + random.normal(0, 0.2, number)
    return pd.DataFrame({SIDE: side, "grade": grade, "site": site, "pay": pay})


def sides_of(table, controls=CONTROLS, sizes=None):
    codes = {name: table[name].to_numpy() for name in (SIDE, *controls)}
    pay = table["pay"].to_numpy(dtype=float)
    cells = Cells(codes, np.ones(len(table)), pay, pay**2).by((SIDE, *controls))
    return TwoSides.of(cells, controls, sizes or {name: int(table[name].max()) + 1 for name in controls})


def statsmodels_of(table, controls=CONTROLS, drop=0):
    """statsmodels on dummies of all categories but one; the groups in the order of its examples."""
    dummies = [
        pd.get_dummies(table[name].astype(str), prefix=name).drop(columns=f"{name}_{drop}").astype(float)
        for name in controls
    ]
    design = sm.add_constant(pd.concat([*dummies, 1.0 - table[SIDE].rename("is_reference")], axis=1), prepend=False)
    return OaxacaBlinder(table["pay"].astype(float), design, "is_reference", swap=True)


def split(sides):
    return two_fold(sides, sides.pooled(with_side=True))


def test_the_two_fold_split_is_that_of_statsmodels():
    table = workforce()
    parts = split(sides_of(table))
    left, explained, gap = statsmodels_of(table).two_fold(two_fold_type="pooled").params
    signs = np.sign(gap) * np.sign(parts.gap.value)
    assert parts.gap.value == pytest.approx(signs * gap, abs=1e-10)
    assert parts.explained.value == pytest.approx(signs * explained, abs=1e-10)
    assert parts.unexplained.value == pytest.approx(signs * left, abs=1e-10)


def test_the_three_fold_split_is_that_of_statsmodels_from_the_side_of_the_group_that_is_compared():
    table = workforce()
    parts = three_fold(sides_of(table))
    sums = [sum(each.values()) for each in (parts.endowments, parts.coefficients, parts.interaction)]
    expected = statsmodels_of(table).three_fold().params[:3]
    assert sums == pytest.approx(expected, abs=1e-10) or sums == pytest.approx(-expected, abs=1e-10)
    assert sum(sums) == pytest.approx(mean_log_gap(sides_of(table)).value, abs=1e-12)


def test_the_splits_of_the_credit_card_data_are_those_of_statsmodels_which_is_checked_against_stata():
    """Greene's data: spending of home owners and others, with age and income in bands to hold equal."""
    data = ccard.load_pandas().data
    table = pd.DataFrame(
        {
            SIDE: (1 - data["OWNRENT"]).astype(int),
            "age": pd.cut(data["AGE"], [0, 28, 35, 100], labels=False),
            "income": pd.cut(data["INCOME"], [0, 2.5, 3.6, 99], labels=False),
            "pay": data["AVGEXP"],
        }
    )
    controls = ("age", "income")
    parts, three = split(sides_of(table, controls)), three_fold(sides_of(table, controls))
    fitted = statsmodels_of(table, controls)
    left, explained, gap = fitted.two_fold(two_fold_type="pooled").params
    assert parts.gap.value == pytest.approx(158.7504, abs=1e-4), "the gap that Stata prints"
    assert (parts.unexplained.value, parts.explained.value) == pytest.approx((left, explained), abs=1e-8)
    assert parts.gap.value == pytest.approx(gap, abs=1e-8)
    sums = [sum(each.values()) for each in (three.endowments, three.coefficients, three.interaction)]
    assert sums == pytest.approx(list(fitted.three_fold().params[:3]), abs=1e-8)


def test_without_a_term_for_the_group_the_split_is_neumarks():
    """Worked out here from the pooled regression on dummies, as Neumark (1988) has it."""
    table = workforce()
    dummies = pd.get_dummies(table[list(CONTROLS)].astype(str), drop_first=True).astype(float)
    pooled = sm.OLS(table["pay"], sm.add_constant(dummies)).fit()
    means = dummies.groupby(table[SIDE]).mean()
    explained = float((means.loc[REFERENCE] - means.loc[GROUP]) @ pooled.params.drop("const"))
    sides = sides_of(table)
    parts = two_fold(sides, sides.pooled(with_side=False))
    assert parts.explained.value == pytest.approx(explained, abs=1e-10)
    assert parts.unexplained.value == pytest.approx(parts.gap.value - explained, abs=1e-10)
    assert abs(parts.explained.value) > abs(split(sides).explained.value), "it takes up part of what is left"


def test_what_is_left_is_the_coefficient_of_the_group():
    table = workforce()
    dummies = pd.get_dummies(table[list(CONTROLS)].astype(str), drop_first=True).astype(float).assign(side=table[SIDE])
    fitted = sm.OLS(table["pay"], sm.add_constant(dummies)).fit(cov_type="HC3")
    parts = split(sides_of(table))
    assert parts.unexplained.value == pytest.approx(-fitted.params["side"], abs=1e-10)
    assert parts.unexplained.variance**0.5 == pytest.approx(fitted.bse["side"], abs=1e-10)


def test_parts_by_variable_do_not_depend_on_the_order_of_categories():
    """Which category comes first is what a regression on dummies would leave out."""
    table = workforce()
    turned = table.assign(grade=(table["grade"] + 2) % 5, site=2 - table["site"])
    one, other = split(sides_of(table)), split(sides_of(turned))
    for name in CONTROLS:
        assert one.by_variable[name].value == pytest.approx(other.by_variable[name].value, abs=1e-12)
        assert one.by_variable[name].variance == pytest.approx(other.by_variable[name].variance, abs=1e-14)
    three, three_turned = three_fold(sides_of(table)), three_fold(sides_of(turned))
    for part, part_turned in (
        (three.endowments, three_turned.endowments),
        (three.coefficients, three_turned.coefficients),
        (three.interaction, three_turned.interaction),
    ):
        assert part == pytest.approx(part_turned, abs=1e-12)


def test_parts_by_variable_are_those_of_the_mean_over_all_categories_that_could_be_left_out():
    """Yun (2005): the coefficients part of a variable is the average of those that each reference category gives."""
    table, controls = workforce(), ("grade",)
    averages = []
    for drop in range(5):
        dummies = pd.get_dummies(table["grade"].astype(str), prefix="grade").drop(columns=f"grade_{drop}").astype(float)
        rates = [
            sm.OLS(table["pay"][table[SIDE] == side], sm.add_constant(dummies[table[SIDE] == side])).fit().params
            for side in (REFERENCE, GROUP)
        ]
        means = dummies[table[SIDE] == GROUP].mean()
        averages.append(float(means @ (rates[REFERENCE] - rates[GROUP]).drop("const")))
    parts = three_fold(sides_of(table, controls))
    assert parts.coefficients["grade"] == pytest.approx(np.mean(averages), abs=1e-10)


def test_parts_add_up():
    parts, three = split(sides_of(workforce())), three_fold(sides_of(workforce()))
    assert sum(part.value for part in parts.by_variable.values()) == pytest.approx(parts.explained.value, abs=1e-12)
    assert parts.explained.value + parts.unexplained.value == pytest.approx(parts.gap.value, abs=1e-12)
    assert three.endowments[CONSTANT] == three.interaction[CONSTANT] == 0
    assert three.endowments.keys() == three.coefficients.keys() == three.interaction.keys()


def test_errors_of_parts_are_those_of_a_bootstrap():
    """300 resamples within each group; the simulation itself is within about 8 %."""
    table, random = workforce(500), np.random.default_rng(1)
    drawn = []
    for _ in range(300):
        rows = np.concatenate(
            [random.choice(np.flatnonzero(table[SIDE] == side), (table[SIDE] == side).sum()) for side in (0, 1)]
        )
        parts = split(sides_of(table.iloc[rows], sizes={"grade": 5, "site": 3}))
        drawn.append(
            (parts.gap.value, parts.explained.value, parts.unexplained.value, parts.by_variable["grade"].value)
        )
    parts = split(sides_of(table))
    expected = np.std(drawn, axis=0, ddof=1)
    found = [part.variance**0.5 for part in (parts.gap, parts.explained, parts.unexplained, parts.by_variable["grade"])]
    assert found == pytest.approx(expected, rel=0.15)


def test_a_group_with_nobody_in_a_category_has_a_two_fold_split_and_no_three_fold_one():
    table = workforce()
    table = table[(table[SIDE] == REFERENCE) | (table["grade"] < 4)]
    assert split(sides_of(table)) is not None
    assert three_fold(sides_of(table)) is None


def test_a_variable_that_says_who_is_in_which_group_leaves_nothing_to_tell():
    table = workforce().assign(site=lambda each: each[SIDE])
    sides = sides_of(table)
    assert split(sides) is None
    assert three_fold(sides) is None


def test_variables_that_say_the_same_have_a_split_in_two_but_none_by_variable():
    table = workforce().assign(site=lambda each: each["grade"] // 2)
    parts = split(sides_of(table))
    assert parts.by_variable is None
    assert parts.explained.value == pytest.approx(split(sides_of(table, ("grade",))).explained.value, abs=1e-10)
    assert three_fold(sides_of(table)) is None


def test_without_a_gap_in_rates_all_is_explained_within_its_interval():
    parts = split(sides_of(workforce(4000, gap=0.0)))
    assert abs(parts.unexplained.value) < 2 * parts.unexplained.variance**0.5
    assert parts.explained.value > 4 * parts.explained.variance**0.5
