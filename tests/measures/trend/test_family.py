"""The trend from people of two years to protected tables."""

import numpy as np
import pytest

from footing.disclosure import release
from footing.measures import representation, response, trend
from footing.measures.counting import cells_of, count_cells
from footing.measures.intervals import share_of
from footing.measures.staff import STAFF, staff_in_post
from footing.standards import load_catalogue
from footing.tables import Status
from footing.tables.raw import Population, RawRelease
from measures.trend.two_years import BEFORE, NOW, QUESTION, year

CATALOGUE = load_catalogue()
GRADES = [f"Grade {number}" for number in range(1, 5)]
LISTS = {"grade": GRADES}
GROUPS = ("professional", "intermediate", "lower")


def two_years(number=1500, seed=8):
    """Of 1,500 people some have joined, some have left, some were promoted and some have answered since."""
    draw = np.random.default_rng(seed)
    now, before = {}, {}
    for key, (who, group, grade, answer) in enumerate(draw.random((number, 4))):
        person = {QUESTION: GROUPS[int(3 * group)], "grade": GRADES[int(4 * grade)]}
        if who < 0.9:
            now[str(key)] = person
        if who > 0.15:
            earlier = {**person, QUESTION: "not_answered"} if answer < 0.1 else person
            before[str(key)] = {**earlier, "grade": GRADES[0]} if 0.9 > answer > 0.8 else earlier
    return now, before


def measured(now, before, lists=LISTS, **options):
    this, last = year(now, lists=lists), year(before, day=BEFORE, lists=lists)
    return trend.measure(this, last, catalogue=CATALOGUE, **options)


def staff_release(workforce):
    families = (
        response.measure(workforce, catalogue=CATALOGUE),
        representation.measure(workforce, catalogue=CATALOGUE),
    )
    tables = tuple(table for each in families for table in each.tables)
    people = staff_in_post(workforce)
    population = Population(STAFF, count_cells(people, cells_of(tables)), people.hierarchies())
    return RawRelease((population,), tables)


def estimates(family, name):
    table = next(each for each in family.tables if each.id == f"trend.{QUESTION}.{name}")
    return {row.key: row.figure.estimate(*(family.counts[cell] for cell in row.figure.cells)) for row in table.rows}


def share(people, group, grade=None):
    known = [each for each in people.values() if each[QUESTION] in GROUPS and grade in (None, each["grade"])]
    return share_of(sum(each[QUESTION] == group for each in known), len(known))


def test_shares_of_both_years_are_those_of_each_year_alone():
    now, before = two_years()
    found = estimates(measured(now, before), "overall.share")
    for group in GROUPS:
        assert found["this_year", group] == share(now, group)
        assert found["last_year", group] == share(before, group)


def test_shares_by_grade_are_those_of_the_grade_that_people_were_in_then():
    now, before = two_years()
    found = estimates(measured(now, before), "by_grade.share")
    for grade in GRADES:
        for group in GROUPS:
            assert found[grade, "this_year", group] == share(now, group, grade)
            assert found[grade, "last_year", group] == share(before, group, grade)


def test_the_change_is_the_difference_and_its_parts_add_up_to_it():
    now, before = two_years()
    family = measured(now, before)
    changes, parts = estimates(family, "overall.change"), estimates(family, "overall.contribution")
    for group in GROUPS:
        difference = share(now, group).value - share(before, group).value
        assert changes["everyone", group].value == pytest.approx(difference)
        assert sum(parts[part, group].value for part in ("joined", "left", "answers")) == pytest.approx(difference)
        joined = {key: person for key, person in now.items() if key not in before}
        left = {key: person for key, person in before.items() if key not in now}
        newcomers = changes["joiners_and_leavers", group]
        assert newcomers.value == pytest.approx(share(joined, group).value - share(left, group).value)


def test_people_in_both_years_make_the_interval_narrower_and_the_same_people_never_differ():
    now, before = two_years()
    anew = {f"other {key}": person for key, person in before.items()}
    with_keys, without = (estimates(measured(now, each), "overall.change") for each in (before, anew))
    for group in GROUPS:
        width, wider = (each["everyone", group].upper - each["everyone", group].lower for each in (with_keys, without))
        assert width < 0.7 * wider
        assert with_keys["same_people", group].value == 0


def test_all_of_it_passes_disclosure_together_with_this_year():
    now, before = two_years()
    this, last = year(now, lists=LISTS), year(before, day=BEFORE, lists=LISTS)
    family = trend.measure(this, last, catalogue=CATALOGUE)
    raw = trend.with_previous_year(staff_release(this), family)
    tables = release(raw, policy=CATALOGUE.policy("publish-10")).tables
    assert {table.id for table in family.tables} <= {table.id for table in tables}
    for table in tables:
        if table.id.startswith("trend"):
            assert all(row.status is not Status.WITHHELD for row in table.rows), table.id


def test_this_years_counts_and_the_trends_are_the_same_cells():
    now, before = two_years()
    this, last = year(now, lists=LISTS), year(before, day=BEFORE, lists=LISTS)
    staff, family = staff_release(this), trend.measure(this, last, catalogue=CATALOGUE)
    (population,) = trend.with_previous_year(staff, family).populations
    of_this_year = trend.with_previous_year(staff, family).tables[: len(staff.tables)]
    for cell in cells_of(of_this_year):
        plain = tuple(pair for pair in cell if pair != ("year_status", "this_year"))
        assert population.counts[cell] == staff.populations[0].counts[plain]
        assert family.counts.get(cell, population.counts[cell]) == population.counts[cell]


