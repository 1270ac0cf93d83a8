"""The impact ratio, and which groups are compared with which."""

import pytest

from footing.measures.hiring import HiringTerms, measure
from footing.measures.hiring.fairness import impact_ratio
from footing.measures.hiring.two_by_two import relative_rate
from footing.measures.intervals import NOBODY
from footing.standards import load_catalogue
from footing.tables import Estimate
from measures.hiring.small_applications import estimates_of, make_applications, values_of

CATALOGUE = load_catalogue()
TERMS = HiringTerms()


def ratios(*counts):
    return [impact_ratio(*counts, place=place, terms=TERMS) for place in range(len(counts) // 2)]


def test_the_example_of_the_uniform_guidelines():
    """Questions and answers on the guidelines (44 FR 11996, 1979): rates of 60, 45, 48 and 51 % give ratios of 75, 80
    and 85 % of the highest."""
    found = ratios(60, 100, 45, 100, 48, 100, 51, 100)
    assert [each.value for each in found] == pytest.approx([1, 0.75, 0.8, 0.85])


def test_the_group_with_the_highest_rate_has_no_interval_and_the_others_have_that_of_a_ratio():
    highest, other = ratios(60, 100, 45, 100)
    assert highest == Estimate(1.0)
    assert other == relative_rate(45, 100, 60, 100)


def test_of_several_highest_rates_the_first_is_the_one_that_others_are_held_against():
    first, second, third = ratios(1, 3, 2, 6, 1, 6)
    assert first == Estimate(1.0)
    assert second == relative_rate(2, 6, 1, 3)
    assert third.value == 0.5


def test_a_group_of_under_two_per_cent_is_left_out_on_both_sides():
    small = 19
    found = ratios(small, small, 300, 600, 100, 400)
    assert [each.value for each in found] == [None, 1, 0.5]
    found = ratios(small + 2, small + 2, 300, 600, 100, 400)
    assert [each.value for each in found] == [1, 0.5, 0.25]


def test_which_groups_are_too_small_is_a_term():
    generous = HiringTerms(smallest_group_percent=0)
    assert impact_ratio(19, 19, 300, 600, 100, 400, place=1, terms=generous).value == 0.5


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (3, 9, 0, 0), (0, 9, 0, 9), (5, 9)])
def test_with_nobody_to_hold_a_group_against_there_is_no_ratio(counts):
    assert set(ratios(*counts)) == {NOBODY}


def applications(counts, *, question="parental_occupation"):
    """So many of each group passed the sift and so many did not."""
    rows = []
    for group, (passed, failed) in counts.items():
        rows += [{"applied_on": 0, "sift_passed_on": 5, question: group}] * passed
        rows += [{"applied_on": 0, question: group}] * failed
    return measure(make_applications(rows, questions=(question,)), catalogue=CATALOGUE)


def test_every_group_is_compared_with_the_professional_one():
    measured = applications({"professional": (40, 60), "intermediate": (30, 70), "lower": (20, 80)})
    assert values_of(measured, "parental_occupation.relative_rate") == {
        ("sift", "intermediate"): pytest.approx(0.75),
        ("sift", "lower"): pytest.approx(0.5),
    }
    assert values_of(measured, "parental_occupation.odds_ratio") == {
        ("sift", "intermediate"): pytest.approx(30 * 60 / (70 * 40)),
        ("sift", "lower"): pytest.approx(20 * 60 / (80 * 40)),
    }
    assert values_of(measured, "parental_occupation.impact_ratio")["sift", "professional"] == 1


def test_those_who_had_free_school_meals_are_compared_with_those_who_had_not():
    measured = applications({"eligible": (10, 40), "not_eligible": (40, 60)}, question="free_school_meals")
    assert values_of(measured, "free_school_meals.relative_rate") == {("sift", "eligible"): pytest.approx(0.5)}


def test_unknown_backgrounds_are_in_no_comparison():
    known = {"professional": (40, 60), "intermediate": (30, 70), "lower": (20, 80)}
    unknown = {"not_known": (9, 1), "prefer_not_to_say": (0, 7), "not_answered": (50, 3)}
    for table in ("relative_rate", "odds_ratio", "chance", "impact_ratio"):
        name = f"parental_occupation.{table}"
        assert estimates_of(applications(known | unknown), name) == estimates_of(applications(known), name)


def test_the_caution_about_four_fifths_is_beneath_every_table_of_impact_ratios():
    measured = applications({"professional": (40, 60), "lower": (20, 80)})
    tables = [table for table in measured.tables if table.measure == "hiring_impact_ratio"]
    assert tables
    for table in tables:
        assert any("no legal force in the United Kingdom" in note for note in table.notes)
