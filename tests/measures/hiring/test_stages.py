"""How far each application got, from its dates."""

import datetime as dt

import ibis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures.hiring.stages import (
    LATER_STAGES,
    OUTCOME,
    WITHDREW_BEFORE_OFFER,
    Funnel,
    funnel_of,
    outcome_of,
)
from footing.tables import TOTAL
from measures.hiring.small_applications import DATES, make_applications

ALL_STAGES = Funnel(LATER_STAGES, dated=True, withdrawals=True, declines=True)
EVERYTHING = dict.fromkeys(DATES, 9)


def outcomes(rows, columns=DATES, funnel=ALL_STAGES):
    applications = make_applications(rows, columns=columns).applications
    found = applications.mutate(outcome_of(applications, funnel)).order_by(applications.candidate_key.cast("int64"))
    return found.select(OUTCOME).to_pyarrow()[OUTCOME].to_pylist()


def outcome(**dates):
    return outcomes([dates])[0]


def test_the_furthest_stage_with_a_date_is_the_one_reached():
    assert outcome(applied_on=0) == "ended_after_application"
    assert outcome(applied_on=0, sift_passed_on=5) == "ended_after_sift"
    assert outcome(applied_on=0, sift_passed_on=5, interviewed_on=9) == "ended_after_interview"
    assert outcome(applied_on=0, offered_on=12) == "ended_after_offer"
    assert outcome(applied_on=0, accepted_on=13) == "ended_after_acceptance"
    assert outcome(applied_on=0, started_on=60) == "reached_start"


def test_an_application_without_any_date_is_still_an_application():
    assert outcomes([{}]) == ["ended_after_application"]


def test_a_skipped_stage_was_passed():
    assert outcome(applied_on=0, interviewed_on=9) == outcome(applied_on=0, sift_passed_on=5, interviewed_on=9)


def test_dates_out_of_order_change_nothing():
    backwards = {"applied_on": 60, "sift_passed_on": 40, "interviewed_on": 20, "offered_on": 0}
    assert outcome(**backwards) == "ended_after_offer"
    assert outcome(applied_on=dt.date(2024, 2, 29), sift_passed_on=dt.date(2024, 2, 28)) == "ended_after_sift"


def test_on_one_day_the_further_stage_counts():
    assert outcome(applied_on=3, sift_passed_on=3, interviewed_on=3) == "ended_after_interview"


def test_a_declined_offer_had_been_made():
    assert outcome(applied_on=0, declined_on=14) == "declined_offer"
    assert outcome(applied_on=0, offered_on=12, declined_on=14) == "declined_offer"
    assert outcome(applied_on=0, offered_on=12, withdrawn_on=14) == "declined_offer"


def test_whoever_started_was_neither_rejected_nor_withdrawn():
    assert outcome(**EVERYTHING) == "reached_start"


def test_an_offer_that_was_accepted_and_then_turned_down_is_an_acceptance_that_was_withdrawn():
    assert outcome(offered_on=12, accepted_on=13, declined_on=20) == "withdrew_after_acceptance"


@pytest.mark.parametrize(
    ("withdrawn_on", "rejected_on", "ended"),
    [
        (3, None, "withdrew_after_application"),
        (3, 5, "withdrew_after_application"),
        (5, 5, "withdrew_after_application"),
        (7, 5, "ended_after_application"),
        (None, 5, "ended_after_application"),
    ],
)
def test_of_a_withdrawal_and_a_rejection_the_first_counts_and_on_one_day_the_withdrawal(
    withdrawn_on, rejected_on, ended
):
    assert outcome(applied_on=0, withdrawn_on=withdrawn_on, rejected_on=rejected_on) == ended


def test_a_stage_of_which_nobody_has_a_date_is_not_on_record():
    applications = make_applications([{"applied_on": 0, "interviewed_on": 3, "started_on": 9}, {}]).applications
    funnel = funnel_of(applications)
    assert [stage.code for stage in funnel.later] == ["interview", "start"]
    assert (funnel.dated, funnel.withdrawals, funnel.declines) == (True, False, False)
    assert [step.category.code for step in funnel.all_steps] == ["application_to_interview", "start"]
    assert funnel.overall is None


def test_an_extract_without_columns_of_dates_has_no_stages():
    applications = make_applications([{}, {}], columns=()).applications
    assert funnel_of(applications) == Funnel(())
    assert outcomes([{}, {}], columns=(), funnel=Funnel(())) == ["ended_after_application"] * 2


