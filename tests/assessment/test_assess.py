"""The main use-case: what an assessment holds besides its tables."""

import datetime as dt

import pytest

from assessment.workforces import graded
from footing.assessment import Assessment, Choices, assess
from footing.disclosure import ReleaseRefused
from footing.standards import NotComparable, load_catalogue
from footing.workforce import Workforce

DAY = dt.date(2026, 3, 31)


def assessed(
    workforce: Workforce, *, benchmarks: tuple[str, ...] | None = None, policy: str = "publish-10"
) -> Assessment:
    catalogue = load_catalogue()
    choices = Choices(
        as_at=DAY,
        policy=catalogue.policy(policy),
        mapping_sha256="0" * 64,
        organisation="Example Council",
        benchmarks=benchmarks,
    )
    return assess(workforce, choices, catalogue=catalogue)


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assessed(graded({"Grade 1": (300, 300, 400, 20), "Grade 2": (200, 150, 100, 30)}))


def test_the_manifest_names_every_rule_that_the_figures_rest_on(assessment: Assessment) -> None:
    manifest = assessment.manifest
    assert manifest.policy == "publish-10"
    assert manifest.benchmarks == ("uk-parental-occupation-2021",)
    assert manifest.questions == ("parental_occupation",)
    assert manifest.classifications == ("smc-three-groups",)
    assert {"background_share", "response_rate"} <= set(manifest.measures)
    assert manifest.organisation == "Example Council"


def test_the_manifest_counts_people_only_where_a_released_table_does(assessment: Assessment) -> None:
    assert assessment.manifest.people == 1500


def test_how_the_tables_were_protected_is_said_for_each_set_of_people(assessment: Assessment) -> None:
    (protection,) = assessment.protection
    assert protection.population == "staff in post"
    assert protection.cells > 0
    assert protection.solver.startswith("HiGHS")


def test_every_measure_that_lacks_a_field_is_named_with_the_field(assessment: Assessment) -> None:
    missing = {field for each in assessment.not_measured for field in each.needs}
    assert {"function", "sex", "school_type"} <= missing
    assert all(each.title and each.words for each in assessment.not_measured)


def test_a_table_is_found_by_its_id_and_no_other(assessment: Assessment) -> None:
    assert assessment.table("representation.parental_occupation.by_grade").unit == "people"
    with pytest.raises(KeyError):
        assessment.table("representation.parental_occupation.by_shoe_size")


def test_a_benchmark_of_another_definition_is_refused() -> None:
    with pytest.raises(NotComparable):
        assessed(graded({"Grade 1": (300, 300, 400, 20)}), benchmarks=("uk-parental-occupation-2020",))


def test_a_handful_of_people_is_refused_rather_than_shown() -> None:
    with pytest.raises(ReleaseRefused):
        assessed(graded({"Grade 1": (1, 0, 0, 0)}))


def test_the_same_people_give_the_same_assessment_every_time() -> None:
    counts = {"Grade 1": (300, 300, 400, 20), "Grade 2": (20, 15, 4, 15), "Grade 3": (40, 30, 20, 15)}
    first, second = assessed(graded(counts)), assessed(graded(counts))
    assert [table.rows for table in first.tables] == [table.rows for table in second.tables]
    assert first.findings == second.findings
