"""Outreach: who is reached, and what becomes of it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.disclosure import release
from footing.measures.outreach import Participants, measure
from footing.standards import load_catalogue
from footing.tables.raw import RawRelease
from footing.workforce.workforce import Companion
from measures.outreach.small_outreach import figures_of, make_participants
from measures.small_workforce import make_workforce

CATALOGUE = load_catalogue()
ALL_COLUMNS = ("free_school_meals", "school_type", "area", "parental_degree", "applied", "offered", "started")
PROGRAMMES = ("mentoring", "placement", "not_recorded")


def person(**answers):
    known = {
        "free_school_meals": "not_eligible",
        "school_type": "independent",
        "area": "other_area",
        "parental_degree": "parent_with_degree",
    }
    return known | answers


def measured(rows, columns=ALL_COLUMNS, programmes=()):
    return measure(make_participants(rows, columns=columns, programmes=programmes), catalogue=CATALOGUE)


def test_a_criterion_is_a_share_of_those_of_whom_it_is_known():
    rows = [person(free_school_meals="eligible"), person(), person(), person(free_school_meals="prefer_not_to_say")]
    figures = figures_of(measured(rows), "outreach.criteria.share")
    assert figures["free_school_meals_criterion",] == (pytest.approx(100 / 3), 3)
    assert figures_of(measured(rows), "outreach.criteria.known")["free_school_meals_criterion",] == (75.0, 4)


def test_at_least_one_criterion_is_a_share_of_everybody_so_that_it_is_the_least_it_can_be():
    rows = [
        person(area="cold_spot", school_type="state"),
        person(parental_degree="no_parent_with_degree", area="not_recorded"),
        person(),
        person(school_type="not_answered"),
    ]
    assert figures_of(measured(rows), "outreach.criteria.share")["criteria_met",] == (50.0, 4)
    met = figures_of(measured(rows), "outreach.criteria_met")
    assert {key[0]: value for key, (value, _) in met.items()} == {
        "two_or_more": 1, "one": 1, "none": 1, "not_known": 1, "at_least_one": 2, "*": 4
    }  # fmt: skip


def test_selective_state_schools_are_state_schools_and_school_abroad_is_not_known():
    rows = [person(school_type=each) for each in ("state", "state_selective", "independent_bursary", "outside_uk")]
    counts = figures_of(measured(rows), "outreach.criteria")
    answers = {key[1]: value for key, (value, _) in counts.items() if key[0] == "school_type_criterion"}
    assert answers == {"met": 2, "not_met": 1, "not_known": 1}


def test_whoever_started_has_applied_and_a_blank_is_a_no():
    rows = [person(started=True), person(offered=True, applied=False), person(applied=True), person()]
    shares = figures_of(measured(rows), "outreach.conversion.share")
    assert shares == {("reached_application",): (75, 4), ("reached_offer",): (50, 4), ("reached_start",): (25, 4)}


def test_conversion_is_shown_by_criterion_and_by_programme():
    rows = [
        person(free_school_meals="eligible", applied=True, programme="placement"),
        person(free_school_meals="eligible", programme="mentoring"),
        person(applied=True, programme="placement"),
    ]
    result = measured(rows, programmes=PROGRAMMES)
    by_meals = figures_of(result, "outreach.conversion.by_free_school_meals_criterion.share")
    assert by_meals["met", "reached_application"] == (50, 2)
    assert by_meals["*", "reached_application"] == (pytest.approx(200 / 3), 3)
    by_programme = figures_of(result, "outreach.conversion.by_programme.share")
    assert by_programme["placement", "reached_application"] == (100, 2)
    assert by_programme["not_recorded", "reached_application"] == (None, 0)


def test_without_participants_every_measure_is_named_as_not_measured():
    result = measure(None, catalogue=CATALOGUE)
    assert (result.tables, result.populations) == ((), ())
    assert {each.measure for each in result.not_measured} == {
        "outreach_participants", "outreach_eligible_share", "outreach_known_rate", "outreach_conversion_rate"
    }  # fmt: skip
    assert {each.needs for each in result.not_measured} == {("outreach_participants",)}


def test_what_is_not_on_record_is_named_and_the_rest_is_measured():
    result = measured([person()], columns=("school_type", "applied"))
    assert {each.needs for each in result.not_measured} == {
        ("free_school_meals",), ("area",), ("parental_degree",), ("offered",), ("started",), ("programme",)
    }  # fmt: skip
    shares = figures_of(result, "outreach.criteria.share")
    assert list(shares) == [("school_type_criterion",)]


def test_a_table_of_keys_alone_still_counts_its_people():
    result = measured([{}, {}], columns=())
    assert [table.id for table in result.tables] == ["outreach.participants"]
    assert figures_of(result, "outreach.participants") == {("*",): (2, 2)}


def test_nobody_is_counted_as_nobody():
    result = measured([], programmes=PROGRAMMES)
    assert figures_of(result, "outreach.participants")["*",] == (0, 0)
    assert figures_of(result, "outreach.criteria.share")["*", "area_criterion"] == (None, 0)


ROW = st.fixed_dictionaries(
    {
        "free_school_meals": st.sampled_from(["eligible", "not_eligible", "not_applicable", "not_answered"]),
        "school_type": st.sampled_from(["state", "independent", "outside_uk", "not_known"]),
        "area": st.sampled_from(["cold_spot", "other_area", "not_recorded"]),
        "parental_degree": st.sampled_from(["no_parent_with_degree", "parent_with_degree", "prefer_not_to_say"]),
        "programme": st.sampled_from(PROGRAMMES),
        "applied": st.sampled_from([True, False, None]),
        "offered": st.sampled_from([True, False, None]),
        "started": st.sampled_from([True, False, None]),
    }
)
MEETS = {
    "free_school_meals": {"eligible": True, "not_eligible": False},
    "school_type": {"state": True, "independent": False},
    "area": {"cold_spot": True, "other_area": False},
    "parental_degree": {"no_parent_with_degree": True, "parent_with_degree": False},
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, max_size=40))
def test_every_share_is_what_loops_over_the_rows_give(rows):
    result = measured(rows, programmes=PROGRAMMES)
    shares = figures_of(result, "outreach.criteria.share")
    conversions = figures_of(result, "outreach.conversion.by_programme.share")
    for programme in (*PROGRAMMES, "*"):
        here = [row for row in rows if programme in ("*", row["programme"])]
        for column, answers in MEETS.items():
            known = [answers[row[column]] for row in here if row[column] in answers]
            expected = 100 * sum(known) / len(known) if known else None
            assert shares[programme, f"{column}_criterion"] == (pytest.approx(expected), len(known))
        some = [any(answers.get(row[column]) for column, answers in MEETS.items()) for row in here]
        assert shares[programme, "criteria_met"] == (
            pytest.approx(100 * sum(some) / len(some) if some else None),
            len(here),
        )
        later = [("application", 0), ("offer", 1), ("start", 2)]
        for step, first in later:
            took = sum(any(row[flag] for flag in ("applied", "offered", "started")[first:]) for row in here)
            expected = pytest.approx(100 * took / len(here) if here else None)
            assert conversions[programme, f"reached_{step}"] == (expected, len(here))


def test_outreach_passes_through_disclosure():
    rows = [
        person(
            free_school_meals="eligible" if number % 3 else "not_answered",
            area="cold_spot" if number % 7 == 0 else "other_area",
            programme="placement" if number % 11 else "mentoring",
            applied=number % 4 == 0,
            offered=number % 12 == 0,
        )
        for number in range(400)
    ]
    result = measured(rows, programmes=PROGRAMMES)
    released = release(RawRelease(result.populations, result.tables), policy=CATALOGUE.policy("publish-10"))
    assert {table.id for table in released.tables} == {table.id for table in result.tables}


def test_participants_are_those_that_a_workforce_was_handed_in_with():
    table = make_participants([{"started": True}], columns=["started"], programmes=["mentoring"])
    workforce = make_workforce([])
    assert Participants.of(workforce) is None
    companion = Companion(table.questions, table.characteristics, 1)
    handed_in = replace(workforce, participants=table.relation, participants_companion=companion)
    assert Participants.of(handed_in).relation is table.relation
    assert Participants.of(handed_in).programme == table.programme
