"""Coarser tables for small employers."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.assessment.selection import worth_publishing
from footing.disclosure import release
from footing.measures import representation, response, small
from footing.measures.counting import cells_of, count_cells
from footing.measures.small import SmallTerms
from footing.measures.staff import STAFF, staff_in_post
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import Population, RawRelease
from footing.workforce.workforce import Workforce
from measures.trend.two_years import year

CATALOGUE = load_catalogue()
POLICY = CATALOGUE.policy("publish-10")
GROUPS = ("professional", "intermediate", "lower")
LISTS = {"grade": [f"Grade {number}" for number in range(1, 9)], "sex": ["Female", "Male"]}


def staff(number=180, seed=3):
    draw = np.random.default_rng(seed)
    return [
        {
            "parental_occupation": (*GROUPS, "not_answered")[int(4 * group)],
            "grade": LISTS["grade"][int(8 * grade * grade)],
            "sex": LISTS["sex"][int(2 * sex)],
        }
        for group, grade, sex in draw.random((number, 3))
    ]


def employer(people) -> Workforce:
    return year({str(key): person for key, person in enumerate(people)}, lists=LISTS)


def released(people):
    workforce = employer(people)
    coarser = small.measure(workforce, catalogue=CATALOGUE)
    families = (
        response.measure(workforce, catalogue=CATALOGUE),
        representation.measure(workforce, catalogue=CATALOGUE),
        coarser,
    )
    tables = tuple(table for each in families for table in each.tables)
    counted = staff_in_post(workforce)
    counts = count_cells(counted, [cell for cell in cells_of(tables) if cell not in coarser.counts])
    population = Population(STAFF, {**counts, **coarser.counts}, {**counted.hierarchies(), **coarser.hierarchies})
    selection = worth_publishing(RawRelease((population,), tables), POLICY)
    return {table.id: table for table in release(selection.release, policy=POLICY).tables}


def test_a_small_employer_sees_shares_by_grades_put_together_where_single_grades_are_too_few():
    tables = released(staff())
    assert "representation.parental_occupation.by_grade.share" not in tables
    together = tables["representation.parental_occupation.by_grade_together.share"]
    assert all(row.status is Status.SHOWN for row in together.rows)
    labels = [category.label for category in together.dimensions[0].categories]
    assert len(labels) >= 3
    assert any(" to " in label for label in labels)
    assert "put together" in together.title


def test_nobody_is_lost_or_counted_twice():
    people = staff()
    workforce = employer(people)
    family = small.measure(workforce, catalogue=CATALOGUE)
    table = next(each for each in family.tables if each.id.endswith("by_grade_together"))
    counts = {row.key: family.counts[row.figure.base] for row in table.rows}
    for group in (*GROUPS, "codable"):
        parts = [count for (grade, answer), count in counts.items() if answer == group and grade != "*"]
        known = [each for each in people if each["parental_occupation"] in (GROUPS if group == "codable" else (group,))]
        assert sum(parts) == counts["*", group] == len(known)


def test_a_characteristic_whose_categories_are_large_enough_has_no_coarser_table():
    family = small.measure(employer(staff()), catalogue=CATALOGUE)
    assert {table.dimensions[0].variable for table in family.tables} == {"grade"}


def test_a_larger_employer_has_no_coarser_tables():
    workforce = employer(staff())
    assert small.measure(workforce, catalogue=CATALOGUE, terms=SmallTerms(fewest_people=180)).tables == ()
    assert small.measure(workforce, catalogue=CATALOGUE, terms=SmallTerms(fewest_people=181)).tables


def test_too_few_people_to_say_is_said():
    family = small.measure(employer(staff(25)), catalogue=CATALOGUE)
    assert family.tables == ()
    words = [each.words for each in family.not_measured]
    assert words[0] == (
        "Share of people by background by grade is not given: there are too few people to say, however its categories "
        "are put together."
    )


def test_a_lower_threshold_of_the_policy_leaves_more_categories():
    workforce = employer(staff())
    by_threshold = {
        threshold: small.measure(workforce, catalogue=CATALOGUE, terms=SmallTerms(threshold=threshold))
        for threshold in (3, 10)
    }
    numbers = {key: len(each.tables[0].dimensions[0].categories) for key, each in by_threshold.items()}
    assert numbers[3] > numbers[10]


@pytest.mark.parametrize("people", [[], staff(1)])
def test_nobody_and_one_person_break_nothing(people):
    assert small.measure(employer(people), catalogue=CATALOGUE).tables == ()


def test_without_the_question_there_is_nothing_to_show():
    workforce = year({}, lists=LISTS, question="school_type")
    assert small.measure(workforce, catalogue=CATALOGUE).tables == ()


PERSON = st.fixed_dictionaries(
    {
        "parental_occupation": st.sampled_from((*GROUPS, "not_answered")),
        "grade": st.sampled_from(LISTS["grade"]),
        "sex": st.sampled_from(LISTS["sex"]),
    }
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PERSON, max_size=60))
def test_every_category_holds_enough_people_of_every_background(people):
    workforce = employer(people)
    family = small.measure(workforce, catalogue=CATALOGUE, terms=SmallTerms(threshold=3))
    for table in family.tables:
        for row in table.rows:
            part = family.counts[row.figure.cells[0]]
            assert part >= 3
            group = row.key[-1]
            label = next(each.label for each in table.dimensions[0].categories if each.code == row.key[0])
            if row.key[0] in LISTS["grade"]:
                here = [each for each in people if each["grade"] == row.key[0]]
                known = GROUPS if group == "codable" else (group,)
                assert part == sum(each["parental_occupation"] in known for each in here), label
