"""Grades run from junior to senior, and the suggestion says how it knows."""

import pytest

from footing.workforce.fields import load_fields
from footing.workforce.ordering import order_categories, order_grades

FIELDS = load_fields()


@pytest.mark.parametrize(
    ("labels", "ranked", "unranked"),
    [
        (["Grade 10", "Grade 2", "Grade 1"], ("Grade 1", "Grade 2", "Grade 10"), ()),
        (["Band 8b", "Band 8a", "Band 9", "Band 2"], ("Band 2", "Band 8a", "Band 8b", "Band 9"), ()),
        (
            ["Partner", "Business services", "Trainee", "Senior associate", "Associate"],
            ("Trainee", "Associate", "Senior associate", "Partner"),
            ("Business services",),
        ),
        (["SEO", "Grade 6", "AO", "Grade 7", "SCS", "HEO"], ("AO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS"), ()),
        (["Grade 7", "Grade 6"], ("Grade 6", "Grade 7"), ()),
        (["Zebra", "Alpha"], ("Alpha", "Zebra"), ()),
        (["C2", "C10", "C1"], ("C1", "C2", "C10"), ()),
    ],
)
def test_grades_are_ordered_by_their_names(labels, ranked, unranked):
    order = order_grades(labels, FIELDS)
    assert (order.ranked, order.unranked) == (ranked, unranked)


def test_numbers_that_fall_as_pay_rises_are_turned_round():
    order = order_grades(["Level 1", "Level 2", "Level 3"], FIELDS, {"Level 1": 90.0, "Level 2": 50.0, "Level 3": 30.0})
    assert order.ranked == ("Level 3", "Level 2", "Level 1")
    assert "median pay falls" in order.because


def test_names_that_say_nothing_are_ordered_by_median_pay():
    order = order_grades(["Blue", "Green", "Red"], FIELDS, {"Blue": 50.0, "Green": 20.0, "Red": 30.0})
    assert order.ranked == ("Green", "Red", "Blue")
    assert order.because == "ordered by median pay, lowest first"


def test_pay_that_is_not_known_for_every_grade_orders_nothing():
    order = order_grades(["Blue", "Green"], FIELDS, {"Blue": 50.0})
    assert order.ranked == ("Blue", "Green")
    assert order.confidence < 0.5


def test_other_categories_are_alphabetical_with_what_says_little_last():
    labels = ["Prefer not to say", "Other ethnic group", "White British", "Asian", "Unknown"]
    assert order_categories(labels) == ("Asian", "White British", "Other ethnic group", "Unknown", "Prefer not to say")


def test_the_order_does_not_depend_on_the_order_given():
    labels = ["Band 9", "Band 10", "Band 8a", "Other", "Bank"]
    assert order_grades(labels, FIELDS) == order_grades(reversed(labels), FIELDS)


def test_a_name_beside_numbers_whose_pay_is_not_known_goes_where_a_ladder_has_it():
    labels = ("Chief officer", "Apprentice", "Grade 10", "Grade 9", "Grade 1")
    order = order_grades(labels, FIELDS, {"Grade 1": 20_000, "Grade 9": 50_000, "Grade 10": 60_000})
    assert order.ranked == ("Apprentice", "Grade 1", "Grade 9", "Grade 10", "Chief officer")
    unknown = order_grades(("Grade 1", "Grade 2", "Zookeeper"), FIELDS)
    assert "alphabetical" in unknown.because
