"""People of two years put together, against loops over them."""

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures.trend.both_years import (
    ANSWERED_IN,
    ANSWERED_OUT,
    CAME,
    CHANGED,
    GONE,
    GRADE,
    GRADE_BEFORE,
    JOINED,
    KEPT,
    LAST_YEAR,
    LEFT,
    SWITCHED_IN,
    SWITCHED_OUT,
    THIS_YEAR,
    YEAR_STATUS,
    both_years,
)
from footing.tables import coordinate
from measures.trend.two_years import BEFORE, QUESTION, year

GRADES = ("Grade 1", "Grade 2")
BASE = ("professional", "intermediate", "lower")
PEOPLE = st.dictionaries(
    st.sampled_from([str(key) for key in range(12)]),
    st.fixed_dictionaries(
        {QUESTION: st.sampled_from((*BASE, "not_answered", "prefer_not_to_say")), "grade": st.sampled_from(GRADES)}
    ),
    max_size=12,
)


def naive(now, before, status, group, *, grade=None, grade_before=None):
    """How many people, one after another, are in a cell."""
    found = 0
    for key in now.keys() | before.keys():
        here, there = now.get(key), before.get(key)
        answer, earlier = here and here[QUESTION], there and there[QUESTION]
        known_both = answer in BASE and earlier in BASE
        as_now = {
            THIS_YEAR: bool(here),
            KEPT: bool(here) and answer == earlier,
            JOINED: bool(here) and not there,
            SWITCHED_IN: known_both and answer != earlier,
            ANSWERED_IN: bool(here and there) and answer != earlier and not known_both,
            CAME: bool(here) and answer != earlier,
            CHANGED: bool(here and there) and answer != earlier,
        }.get(status, False)
        as_before = {
            LAST_YEAR: bool(there),
            LEFT: bool(there) and not here,
            SWITCHED_OUT: known_both and answer != earlier,
            ANSWERED_OUT: bool(here and there) and answer != earlier and not known_both,
            GONE: bool(there) and answer != earlier,
            CHANGED: bool(here and there) and answer != earlier,
        }.get(status, False)
        for holds, person in ((as_now, here), (as_before, there)):
            of_grade = grade is None or (person is here and person["grade"] == grade) if person else False
            of_earlier = (
                grade_before is None or (person is there and person["grade"] == grade_before) if person else False
            )
            found += bool(holds and person[QUESTION] == group and of_grade and of_earlier)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PEOPLE, PEOPLE)
def test_every_cell_is_what_loops_over_the_people_give(now, before):
    lists = {"grade": GRADES}
    this, last = year(now, lists=lists), year(before, day=BEFORE, lists=lists)
    both = both_years(this, last, this.questions[0], 0.0)
    if not both.matched:
        return
    statuses = (THIS_YEAR, KEPT, JOINED, SWITCHED_IN, ANSWERED_IN, CAME, CHANGED)
    earlier = (LAST_YEAR, LEFT, SWITCHED_OUT, ANSWERED_OUT, GONE)
    for status, group in product((*statuses, *earlier), (*BASE, "not_answered")):
        cell = {YEAR_STATUS: status, QUESTION: group}
        assert both.count(coordinate(**cell)) == naive(now, before, status, group), cell
    for group, grade in product(BASE, GRADES):
        cell = coordinate(**{YEAR_STATUS: THIS_YEAR, QUESTION: group, GRADE: grade})
        assert both.count(cell) == naive(now, before, THIS_YEAR, group, grade=grade)
        cell = coordinate(**{YEAR_STATUS: LAST_YEAR, QUESTION: group, GRADE_BEFORE: grade})
        assert both.count(cell) == naive(now, before, LAST_YEAR, group, grade_before=grade)


def test_hardly_any_key_in_both_years_means_that_keys_were_given_anew():
    now = {str(key): {QUESTION: "lower"} for key in range(20)}
    before = {str(key + 19): {QUESTION: "lower"} for key in range(20)}
    this, last = year(now), year(before, day=BEFORE)
    both = both_years(this, last, this.questions[0], 25.0)
    assert not both.matched
    assert both.count(coordinate(**{YEAR_STATUS: THIS_YEAR, QUESTION: "lower"})) == 20
    assert both.count(coordinate(**{YEAR_STATUS: LAST_YEAR, QUESTION: "lower"})) == 20


def test_two_years_in_one_engine_are_put_together_too():
    now = {str(key): {QUESTION: "lower"} for key in range(20)}
    this = year(now)
    both = both_years(this, this, this.questions[0], 25.0)
    assert both.count(coordinate(**{YEAR_STATUS: KEPT, QUESTION: "lower"})) == 20
