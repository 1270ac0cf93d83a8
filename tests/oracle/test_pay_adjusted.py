"""The adjusted tables against statsmodels on one row per person, on workforces that nobody designed."""

import math

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.measures.pay import measure
from footing.standards import load_catalogue
from measures.pay.paid_workforce import QUESTION, figures_of, paid_workforce
from oracle.naive_pay import COMPARISONS, EVERYONE

LISTS = {
    "grade": ["Grade 1", "Grade 2", "Grade 3", "Grade 4"],
    "sex": ["Female", "Male", "not_recorded"],
    "tenure_band": ["Under 1 year", "1 to 4 years", "5 years and over"],
    "function": ["Care", "Housing", "Planning"],
    "contract": ["Permanent", "Fixed term"],
}
STEPS = {
    "nothing": [],
    "person": ["sex", "tenure_band"],
    "job": ["sex", "tenure_band", "function", "contract"],
    "grade": ["sex", "tenure_band", "function", "contract", "grade"],
}
PEOPLE_PER_TERM = FEWEST = 10


def workforce(number, seed, spread):
    """People whose pay goes with everything a little; some have none."""
    random = np.random.default_rng(seed)
    table = pd.DataFrame({name: random.choice(codes, number) for name, codes in LISTS.items()})
    table[QUESTION] = random.choice(EVERYONE, number, p=[0.3, 0.2, 0.35, 0.05, 0.05, 0.05])
    effects = {name: random.normal(0, spread, len(codes)) for name, codes in {**LISTS, QUESTION: EVERYONE}.items()}
    log_pay = 15 + random.normal(0, 0.2, number)
    for name, codes in {**LISTS, QUESTION: EVERYONE}.items():
        log_pay += table[name].map(dict(zip(codes, effects[name], strict=True)))
    table["annual_pay_pence"] = np.exp(log_pay).astype(int)
    table.loc[random.random(number) < 0.03, "annual_pay_pence"] = -1
    return table


def dummies(table, names):
    return pd.get_dummies(table[names], drop_first=True).astype(float) if names else pd.DataFrame(index=table.index)


def compared(table, comparison):
    group, reference = COMPARISONS[comparison]
    kept = table[table[QUESTION].isin([*group, *reference]) & (table["annual_pay_pence"] > 0)]
    return kept.assign(log_pay=np.log(kept["annual_pay_pence"]), lower=kept[QUESTION].isin(group).astype(float))


def enough(table, design):
    sizes = table["lower"].value_counts()
    return len(sizes) == 2 and sizes.min() >= FEWEST and len(table) >= PEOPLE_PER_TERM * np.linalg.matrix_rank(design)


@settings(max_examples=10, deadline=None)
@given(st.integers(120, 700), st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.05, 0.3]))
def test_adjusted_gaps_and_their_parts_are_those_of_statsmodels(number, seed, spread):
    table = workforce(number, seed, spread)
    staff = paid_workforce(table.to_dict("records"), lists=LISTS)
    figures = figures_of(staff, measure(staff, catalogue=load_catalogue()))
    gaps = figures.get(f"adjusted_pay_gap.{QUESTION}.held_equal", {})
    for step, names in STEPS.items():
        for comparison in COMPARISONS:
            people = compared(table, comparison)
            design = sm.add_constant(dummies(people, names).assign(lower=people["lower"]))
            assert ((step, comparison) in gaps) == enough(people, design)
            if (step, comparison) in gaps:
                assert gaps[step, comparison] == pytest.approx(adjusted(people, design), abs=1e-6)
    assert_parts(figures, compared(table, "lower_v_professional"))


def adjusted(people, design):
    fitted = sm.OLS(people["log_pay"], design).fit(cov_type="HC3", use_t=True)
    lower, upper = fitted.conf_int().loc["lower"]
    return tuple(100 * (1 - math.exp(each)) for each in (fitted.params["lower"], upper, lower))


def assert_parts(figures, people):
    """Means of dummies times coefficients, as Oaxaca and Blinder wrote it down."""
    controls = sm.add_constant(dummies(people, STEPS["grade"]))
    with_group = controls.assign(lower=people["lower"])
    explained = figures.get(f"adjusted_pay_gap.{QUESTION}.explained")
    assert (explained is not None) == enough(people, with_group)
    if explained is None:
        return
    means = controls.groupby(people["lower"]).mean()
    apart = means.loc[0.0] - means.loc[1.0]
    log_means = people.groupby("lower")["log_pay"].mean()
    gap = log_means[0.0] - log_means[1.0]
    points = 100 * (1 - math.exp(-gap)) / gap
    for rates, design in (("group_held_equal", with_group), ("group_not_held_equal", controls)):
        accounted = apart @ sm.OLS(people["log_pay"], design).fit().params[controls.columns]
        found = [explained[rates, part][0] for part in ("gap", "explained", "left")]
        assert found == pytest.approx([points * gap, points * accounted, points * (gap - accounted)], abs=1e-6)
    three = figures.get(f"adjusted_pay_gap.{QUESTION}.three_parts")
    sides = [people["lower"] == 0, people["lower"] == 1]
    can_tell = all(np.linalg.matrix_rank(controls[side]) == controls.shape[1] for side in sides)
    assert (three is not None) == can_tell
    if three is not None:
        reference, group = (sm.OLS(people["log_pay"][side], controls[side]).fit().params for side in sides)
        parts = [apart @ group, means.loc[1.0] @ (reference - group), apart @ (reference - group)]
        found = [three["*", part][0] for part in ("endowments", "coefficients", "interaction")]
        assert found == pytest.approx([points * part for part in parts], abs=1e-6)
