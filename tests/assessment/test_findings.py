"""What is said of protected figures: true, complete, in plain words, and never of what is withheld."""

import datetime as dt

from assessment.workforces import graded
from footing.assessment import Assessment, Choices, Direction, Finding, assess
from footing.standards import load_catalogue
from footing.tables import Status
from footing.workforce import Workforce

DAY = dt.date(2026, 3, 31)


def assessed(workforce: Workforce) -> Assessment:
    catalogue = load_catalogue()
    choices = Choices(as_at=DAY, policy=catalogue.policy("publish-10"), mapping_sha256="0" * 64)
    return assess(workforce, choices, catalogue=catalogue)


def named(assessment: Assessment, ending: str) -> Finding:
    found = [finding for finding in assessment.findings if finding.id.endswith(ending)]
    assert len(found) == 1, [finding.id for finding in assessment.findings]
    return found[0]


def test_a_share_well_below_the_benchmark_is_said_to_be_below_with_base_benchmark_and_interval() -> None:
    finding = named(
        assessed(graded({"Grade 1": (600, 200, 200, 0)})), "overall.against.uk-parental-occupation-2021.lower"
    )
    assert finding.direction is Direction.BELOW
    assert finding.size == -19
    assert finding.statement == (
        "Lower socio-economic background: 20.0% of 1,000 people, 19.0 percentage points below the benchmark of 39% "
        "(UK workforce by parental occupation, May 2021 revision). "
        "95% interval of the difference: −21.4 to −16.4 points."
    )


def test_a_share_at_the_benchmark_is_said_not_to_be_clearly_different() -> None:
    finding = named(assessed(graded({"Grade 1": (37, 24, 39, 0)})), "overall.against.uk-parental-occupation-2021.lower")
    assert finding.direction is Direction.NO_CLEAR_DIFFERENCE
    assert "not clearly different from the benchmark of 39%" in finding.statement


def test_the_group_in_focus_is_spoken_of_first() -> None:
    assessment = assessed(graded({"Grade 1": (600, 200, 200, 0)}))
    assert assessment.findings[0].statement.startswith("Lower socio-economic background")


def test_the_highest_grade_shown_is_set_beside_the_lowest() -> None:
    finding = named(
        assessed(graded({"Grade 1": (200, 200, 600, 0), "Grade 2": (300, 200, 500, 0), "Grade 3": (600, 200, 200, 0)})),
        "lower.ladder",
    )
    assert finding.direction is Direction.BELOW
    assert finding.statement.startswith(
        "Lower socio-economic background: 60.0% in Grade 1 and 20.0% in Grade 3, 40.0 percentage points lower"
    )
    assert finding.journey_stage == "representation"


def test_grades_in_no_order_have_no_top() -> None:
    assessment = assessed(graded({"Blue": (200, 200, 600, 0), "Red": (600, 200, 200, 0)}, ordered=False))
    assert not [finding for finding in assessment.findings if finding.id.endswith("ladder")]


def test_a_ladder_of_like_grades_shows_no_clear_difference() -> None:
    finding = named(assessed(graded({"Grade 1": (37, 24, 39, 0), "Grade 2": (37, 24, 39, 0)})), "lower.ladder")
    assert finding.direction is Direction.NO_CLEAR_DIFFERENCE
    assert "no clear difference in the highest grade shown" in finding.statement


def test_the_places_that_stand_clear_of_the_benchmark_are_named() -> None:
    finding = named(
        assessed(graded({"Grade 1": (300, 300, 400, 0), "Grade 2": (600, 200, 200, 0), "Grade 3": (700, 200, 100, 0)})),
        "by_grade.against.uk-parental-occupation-2021.lower.below",
    )
    assert finding.statement == (
        "Lower socio-economic background: the share is clearly below the benchmark "
        "of 39% in 2 of the 3 grades shown: Grade 2 and Grade 3."
    )
    assert len(finding.evidence) == 2


def test_where_response_is_lowest_is_named_with_how_far_behind_it_is() -> None:
    finding = named(
        assessed(graded({"Grade 1": (300, 300, 400, 0), "Grade 2": (150, 150, 200, 500)})),
        "response.parental_occupation.lowest",
    )
    assert finding.statement == "Response is lowest in Grade 2: 50.0%, 25.0 percentage points below the rate overall."


def test_everybody_answering_leaves_no_unit_behind() -> None:
    assessment = assessed(graded({"Grade 1": (300, 300, 400, 0), "Grade 2": (150, 150, 200, 0)}))
    assert not [finding for finding in assessment.findings if finding.id.endswith("lowest")]


def test_a_withheld_figure_is_never_spoken_of() -> None:
    assessment = assessed(
        graded({"Grade 1": (300, 300, 400, 12), "Grade 2": (20, 15, 4, 15), "Grade 3": (40, 30, 20, 15)})
    )
    statuses = {(table.id, row.key): row.status for table in assessment.tables for row in table.rows}
    spoken_of = [statuses[place.table, place.key] for finding in assessment.findings for place in finding.evidence]
    assert Status.WITHHELD in statuses.values()
    assert spoken_of
    assert set(spoken_of) == {Status.SHOWN}
    assert not any("Grade 2" in finding.statement for finding in assessment.findings if "ladder" in finding.id)
