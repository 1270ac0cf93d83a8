"""Counts and rates of applications."""

import pytest

from footing.measures.counting import UnlistedCategory
from footing.measures.hiring import measure
from footing.measures.intervals import share_of
from footing.standards import load_catalogue
from measures.hiring.small_applications import estimates_of, make_applications, values_of

CATALOGUE = load_catalogue()


def measured(rows, **settled):
    return measure(make_applications(rows, **settled), catalogue=CATALOGUE)


def application(group, **dates):
    return {"applied_on": 0, "parental_occupation": group, **dates}


ROWS = [
    application("professional", sift_passed_on=5, interviewed_on=9, offered_on=12, started_on=60),
    application("professional", sift_passed_on=5, interviewed_on=9, offered_on=12, declined_on=14),
    application("professional", sift_passed_on=5, withdrawn_on=7),
    application("professional"),
    application("lower", sift_passed_on=5, interviewed_on=9, offered_on=12, started_on=60),
    application("lower", withdrawn_on=2),
    application("lower", rejected_on=6),
    application("not_answered", sift_passed_on=5),
    application("prefer_not_to_say"),
]


def test_whoever_reached_a_stage_is_counted_at_every_stage_before():
    counts = values_of(measured(ROWS), "parental_occupation.stages")
    professional = {key[0]: value for key, value in counts.items() if key[1] == "professional"}
    assert professional == {"*": 4, "reached_sift": 3, "reached_interview": 2, "reached_offer": 2, "reached_start": 1}


def test_applications_of_unknown_background_are_counted_and_in_no_group():
    counts = values_of(measured(ROWS), "parental_occupation.stages")
    assert (counts["*", "codable"], counts["*", "*"]) == (7, 9)
    assert (counts["reached_sift", "codable"], counts["reached_sift", "*"]) == (4, 5)
    answers = values_of(measured(ROWS), "parental_occupation.answers")
    assert (answers["not_answered",], answers["prefer_not_to_say",], answers["answered",]) == (1, 1, 8)
    known = values_of(measured(ROWS), "parental_occupation.known")
    assert known["*", "codable"] == pytest.approx(700 / 9)
    assert known["reached_sift", "codable"] == 80


def test_a_rate_is_of_those_who_reached_the_stage_before():
    rates = estimates_of(measured(ROWS), "parental_occupation.stage_rate")
    assert rates["sift", "professional"] == share_of(3, 4)
    assert rates["interview", "professional"] == share_of(2, 3)
    assert rates["start", "professional"] == share_of(1, 2)
    assert rates["application_to_offer", "*"] == share_of(3, 9)


def test_withdrawals_are_of_all_applications_and_of_those_who_had_come_so_far():
    withdrawn = estimates_of(measured(ROWS), "parental_occupation.withdrawal")
    assert withdrawn["withdrew_before_offer", "professional"] == share_of(1, 4)
    assert withdrawn["withdrew_after_application", "professional"] == share_of(0, 4)
    assert withdrawn["withdrew_after_sift", "professional"] == share_of(1, 3)
    assert withdrawn["withdrew_before_offer", "*"] == share_of(2, 9)


def test_declined_offers_are_a_share_of_offers():
    assert estimates_of(measured(ROWS), "parental_occupation.declined") == {
        ("professional",): share_of(1, 2),
        ("intermediate",): share_of(0, 0),
        ("lower",): share_of(0, 1),
        ("*",): share_of(1, 3),
    }


def test_somebody_who_applies_twice_is_counted_twice():
    twice = [application("lower", sift_passed_on=5), application("lower")]
    result = measured([{**row, "candidate_key": "C1"} for row in twice])
    assert values_of(result, "parental_occupation.stages")["*", "lower"] == 2
    assert all("somebody who applied twice is counted twice" in table.notes[-1] for table in result.tables)


def test_applications_are_divided_by_source_sex_and_ethnicity_one_at_a_time():
    lists = {"source": ["Website", "Referral"], "sex": ["Female", "Male"], "ethnicity": ["White", "not_recorded"]}
    chosen = {"source": "Referral", "sex": "Male", "ethnicity": "not_recorded"}
    rows = [{**application("lower", offered_on=5), **chosen}]
    rows += [{**application("lower"), "source": "Website", "sex": "Female", "ethnicity": "White"}] * 3
    result = measured(rows, characteristics=lists)
    for variable, code in chosen.items():
        rates = estimates_of(result, f"parental_occupation.by_{variable}.offer_rate")
        assert rates[code, "lower"] == share_of(1, 1)
        assert rates["*", "lower"] == share_of(1, 4)
    shares = estimates_of(result, "parental_occupation.by_source.share")
    assert shares["Referral", "lower"] == shares["Referral", "*"] == share_of(1, 4)


def test_a_stage_that_nobody_recorded_is_left_out_and_named():
    result = measured([application("lower", interviewed_on=5)])
    rates = values_of(result, "parental_occupation.stage_rate")
    assert {key[0] for key in rates} == {"application_to_interview"}
    lacking = {each.needs for each in result.not_measured if each.measure == "hiring_stage_rate"}
    assert {("sift_passed_on",), ("offered_on",), ("accepted_on",), ("started_on",)} <= lacking


def test_a_blank_where_a_group_should_be_is_refused():
    with pytest.raises(UnlistedCategory):
        measured([application(None)])


@pytest.mark.parametrize("rows", [[], [{"parental_occupation": "not_answered"}]])
def test_nobody_and_nobody_known_have_counts_and_no_rates(rows):
    result = measured(rows)
    assert values_of(result, "parental_occupation.stages")["*", "codable"] == 0
    assert {table.measure for table in result.tables} == {"hiring_applications", "hiring_known_rate"}


def test_one_applicant_has_rates_of_her_own_and_no_comparison():
    row = application("lower", sift_passed_on=1, interviewed_on=2, offered_on=3, started_on=4, requisition="A")
    result = measured([row])
    assert estimates_of(result, "parental_occupation.stage_rate")["sift", "lower"] == share_of(1, 1)
    for table in ("relative_rate", "odds_ratio", "chance", "gap_by_step"):
        assert set(values_of(result, f"parental_occupation.{table}").values()) == {None}, table
    measures = {table.measure for table in result.tables}
    assert not measures & {"hiring_like_for_like", "hiring_like_for_like_adjusted", "hiring_unlike_requisitions"}
