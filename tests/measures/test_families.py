"""All families together."""

import pickle

import pytest

from footing.measures import Measured, measure_all
from footing.standards import load_catalogue
from footing.tables import EVERYONE, TOTAL
from footing.tables.units import DECIMALS
from measures.small_workforce import make_workforce

LISTS = {"grade": ["Grade 1", "Grade 2"], "function": ["Care"], "sex": ["Female", "Male"]}
STAFF = [
    {"parental_occupation": "lower", "grade": "Grade 1", "function": "Care", "sex": "Female"},
    {"parental_occupation": "not_answered", "grade": "Grade 1", "function": "Care", "sex": "Male"},
]


@pytest.fixture
def measured() -> Measured:
    workforce = make_workforce(STAFF, characteristics=LISTS)
    return measure_all(workforce, catalogue=load_catalogue(), benchmark_ids=["uk-parental-occupation-2021"])


def test_every_cell_of_every_figure_is_counted_and_no_other(measured):
    (population,) = measured.release.populations
    figures = [row.figure for table in measured.release.tables for row in table.rows]
    assert set(population.counts) == {cell for figure in figures for cell in (*figure.cells, figure.base)}
    assert population.counts[EVERYONE] == 2


def test_counts_add_up_along_every_hierarchy(measured):
    (population,) = measured.release.populations
    for cell, count in population.counts.items():
        for variable, code in cell:
            if (parent := population.hierarchies[variable].parent(code)) is not None:
                rest = dict(cell) | {variable: parent}
                whole = tuple(sorted((name, each) for name, each in rest.items() if each != TOTAL))
                assert count <= population.counts.get(whole, count)


def test_each_table_has_an_id_of_its_own_and_a_measure_that_is_defined(measured):
    ids = [table.id for table in measured.release.tables]
    assert len(set(ids)) == len(ids)
    for table in measured.release.tables:
        assert load_catalogue().measure(table.measure).unit == table.unit
        assert table.unit in DECIMALS
        assert table.population == measured.release.populations[0].name


def test_each_row_has_a_category_for_every_dimension(measured):
    for table in measured.release.tables:
        allowed = [{category.code for category in dimension.categories} for dimension in table.dimensions]
        for row in table.rows:
            assert all(code in codes for code, codes in zip(row.key, allowed, strict=True))
        assert len({row.key for row in table.rows}) == len(table.rows)


def test_everything_measured_can_be_handed_to_another_process(measured):
    copied = pickle.loads(pickle.dumps(measured.release.tables))  # noqa: S301 - just pickled here
    assert [table.id for table in copied] == [table.id for table in measured.release.tables]
    assert copied[0].rows[0].figure.estimate(3).value == 3


def test_the_same_workforce_gives_the_same_tables_in_the_same_order(measured):
    again = measure_all(
        make_workforce(STAFF[::-1], characteristics=LISTS),
        catalogue=load_catalogue(),
        benchmark_ids=["uk-parental-occupation-2021"],
    )
    assert [table.id for table in again.release.tables] == [table.id for table in measured.release.tables]
    assert again.release.populations == measured.release.populations


def test_what_the_extract_has_no_field_for_is_said_for_each_family(measured):
    without_ethnicity = {each.measure for each in measured.not_measured if each.needs == ("ethnicity",)}
    assert without_ethnicity == {"response_rate", "background_share"}
    assert not [each for each in measured.not_measured if each.needs == ("sex",)]


def test_people_of_whom_nothing_was_asked_have_no_tables_and_everything_is_said_to_be_missing():
    measured = measure_all(make_workforce([{}, {}], questions=[]), catalogue=load_catalogue())
    assert (measured.release.tables, measured.release.populations) == ((), ())
    assert ("parental_occupation",) in {each.needs for each in measured.not_measured}
