"""Response and representation against loops over rows, on workforces that nobody designed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures import measure_all
from footing.standards import load_catalogue
from measures.small_workforce import figures_of, make_workforce
from oracle.naive_background import SAID_SOMETHING, naive_tables

BENCHMARK = "uk-parental-occupation-2021"
LISTS = {
    "grade": ["Grade 1", "Grade 2", "Grade 3"],
    "function": ["Care", "not_recorded"],
    "sex": ["Female", "Male", "not_recorded"],
}
FAMILIES, COARSER = ("response.", "representation."), "_together"
"""The families with an oracle here; the coarser tables of small employers have their own tests."""
CROSSINGS = [("grade", "function"), ("grade", "sex")]
ANSWERS = (*SAID_SOMETHING, "not_answered")


def people_who_answer(answers):
    # Nobody is ever in Grade 3: a category that an employer lists and that is empty.
    grades = st.sampled_from(LISTS["grade"][:2])
    person = {"grade": grades, "function": st.sampled_from(LISTS["function"]), "sex": st.sampled_from(LISTS["sex"])}
    return st.fixed_dictionaries({**person, "parental_occupation": st.sampled_from(answers)})


def assert_measured_as_by_hand(people):
    catalogue = load_catalogue()
    workforce = make_workforce(people, characteristics=LISTS)
    release = measure_all(workforce, catalogue=catalogue, benchmark_ids=[BENCHMARK]).release
    expected = dict(naive_tables(people, LISTS, CROSSINGS, catalogue.benchmark(BENCHMARK).values, BENCHMARK))
    tables = [table for table in release.tables if table.id.startswith(FAMILIES) and COARSER not in table.id]
    assert [table.id for table in tables] == list(expected)
    for table in tables:
        measured = figures_of(release, table.id)
        assert list(measured) == list(expected[table.id]), table.id
        for key, figure in measured.items():
            assert figure == pytest.approx(expected[table.id][key], abs=1e-9), (table.id, key)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(people_who_answer(ANSWERS), max_size=60))
def test_every_figure_is_what_loops_over_the_rows_give(people):
    assert_measured_as_by_hand(people)


@settings(max_examples=10, deadline=None)
@given(st.lists(people_who_answer(("prefer_not_to_say", "not_known", "not_answered")), max_size=20))
def test_every_figure_is_right_where_no_background_is_known(people):
    assert_measured_as_by_hand(people)


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_figure_is_right_for_one_person(answer):
    assert_measured_as_by_hand([{"grade": "Grade 2", "function": "Care", "sex": "Male", "parental_occupation": answer}])


def test_every_figure_is_right_for_nobody():
    assert_measured_as_by_hand([])