def test_where_one_person_joined_nothing_is_said_of_the_change():
    """Otherwise the counts of both years would differ by that person's background."""
    now, _ = two_years()
    before = dict(list(now.items())[1:])
    family = measured(now, before)
    assert family.tables == ()
    assert all("too few came and went" in each.words for each in family.not_measured)


def test_a_grade_that_few_came_into_or_went_out_of_is_put_together_with_its_neighbour():
    now, before = two_years()
    for people in (now, before):
        for key, person in enumerate(list(people)):
            if people[person]["grade"] == "Grade 4" and key % 2:
                people[person] = {**people[person], "grade": "Grade 3"}
    quiet = {f"quiet {key}": {QUESTION: GROUPS[key % 3], "grade": "Grade 5"} for key in range(60)}
    lists = {"grade": [*GRADES, "Grade 5"]}
    family = measured({**now, **quiet}, {**before, **quiet}, lists)
    table = next(each for each in family.tables if each.id.endswith("by_grade.change"))
    assert "Grade 4 to Grade 5" in [category.label for category in table.dimensions[0].categories]
    assert any("put together" in note for note in table.notes)


def test_a_break_in_the_definition_is_said_and_never_compared():
    now, before = two_years(200)
    other = CATALOGUE.classification("narrow-lower-origins")
    this, last = year(now), year(before, day=BEFORE, classification=other)
    family = trend.measure(this, last, catalogue=CATALOGUE)
    assert family.tables == ()
    assert all("break" in each.words for each in family.not_measured)


def test_grades_that_were_renamed_are_not_compared():
    now, before = two_years()
    renamed = {key: {**person, "grade": person["grade"].replace("Grade", "Band")} for key, person in before.items()}
    this = year(now, lists=LISTS)
    last = year(renamed, day=BEFORE, lists={"grade": [grade.replace("Grade", "Band") for grade in GRADES]})
    family = trend.measure(this, last, catalogue=CATALOGUE)
    assert not [table for table in family.tables if "by_grade" in table.id]
    assert any("by grade is not measured" in each.words for each in family.not_measured)


def test_without_matching_keys_joining_and_leaving_are_not_measured_and_it_is_said():
    now, before = two_years()
    family = measured(now, {f"other {key}": person for key, person in before.items()})
    assert any("keys do not match" in each.words for each in family.not_measured)
    (change,) = [table for table in family.tables if table.id.endswith("overall.change")]
    assert any("Keys do not match" in note for note in change.notes)


def test_without_an_earlier_extract_it_is_said_what_is_needed():
    family = trend.measure(year({}), None, catalogue=CATALOGUE)
    assert {each.needs for each in family.not_measured} == {("previous",)}


def test_an_earlier_year_is_earlier():
    now, before = two_years(50)
    with pytest.raises(ValueError, match="earlier"):
        trend.measure(year(now), year(before, day=NOW), catalogue=CATALOGUE)


@pytest.mark.parametrize("people", [{}, {"1": {QUESTION: "lower", "grade": "Grade 1"}}])
def test_nobody_and_one_person_break_nothing(people):
    assert measured(people, people).tables == ()


def test_a_release_without_a_trend_is_left_as_it_is():
    now, _ = two_years(200)
    raw = staff_release(year(now, lists=LISTS))
    assert trend.with_previous_year(raw, trend.measure(year(now), None, catalogue=CATALOGUE)) is raw


def small_years(now=34, gone=14):
    """In this year too few people of each background are left to show them; some more have left."""
    people = {str(key): {QUESTION: GROUPS[key % 3 if key < 24 else 2], "grade": GRADES[0]} for key in range(now)}
    left = {f"left {key}": {QUESTION: GROUPS[key % 2], "grade": GRADES[0]} for key in range(gone)}
    return people, {**dict(list(people.items())[2:]), **left}


def test_small_employers_see_both_years_pooled_with_everybody_counted_once():
    now, before = small_years()
    family = measured(now, before)
    assert [table.measure for table in family.tables] == ["trend_pooled_share"]
    for key, found in estimates(family, "pooled.pooled_share").items():
        assert found == share({**before, **now}, *key)


def test_pooled_people_count_with_their_latest_answer():
    now, before = small_years()
    changed = {
        **before,
        "5": {**before["5"], QUESTION: "lower" if before["5"][QUESTION] != "lower" else "professional"},
    }
    assert estimates(measured(now, before), "pooled.pooled_share") == estimates(
        measured(now, changed), "pooled.pooled_share"
    )


def test_pooling_never_tells_the_background_of_the_few_who_left():
    """All three backgrounds can be shown this year, and one person has left since."""
    now = {str(key): {QUESTION: GROUPS[key % 3], "grade": GRADES[0]} for key in range(60)}
    before = {**now, "left": {QUESTION: "lower", "grade": GRADES[0]}}
    family = measured(now, before)
    assert family.tables == ()
    assert "trend_pooled_share" in {each.measure for each in family.not_measured}


def test_pooled_shares_pass_disclosure_beside_this_year():
    now, before = small_years()
    this, last = year(now, lists=LISTS), year(before, day=BEFORE, lists=LISTS)
    raw = trend.with_previous_year(staff_release(this), trend.measure(this, last, catalogue=CATALOGUE))
    tables = release(raw, policy=CATALOGUE.policy("publish-10")).tables
    pooled = next(table for table in tables if table.measure == "trend_pooled_share")
    assert any(row.status is Status.SHOWN for row in pooled.rows)


def test_larger_employers_are_not_pooled():
    now, before = two_years()
    assert "trend_pooled_share" not in {table.measure for table in measured(now, before).tables}
