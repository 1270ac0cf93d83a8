"""Response tables."""

import pytest

from footing.measures import measure_all, response
from footing.standards import load_catalogue
from footing.tables.raw import RawRelease
from measures.small_workforce import figures_of, make_workforce

ANSWERS = [
    "lower",
    "lower",
    "professional",
    "not_known",
    "prefer_not_to_say",
    "not_answered",
    "not_answered",
    "not_answered",
]
STAFF = [
    {"parental_occupation": answer, "grade": "Grade 1" if place < 4 else "Grade 2"}
    for place, answer in enumerate(ANSWERS)
]


@pytest.fixture
def release() -> RawRelease:
    workforce = make_workforce(STAFF, characteristics={"grade": ["Grade 1", "Grade 2"]})
    return measure_all(workforce, catalogue=load_catalogue()).release


def test_everybody_asked_is_counted_by_what_they_answered(release):
    counts = {key[-1]: figure[0] for key, figure in figures_of(release, "response.parental_occupation.overall").items()}
    assert counts == {"*": 8, "answered": 5, "codable": 3, "not_known": 1, "prefer_not_to_say": 1, "not_answered": 3}


def test_the_response_rate_is_those_who_gave_any_answer_out_of_everybody_asked(release):
    rates = figures_of(release, "response.parental_occupation.by_grade.response_rate")
    assert {key[0]: (value, base) for key, (value, _, _, base) in rates.items()} == {
        "Grade 1": (100, 4),
        "Grade 2": (25, 4),
        "*": (62.5, 8),
    }


def test_the_codable_rate_is_those_whose_background_is_known_out_of_everybody_asked(release):
    assert figures_of(release, "response.parental_occupation.overall.codable_rate")[("codable",)][0] == 37.5


def test_prefer_not_to_say_is_out_of_those_who_gave_any_answer(release):
    (figure,) = figures_of(release, "response.parental_occupation.overall.prefer_not_to_say_rate").values()
    assert figure == (20, None, None, 5)


def test_a_rate_of_people_who_were_all_counted_has_no_interval(release):
    for rate in ("response_rate", "codable_rate", "prefer_not_to_say_rate"):
        figures = figures_of(release, f"response.parental_occupation.by_grade.{rate}").values()
        assert all(lower is None and upper is None for _, lower, upper, _ in figures)


def test_people_outside_the_base_of_a_classification_keep_a_row_of_their_own():
    workforce = make_workforce([{"school_type": "outside_uk"}, {"school_type": "state"}], questions=["school_type"])
    measured = measure_all(workforce, catalogue=load_catalogue()).release
    counts = figures_of(measured, "response.school_type.overall")
    assert counts[("outside_uk",)][0] == 1
    assert counts[("codable",)][0] == 1
    assert counts[("answered",)][0] == 2


def test_questions_that_only_help_to_place_another_answer_have_no_tables():
    questions = ["parental_occupation", "nssec_size", "nssec_employment", "nssec_supervision"]
    family = response.measure(make_workforce([], questions=questions), catalogue=load_catalogue())
    assert {table.id.split(".")[1] for table in family.tables} == {"parental_occupation"}


def test_a_question_or_a_field_that_the_extract_does_not_hold_is_named():
    family = response.measure(make_workforce([], characteristics={"grade": ["Grade 1"]}), catalogue=load_catalogue())
    missing = {each.needs for each in family.not_measured}
    assert ("school_type",) in missing
    assert ("age_band",) in missing
    assert ("grade",) not in missing
    assert ("parental_occupation",) not in missing
    words = next(each.words for each in family.not_measured if each.needs == ("age_band",))
    assert words == "Response rate by age band is not measured: it needs age band."
