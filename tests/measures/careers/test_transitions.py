"""Where people of each grade were at the end."""

import pytest

from measures.careers.figures import measured, table_of, values
from measures.careers.small_careers import event, make_careers, person

STAFF = [
    person("up", "Grade 3", "lower"),
    person("same", "Grade 1", "lower"),
    person("down", "Grade 1", "professional"),
    person("outside", "Spot salary", "professional"),
    person("new", "Grade 1", "lower"),
]
EVENTS = [
    event("up", "promoted", "2021-01-01", "Grade 1", "Grade 2"),
    event("up", "promoted", "2023-01-01", "Grade 2", "Grade 3"),
    event("down", "moved", "2023-01-01", "Grade 2", "Grade 1"),
    event("outside", "moved", "2023-01-01", "Grade 2", "Spot salary"),
    event("gone", "left", "2023-01-01", "Grade 1", parental_occupation="lower"),
    event("back", "left", "2021-01-01", "Grade 2"),
    event("back", "joined", "2022-01-01", to="Grade 2"),
    event("new", "joined", "2022-01-01", to="Grade 1"),
]


def found():
    return measured(make_careers([*STAFF, person("back", "Grade 2", "lower")], EVENTS, unranked=("Spot salary",)))


def test_the_matrix_says_where_everybody_of_a_grade_went_who_was_there_at_the_start():
    matrix = values(found(), ".matrix")
    assert {key: round(value, 6) for key, value in matrix.items() if value} == {
        ("Grade 1", "Grade 1"): 33.333333,
        ("Grade 1", "Grade 3"): 33.333333,
        ("Grade 1", "left"): 33.333333,
        ("Grade 2", "Grade 1"): 33.333333,
        ("Grade 2", "Grade 2"): 33.333333,
        ("Grade 2", "Spot salary"): 33.333333,
    }
    assert matrix[("Grade 5", "left")] is None


def test_by_background_the_direction_is_given_and_all_grades_together_last():
    directions = values(found(), ".direction")
    assert directions[("Grade 1", "higher", "lower")] == pytest.approx(100 / 3)
    assert directions[("Grade 2", "lower", "professional")] == 50
    assert directions[("Grade 2", "elsewhere", "professional")] == 50
    assert directions[("*", "left", "lower")] == 25
    assert list(directions)[-1][0] == "*"


def test_somebody_who_left_and_came_back_is_there_at_the_end():
    assert values(found(), ".direction")[("Grade 2", "same", "lower")] == 100


def test_a_grade_outside_the_order_is_a_direction_only_where_there_is_one():
    directions = table_of(found(), ".direction").dimensions[1].categories
    assert [each.code for each in directions] == ["higher", "same", "lower", "elsewhere", "left"]
    ordered = [each for each in EVENTS if each["person_key"] != "outside"]
    table = table_of(measured(make_careers(STAFF[:3], ordered)), ".direction")
    assert [each.code for each in table.dimensions[1].categories] == ["higher", "same", "lower", "left"]


def test_the_figures_of_a_grade_rest_on_all_its_counts_so_that_it_is_shown_whole_or_not_at_all():
    rows = [row for row in table_of(found(), ".direction").rows if row.key[0] == "Grade 1"]
    assert len({row.figure.cells[2:] for row in rows}) == 1
    assert len(rows[0].figure.cells[2:]) == 3 * 5


def test_the_matrix_is_titled_as_what_it_is_and_names_no_question():
    assert table_of(found(), ".matrix").title == "Moves between grades"
