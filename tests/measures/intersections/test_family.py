"""Intersections from people to protected tables."""

from math import isfinite

import numpy as np
import pytest

from footing.assessment.selection import worth_publishing
from footing.disclosure import release
from footing.measures import intersections, representation, response
from footing.measures.careers import CareerTerms
from footing.measures.counting import cells_of, count_cells
from footing.measures.staff import STAFF, staff_in_post
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import Population, RawRelease
from measures.trend.two_years import QUESTION, year

CATALOGUE = load_catalogue()
POLICY = CATALOGUE.policy("publish-10")
GROUPS = ("professional", "intermediate", "lower")
LISTS = {
    "grade": [f"Grade {number}" for number in range(1, 7)],
    "sex": ["Female", "Male", "not_recorded"],
    "ethnicity": ["Asian", "Black", "White"],
}
SENIOR = ("Grade 5", "Grade 6")


def staff(number=4000, seed=6):
    """Women of lower backgrounds are held back by more than the two gaps together."""
    draw = np.random.default_rng(seed)
    people = []
    for group, sex, ethnicity, senior, grade in draw.random((number, 5)):
        person = {
            QUESTION: (*GROUPS, "not_answered")[int(4 * group)],
            "sex": LISTS["sex"][0 if sex < 0.5 else 1 if sex < 0.99 else 2],
            "ethnicity": LISTS["ethnicity"][int(3 * ethnicity)],
        }
        chance = 0.4 - 0.05 * (person["sex"] == "Female") - 0.05 * (person[QUESTION] == "lower")
        chance -= 0.2 * (person["sex"] == "Female" and person[QUESTION] == "lower")
        of_grade = SENIOR if senior < chance else LISTS["grade"][:4]
        people.append({**person, "grade": of_grade[int(len(of_grade) * grade)]})
    return people


def employer(people, lists=LISTS):
    return year({str(key): person for key, person in enumerate(people)}, lists=lists)


def estimates(family, name):
    table = next(each for each in family.tables if each.id == f"intersections.{QUESTION}.{name}")
    return {row.key: row.figure.estimate(*(family.counts[cell] for cell in row.figure.cells)) for row in table.rows}


def chance(people, **place):
    here = [each for each in people if all(each[name] == code for name, code in place.items())]
    return 100 * sum(each["grade"] in SENIOR for each in here) / len(here)


def others(people, sex):
    return [each for each in people if each["sex"] != sex]


def test_chances_are_those_of_the_people_of_each_combination():
    people = staff()
    family = intersections.measure(employer(people), catalogue=CATALOGUE)
    for (ethnicity, group), found in estimates(family, "senior_chance.by_ethnicity").items():
        assert found.value == pytest.approx(chance(people, ethnicity=ethnicity, **{QUESTION: group}))
    for (sex, ethnicity, group), found in estimates(family, "senior_chance.by_sex_and_ethnicity").items():
        assert found.value == pytest.approx(chance(people, sex=sex, ethnicity=ethnicity, **{QUESTION: group}))


def test_what_is_beyond_the_two_gaps_is_found_and_the_interval_covers_the_truth():
    people = staff(20000)
    family = intersections.measure(employer(people), catalogue=CATALOGUE)
    found = estimates(family, "beyond.by_sex")["Female", "lower_v_professional"]
    gap = chance(people, sex="Female", **{QUESTION: "lower"}) - chance(
        people, sex="Female", **{QUESTION: "professional"}
    )
    elsewhere = others(people, "Female")
    gap_elsewhere = chance(elsewhere, **{QUESTION: "lower"}) - chance(elsewhere, **{QUESTION: "professional"})
    assert found.value == pytest.approx(gap - gap_elsewhere)
    assert found.lower < -20 < found.upper < 0
    assert estimates(family, "gap.by_sex")["Female", "lower_v_professional"].value == pytest.approx(gap)


def test_where_the_gaps_add_up_the_interval_includes_nought():
    family = intersections.measure(employer(staff()), catalogue=CATALOGUE)
    found = estimates(family, "beyond.by_ethnicity")
    assert sum(not each.lower <= 0 <= each.upper for each in found.values()) <= 1


