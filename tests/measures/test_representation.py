"""Representation tables."""

import pytest

from footing.measures import measure_all, representation
from footing.measures.intervals import share_less_benchmark, share_of
from footing.standards import NotComparable, UnknownReference, load_catalogue
from footing.tables import coordinate
from footing.tables.raw import RawRelease
from measures.small_workforce import classification_of, figures_of, make_workforce

BENCHMARK = "uk-parental-occupation-2021"
LISTS = {
    "grade": ["Grade 1", "Grade 2", "Grade 3"],
    "function": ["Care"],
    "site": ["Hall"],
    "sex": ["Female", "Male", "not_recorded"],
}
STAFF = [
    {"parental_occupation": answer, "grade": grade, "function": "Care", "site": "Hall", "sex": sex}
    for answer, grade, sex in [
        ("lower", "Grade 1", "Female"),
        ("lower", "Grade 1", "Male"),
        ("intermediate", "Grade 1", "Male"),
        ("professional", "Grade 2", "not_recorded"),
        ("prefer_not_to_say", "Grade 2", "Female"),
        ("not_answered", "Grade 2", "Female"),
    ]
]
BASE = tuple(group.code for group in classification_of("parental_occupation").base_groups)


def released(**options) -> RawRelease:
    return measure_all(make_workforce(STAFF, characteristics=LISTS), catalogue=load_catalogue(), **options).release


def tables(release: RawRelease) -> dict:
    return {table.id: table for table in release.tables if table.id.startswith("representation")}


def test_a_share_is_of_those_whose_background_is_known_and_of_nobody_else():
    shares = figures_of(released(), "representation.parental_occupation.by_grade.share")
    assert shares[("Grade 1", "lower")] == pytest.approx((*_limits(share_of(2, 3)), 3))
    assert shares[("Grade 2", "professional")] == pytest.approx((*_limits(share_of(1, 1)), 1))
    assert shares[("*", "lower")] == pytest.approx((*_limits(share_of(2, 4)), 4))


def test_a_grade_that_holds_nobody_has_counts_of_0_and_no_shares():
    release = released()
    assert figures_of(release, "representation.parental_occupation.by_grade")[("Grade 3", "codable")][0] == 0
    assert figures_of(release, "representation.parental_occupation.by_grade.share")[("Grade 3", "lower")] == (
        None,
        None,
        None,
        0,
    )


def test_a_blank_characteristic_is_a_category_so_that_the_parts_add_up_to_everybody():
    counts = figures_of(released(), "representation.parental_occupation.by_sex")
    parts = sum(counts[(sex, "codable")][0] for sex in LISTS["sex"])
    assert parts == counts[("*", "codable")][0] == 4


def test_the_key_question_is_crossed_with_grade_and_each_other_characteristic_in_turn():
    crossed = [table_id.split(".")[2] for table_id in tables(released()) if "_and_" in table_id]
    assert set(crossed) == {"by_grade_and_function", "by_grade_and_site", "by_grade_and_sex"}


def test_other_questions_are_only_divided_by_one_characteristic_at_a_time():
    people = [{**person, "parental_degree": "parent_with_degree"} for person in STAFF]
    workforce = make_workforce(people, questions=["parental_occupation", "parental_degree"], characteristics=LISTS)
    measured = measure_all(workforce, catalogue=load_catalogue()).release
    of_degrees = {table.id for table in measured.tables if ".parental_degree." in table.id}
    assert "representation.parental_degree.by_sex.share" in of_degrees
    assert not [table_id for table_id in of_degrees if "_and_" in table_id]


def test_a_crossing_shows_the_groups_of_the_base_and_their_total_only():
    table = tables(released())["representation.parental_occupation.by_grade_and_sex"]
    assert [category.code for category in table.dimensions[-1].categories] == [*BASE, "codable"]
    assert {row.key[-1] for row in table.rows} == {*BASE, "codable"}


def test_crossings_can_be_chosen():
    chosen = tables(released(crossings=[("sex", "function", "site")]))
    assert {table_id for table_id in chosen if "_and_" in table_id} == {
        "representation.parental_occupation.by_sex_and_function_and_site",
        "representation.parental_occupation.by_sex_and_function_and_site.share",
    }
    assert not [table_id for table_id in tables(released(crossings=[])) if "_and_" in table_id]


@pytest.mark.parametrize("crossing", [(), ("grade",), ("grade", "grade")])
def test_a_crossing_of_fewer_than_two_characteristics_is_refused(crossing):
    with pytest.raises(ValueError, match="two or more different characteristics"):
        released(crossings=[crossing])


def test_a_crossing_with_a_field_that_the_extract_does_not_hold_is_named_as_not_measured():
    workforce = make_workforce(STAFF, characteristics=LISTS)
    family = representation.measure(workforce, catalogue=load_catalogue(), crossings=[("grade", "age_band")])
    words = [each.words for each in family.not_measured if "together" in each.words]
    assert words == ["Share of people by background by grade and age band together is not measured: it needs age band."]


def test_shares_are_held_against_a_benchmark_overall_by_grade_and_by_function():
    release = released(benchmark_ids=[BENCHMARK])
    against = [table for table in tables(release).values() if table.benchmark == BENCHMARK]
    assert [table.id for table in against] == [
        f"representation.parental_occupation.{by}.against.{BENCHMARK}" for by in ("overall", "by_grade", "by_function")
    ]
    differences = figures_of(release, against[0].id)
    assert differences[("lower",)] == pytest.approx((*_limits(share_less_benchmark(2, 4, benchmark_percent=39)), 4))


def test_a_benchmark_of_one_group_is_compared_with_that_group_alone():
    release = released(benchmark_ids=["sector-retail-2022"])
    differences = figures_of(release, "representation.parental_occupation.overall.against.sector-retail-2022")
    of_lower = load_catalogue().benchmark("sector-retail-2022").values["lower"]
    assert {key: figure[0] for key, figure in differences.items()} == {("lower",): 50 - of_lower}


@pytest.mark.parametrize("benchmark", ["uk-narrow-lower-2022", "uk-parental-occupation-2020"])
def test_a_benchmark_of_another_definition_is_refused(benchmark):
    with pytest.raises(NotComparable, match=benchmark):
        released(benchmark_ids=[benchmark])


def test_a_benchmark_that_nobody_holds_is_refused():
    with pytest.raises(UnknownReference):
        released(benchmark_ids=["uk-shoe-size-2021"])


def test_a_benchmark_of_a_question_that_was_not_asked_is_named_as_not_measured():
    workforce = make_workforce(STAFF, characteristics=LISTS)
    measured = measure_all(workforce, catalogue=load_catalogue(), benchmark_ids=["uk-independent-school-2020"])
    (gap,) = [each for each in measured.not_measured if each.measure == "background_gap_to_benchmark"]
    assert "school_type" in gap.needs
    assert "was not asked" in gap.words


def test_a_total_within_a_crossing_is_the_same_cell_as_in_the_plain_table():
    held = tables(released())
    crossing = held["representation.parental_occupation.by_grade_and_sex"]
    plain = held["representation.parental_occupation.by_sex"]
    of_women = coordinate(parental_occupation="lower", sex="Female")
    assert of_women in {cell for row in crossing.rows for cell in row.figure.cells}
    assert of_women in {cell for row in plain.rows for cell in row.figure.cells}


def _limits(estimate):
    return estimate.value, estimate.lower, estimate.upper