def test_declined_offers_and_starts_say_that_offers_are_on_record():
    rows = [{"declined_on": 4}, {"started_on": 9}, {"interviewed_on": 2}]
    funnel = funnel_of(make_applications(rows).applications)
    assert [stage.code for stage in funnel.later] == ["interview", "offer", "start"]
    assert outcomes(rows, funnel=funnel) == ["declined_offer", "reached_start", "ended_after_interview"]


def test_where_offers_are_not_on_record_whoever_declined_one_left_at_the_stage_before():
    rows = [{"declined_on": 4}, {"interviewed_on": 2}, {}]
    funnel = funnel_of(make_applications(rows).applications)
    assert [stage.code for stage in funnel.later] == ["interview"]
    assert outcomes(rows, funnel=funnel) == [
        "withdrew_after_interview", "ended_after_interview", "ended_after_application"
    ]  # fmt: skip
    assert outcomes(rows, funnel=Funnel(())) == ["withdrew_after_application", *["ended_after_application"] * 2]


def test_withdrawals_alone_say_that_declined_offers_are_on_record():
    assert funnel_of(make_applications([{"withdrawn_on": 2}]).applications).declines


def test_the_whole_way_to_the_offer_is_a_step_only_where_a_stage_lies_between():
    assert [step.category.code for step in ALL_STAGES.all_steps] == [
        "sift", "interview", "offer", "acceptance", "start", "application_to_offer"
    ]  # fmt: skip
    assert [step.category.code for step in ALL_STAGES.decisions] == [
        "sift", "interview", "offer", "application_to_offer"
    ]  # fmt: skip
    assert Funnel(LATER_STAGES[2:]).overall is None


STAGES = st.lists(st.sampled_from(LATER_STAGES), unique=True).map(
    lambda chosen: tuple(stage for stage in LATER_STAGES if stage in chosen)
)


@given(STAGES)
def test_every_end_belongs_to_one_stage_and_every_stage_to_the_one_before(stages):
    funnel = Funnel(stages)
    variable = funnel.variable()
    members = variable.members()
    everything = set(range(len(variable.codes)))
    before = everything
    for stage in stages:
        reached = set(members[stage.reached])
        assert reached < before
        before = reached
    assert {code for code in variable.codes if variable.hierarchy.parent(code) is None} == set()


@given(STAGES)
def test_the_two_ways_in_which_ends_add_up_share_out_everybody(stages):
    """A way that leaves somebody out would tell an outsider a sum that is not true."""
    funnel = Funnel(stages)
    codes, second = funnel.variable().codes, funnel.withdrawal()
    wholes = {code for code, whole in second.parents.items() if whole == TOTAL}
    members = funnel.variable().members()
    shares = [
        {place for place, code in enumerate(codes) if code in funnel.without_offer.get(whole, ())}
        | set(members.get(whole, ()))
        for whole in wholes
    ]
    assert sorted(place for share in shares for place in share) == list(range(len(codes)))
    assert WITHDREW_BEFORE_OFFER in wholes


ROW = st.fixed_dictionaries({}, optional={column: st.integers(0, 40) for column in DATES})


def naive_outcome(row):
    evidence = {
        "start": ["started_on"],
        "acceptance": ["accepted_on"],
        "offer": ["offered_on", "declined_on"],
        "interview": ["interviewed_on"],
        "sift": ["sift_passed_on"],
    }
    furthest = "application"
    for stage in ("sift", "interview", "offer", "acceptance", "start"):
        if any(column in row for column in evidence[stage]):
            furthest = stage
    withdrew = "withdrawn_on" in row and row["withdrawn_on"] <= row.get("rejected_on", 99)
    chose = withdrew or (furthest in ("offer", "acceptance") and "declined_on" in row)
    if furthest == "start":
        return "reached_start"
    if not chose:
        return f"ended_after_{furthest}"
    return "declined_offer" if furthest == "offer" else f"withdrew_after_{furthest}"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROW, min_size=1, max_size=40))
def test_outcomes_are_what_a_loop_over_the_rows_gives(rows):
    assert outcomes(rows) == [naive_outcome(row) for row in rows]


def test_the_engine_is_asked_in_words_that_duckdb_and_spark_share():
    applications = make_applications([]).applications
    expression = applications.select(outcome_of(applications, ALL_STAGES))
    asked = {ibis.to_sql(expression, dialect=dialect).replace("`", '"') for dialect in ("duckdb", "pyspark")}
    assert len(asked) == 1