def test_the_senior_ratio_of_a_combination_is_its_share_of_the_top_over_its_share_of_all():
    people = staff()
    known = [each for each in people if each[QUESTION] in GROUPS]
    top = [each for each in known if each["grade"] in SENIOR]
    ratios = estimates(intersections.measure(employer(people), catalogue=CATALOGUE), "senior_ratio.by_sex")
    for (sex, group), found in ratios.items():
        both = [[each["sex"] == sex and each[QUESTION] == group for each in set_] for set_ in (top, known)]
        assert found.value == pytest.approx((sum(both[0]) / len(top)) / (sum(both[1]) / len(known)))


def test_people_whose_sex_is_not_recorded_have_no_row_and_count_among_everybody_else():
    table = next(
        each
        for each in intersections.measure(employer(staff()), catalogue=CATALOGUE).tables
        if each.id.endswith("gap.by_sex")
    )
    assert {row.key[0] for row in table.rows} == {"Female", "Male"}


def released(people, crossings=None):
    workforce = employer(people)
    family = intersections.measure(workforce, catalogue=CATALOGUE)
    families = (
        response.measure(workforce, catalogue=CATALOGUE),
        representation.measure(workforce, catalogue=CATALOGUE, crossings=crossings),
        family,
    )
    tables = tuple(table for each in families for table in each.tables)
    counted = staff_in_post(workforce)
    counts = count_cells(counted, [cell for cell in cells_of(tables) if cell not in family.counts])
    hierarchies = {**counted.hierarchies(), **family.hierarchies}
    selection = worth_publishing(
        RawRelease((Population(STAFF, {**counts, **family.counts}, hierarchies),), tables), POLICY
    )
    return selection, release(selection.release, policy=POLICY)


def test_three_characteristics_are_shown_where_there_are_people_enough_and_left_out_where_not():
    """Background by grade, sex and ethnicity, from people to protected tables."""
    three = f"representation.{QUESTION}.by_grade_and_sex_and_ethnicity"
    (large, of_large), (small, of_small) = (
        released(staff(6000)),
        released(staff(300), [("grade", "sex", "ethnicity")]),
    )
    assert three in {table.id for table in of_large.tables}
    assert three in {each.table for each in small.left_out}
    shown = [row for table in of_large.tables if table.id == three for row in table.rows if row.status is Status.SHOWN]
    assert len(shown) > 100
    assert not large.left_out or three not in {each.table for each in large.left_out}
    for result in (of_large, of_small):
        assert all(audit.limits == () for audit in result.audits)


def test_three_characteristics_are_not_tried_where_there_are_too_few_people_for_so_many_combinations():
    few, many = (representation.grade_crossings(employer(staff(number))) for number in (1000, 2000))
    assert ("grade", "sex", "ethnicity") not in few
    assert ("grade", "sex", "ethnicity") in many


def test_who_is_senior_can_be_said():
    terms = CareerTerms(senior_grades=frozenset({"Grade 6"}))
    family = intersections.measure(employer(staff()), catalogue=CATALOGUE, terms=terms)
    assert all("Senior grades: Grade 6." in table.notes for table in family.tables)


@pytest.mark.parametrize(
    ("lists", "needs"),
    [
        ({"grade": LISTS["grade"]}, ("sex", "ethnicity", "disability")),
        ({"sex": LISTS["sex"]}, ("grade",)),
    ],
)
def test_what_is_missing_is_named(lists, needs):
    family = intersections.measure(employer(staff(10), lists), catalogue=CATALOGUE)
    assert family.tables == ()
    assert {each.needs for each in family.not_measured} == {needs}


def test_a_characteristic_that_is_not_held_is_named_and_the_others_are_measured():
    family = intersections.measure(employer(staff(100)), catalogue=CATALOGUE)
    assert {each.needs for each in family.not_measured} == {("disability",)}
    assert family.tables


@pytest.mark.parametrize("people", [[], staff(1)])
def test_nobody_and_one_person_break_nothing(people):
    family = intersections.measure(employer(people), catalogue=CATALOGUE)
    rows = [row for table in family.tables for row in table.rows]
    assert rows
    for row in rows:
        estimate = row.figure.estimate(*(family.counts[cell] for cell in row.figure.cells))
        assert estimate.value is None or isfinite(estimate.value)
