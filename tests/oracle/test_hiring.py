"""Hiring against loops over rows, on applications that nobody designed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.measures.hiring import measure
from footing.standards import load_catalogue
from measures.hiring.small_applications import DATES, make_applications, values_of
from oracle.naive_hiring import BASE, naive_values

CATALOGUE = load_catalogue()
SOURCES = ["Website", "Referral", "not_recorded"]
UNKNOWN = ("not_known", "prefer_not_to_say", "not_answered")

DAY = st.none() | st.integers(0, 40)
WHO = {"source": st.sampled_from(SOURCES), "requisition": st.sampled_from(["A", "B", "C", None])}


def applications(groups, largest):
    row = st.fixed_dictionaries({**dict.fromkeys(DATES, DAY), **WHO, "parental_occupation": st.sampled_from(groups)})
    return st.lists(row, max_size=largest)


def in_order(groups):
    """Applications that pass stage after stage, so that groups differ and not only dates."""

    def row(drawn):
        who, far, day = drawn
        columns = ("sift_passed_on", "interviewed_on", "offered_on", "started_on")
        return {**who, "applied_on": day, **dict.fromkeys(columns[:far], day + 9)}

    who = st.fixed_dictionaries({**WHO, "parental_occupation": st.sampled_from(groups)})
    return st.lists(st.tuples(who, st.integers(0, 4), st.integers(0, 20)).map(row), min_size=20, max_size=120)


def assert_measured_as_by_hand(rows):
    measured = measure(make_applications(rows, characteristics={"source": SOURCES}), catalogue=CATALOGUE)
    tables = {table.id.removeprefix("hiring.parental_occupation.") for table in measured.tables}
    expected = dict(naive_values(rows, SOURCES))
    assert expected.keys() <= tables
    assert tables - expected.keys() <= {
        "answers", "impact_ratio", "declined", "ended_by_choice", "adjusted", "by_source", "by_source.offer_rate",
        "unlike_requisitions",
    }  # fmt: skip
    for table, values in expected.items():
        found = values_of(measured, f"parental_occupation.{table}")
        assert found.keys() == values.keys(), table
        for key, value in found.items():
            expected_value = values[key]
            close = None if expected_value is None else pytest.approx(expected_value, rel=1e-9, abs=1e-9)
            assert value == close, (table, key)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(applications((*BASE, *UNKNOWN), 60))
def test_every_value_is_what_loops_over_the_rows_give(rows):
    assert_measured_as_by_hand(rows)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(in_order((*BASE, "not_answered")))
def test_every_value_is_right_where_applications_pass_stage_after_stage(rows):
    assert_measured_as_by_hand(rows)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(applications(UNKNOWN, 12))
def test_every_value_is_right_where_no_background_is_known(rows):
    assert_measured_as_by_hand(rows)


@pytest.mark.parametrize("group", [*BASE, *UNKNOWN])
def test_every_value_is_right_for_one_applicant(group):
    row = {"parental_occupation": group, "source": "Referral", "requisition": "A", "applied_on": 3, "sift_passed_on": 4}
    assert_measured_as_by_hand([row])


def test_every_value_is_right_for_nobody():
    assert_measured_as_by_hand([])
