"""Who is senior, against who works here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.stats import chi2

from footing.measures.careers.senior import senior_ratio
from footing.tables import Estimate
from measures.careers.figures import figures, measured, table_of, values
from measures.careers.small_careers import GRADES, make_careers, person

STAFF = [
    *(person(f"l{number}", "Grade 1", "lower", sex="Female") for number in range(30)),
    *(person(f"L{number}", "Grade 5", "lower", sex="Male") for number in range(2)),
    *(person(f"p{number}", "Grade 2", "professional", sex="Female") for number in range(15)),
    *(person(f"P{number}", "Grade 6", "professional", sex="Male") for number in range(5)),
    *(person(f"i{number}", "Grade 3", "intermediate", sex="Male") for number in range(8)),
    person("unknown", "Grade 6", "not_answered", sex="Male"),
]


def found(**terms):
    return measured(make_careers(STAFF, None, of_people=("sex",)), **terms)


def test_the_senior_ratio_is_the_share_of_senior_people_over_the_share_of_everybody():
    ratios = values(found(), ".ratio")
    assert ratios[("lower",)] == pytest.approx((2 / 7) / (32 / 60))
    assert ratios[("professional",)] == pytest.approx((5 / 7) / (20 / 60))
    assert ratios[("intermediate",)] == 0


def test_chances_of_being_senior_and_how_many_times_as_high_they_are():
    assert values(found(), ".chance")[("lower",)] == pytest.approx(100 * 2 / 32)
    relative = figures(found(), ".relative_chance")[("lower_v_professional",)]
    assert relative.value == pytest.approx((2 / 32) / (5 / 20))
    assert relative.lower < relative.value < relative.upper


def test_by_sex_each_is_of_people_of_one_sex():
    chances = values(found(), ".chance.by_sex")
    assert chances[("Male", "lower")] == 100
    assert chances[("Female", "lower")] == 0
    assert values(found(), ".relative_chance.by_sex")[("Male", "lower_v_intermediate")] is None


def test_the_senior_grades_can_be_named_and_are_printed():
    assert values(found(senior_grades=frozenset({"Grade 1"})), ".share")[("lower",)] == 100
    assert "Senior grades: Grade 5 and Grade 6." in table_of(found(), ".share").notes


def test_the_senior_grades_are_a_roll_up_of_the_grades_that_staff_are_counted_by():
    hierarchy = found().hierarchies["grade"]
    assert {code for code, parent in hierarchy.parents.items() if parent == "senior"} == set(GRADES[-2:])
    assert found().counts[(("grade", "senior"), ("parental_occupation", "lower"))] == 2


def naive_limits(part_of_senior, senior, part_of_all, everyone):
    """Limits of the ratio of shares by the score test, with its likeliest shares looked for, and then of the ratio."""
    others, part_of_others = everyone - senior, part_of_all - part_of_senior

    def statistic(ratio):
        def slope(share):
            one = ratio * share
            found = part_of_others / share - (others - part_of_others) / (1 - share)
            return found + part_of_senior / share - ratio * (senior - part_of_senior) / (1 - one)

        share = brentq(slope, 1e-12, min(1, 1 / ratio) - 1e-12)
        one = ratio * share
        distance = (part_of_senior - senior * one) ** 2 / (senior * one * (1 - one))
        return distance + (part_of_others - others * share) ** 2 / (others * share * (1 - share)) - chi2.ppf(0.95, 1)

    middle = (part_of_senior / senior) / (part_of_others / others)
    weight = senior / everyone
    limits = brentq(statistic, middle / 500, middle), brentq(statistic, middle, middle * 500)
    return tuple(1 / (weight + (1 - weight) / limit) for limit in limits)


@pytest.mark.parametrize("counts", [(45, 150, 1182, 2960), (77, 150, 1120, 2960), (3, 10, 30, 100), (2, 40, 30, 90)])
def test_the_limits_are_those_of_the_score_test_between_senior_people_and_the_others(counts):
    ratio = senior_ratio(*counts)
    assert (ratio.lower, ratio.upper) == pytest.approx(naive_limits(*counts), rel=1e-6)


@given(st.integers(1, 200), st.integers(0, 200), st.data())
def test_the_ratio_lies_within_its_limits_and_they_within_what_is_possible(senior, others, data):
    part_of_senior, part_of_others = data.draw(st.integers(0, senior)), data.draw(st.integers(0, others))
    ratio = senior_ratio(part_of_senior, senior, part_of_senior + part_of_others, senior + others)
    if ratio.value is not None and others:
        assert 0 <= ratio.lower <= ratio.value * (1 + 1e-9)
        assert ratio.value * (1 - 1e-9) <= ratio.upper <= (senior + others) / senior * (1 + 1e-9)


def test_a_group_that_nobody_senior_is_of_has_a_ratio_of_0_with_a_lower_limit_of_exactly_0():
    assert senior_ratio(0, 10, 20, 100).value == senior_ratio(0, 10, 20, 100).lower == 0
    assert senior_ratio(0, 10, 20, 100).upper > 0


def test_a_group_of_which_everybody_is_senior_has_the_greatest_ratio_that_there_can_be():
    ratio = senior_ratio(3, 10, 3, 100)
    assert ratio.value == pytest.approx(10)
    assert ratio.upper == pytest.approx(10)
    assert ratio.lower < 10


def test_there_is_no_ratio_of_nobody_and_no_interval_where_everybody_is_senior():
    assert senior_ratio(0, 0, 20, 100) == senior_ratio(0, 10, 0, 100) == Estimate(None)
    assert senior_ratio(4, 10, 4, 10) == Estimate(1.0)
