"""Events: what they say of themselves, of people who have left, and where they and the staff extract disagree."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footing.workforce import FAULT_KINDS
from footing.workforce.faults import companion_kinds
from footing.workforce.mapping import ColumnMapping, Mapping, Role, SheetMapping
from workforce.extracts import check, found, people, table, without, write_csv

ANSWER = "Technical and craft occupations"
BLANK = {"Employee number": "", "Event": "", "Date": "", "From grade": "", "To grade": ""}


def event(key: str, kind: str, day: str, **more: str) -> dict[str, str]:
    """One row of events."""
    return {**BLANK, "Employee number": key, "Event": kind, "Date": day, **more}


def checked(folder, *rows, staff=None):
    """Twelve tidy people with these events, whose columns are those that some row has."""
    headings = dict.fromkeys(heading for row in rows for heading in row)
    events = [{heading: row.get(heading, "") for heading in headings} for row in rows]
    return check(
        write_csv(folder / "staff.csv", staff or people()), events=write_csv(folder / "events.csv", events, ())
    )


CASES = {
    "no date": ("W101", event("E0001", "Joiner", "")),
    "nothing that happened": ("W101", event("E0001", "n/a", "1/5/2024")),
    "acting up as an event": ("W102", event("E0001", "Acting up", "1/5/2024", **{"To grade": "Grade 3"})),
    "the end of acting up": ("W102", event("E0001", "Acting up ended", "1/5/2024", **{"To grade": "Grade 2"})),
    "gone and still there": ("W103", event("E0001", "Leaver", "1/5/2024")),
    "gone without leaving": ("W104", event("X1", "Joiner", "1/5/2024")),
    "a promotion downwards": (
        "W106", event("E0001", "Promotion", "1/5/2024", **{"From grade": "Grade 3", "To grade": "Grade 2"})
    ),
    "a promotion to the same grade": (
        "W106", event("E0001", "Promotion", "1/5/2024", **{"From grade": "Grade 2", "To grade": "Grade 2"})
    ),
    "a last grade that is another": (
        "W107", event("E0001", "Promotion", "1/5/2024", **{"From grade": "Grade 2", "To grade": "Grade 3"})
    ),
    "another answer": (
        "W108", event("E0001", "Joiner", "1/5/2020", **{"Parental occupation": "Modern professional"})
    ),
    "another sex": ("W108", event("E0001", "Joiner", "1/5/2020", Gender="M")),
}  # fmt: skip


@pytest.mark.parametrize(("code", "row"), CASES.values(), ids=CASES)
def test_an_event_that_does_not_fit_is_noticed_and_nothing_else(tmp_path, code, row):
    fine = event("E0000", "Joiner", "13/5/2019", **{"To grade": "Grade 1"})
    with checked(tmp_path, fine, row) as result:
        told = {fault.code for fault in result.faults.faults} & {kind.code for kind in _kinds()}
        assert told == {code}
        assert [list(fault.rows) for fault in found(result, code)] == [[3]]
        assert found(result, code)[0].severity == "notice"
        assert "E000" not in str(found(result, code)[0])


def test_what_happens_after_leaving_and_before_joining_again_is_noticed(tmp_path):
    rows = (
        event("X1", "Leaver", "1/5/2023"),
        event("X1", "Promotion", "2/5/2023"),
        event("X1", "Joiner", "3/5/2023"),
        event("X1", "Promotion", "4/5/2023"),
        event("X1", "Leaver", "4/5/2023"),
    )
    with checked(tmp_path, *rows) as result:
        assert [list(fault.rows) for fault in found(result, "W105")] == [[3]]


def test_a_renewal_on_one_day_is_nothing_to_notice(tmp_path):
    rows = (event("E0001", "Leaver", "13/5/2023"), event("E0001", "Joiner", "14/5/2023"))
    with checked(tmp_path, *rows) as result:
        assert not {fault.code for fault in result.faults.faults} & {kind.code for kind in _kinds()}


def test_every_kind_of_fault_of_events_has_a_test():
    assert {kind.code for kind in _kinds()} == {code for code, _ in CASES.values()} | {"W100", "W105"}


def test_events_without_a_column_of_dates_are_a_fault(tmp_path):
    columns = tuple(
        ColumnMapping(heading=heading, field=field)
        for heading, field in (("Employee number", "person_key"), ("Event", "event"))
    )
    staff = check(write_csv(tmp_path / "staff.csv", people())).mapping.sheets
    mapping = Mapping(sheets=(*staff, SheetMapping(sheet="events", source="events", role=Role.EVENTS, columns=columns)))
    events = write_csv(tmp_path / "events.csv", [event("E0001", "Leaver", "1/5/2024")], ())
    result = check(tmp_path / "staff.csv", mapping, events=events)
    assert "event_date" in found(result, "W100")[0].message


def test_acting_up_is_a_promotion_for_a_while_however_it_is_written(tmp_path):
    rows = (
        event("E0001", "Acting up", "1/3/2024", Reason="Maternity cover"),
        event("E0002", "Promotion", "1/3/2024", Reason="Acting up"),
        event("E0003", "Promotion", "1/3/2024", Reason="Competition"),
        event("E0004", "End of acting up", "1/3/2024"),
        event("X1", "Leaver", "13/3/2024", Reason="Resignation"),
    )
    with checked(tmp_path, *rows) as result:
        assert table(result, "person_key, event::VARCHAR, reason::VARCHAR", "events ") == [
            ("E0001", "promoted", "Temporary promotion"),
            ("E0002", "promoted", "Temporary promotion"),
            ("E0003", "promoted", "Competition"),
            ("X1", "left", "Resignation"),
        ]
        listed = {each.variable: each for each in result.coded.events.characteristics}
        assert {each.code for each in listed["event"].categories} == {"promoted", "left"}
        reasons = {each.code for each in listed["reason"].categories}
        assert {"Temporary promotion", "Competition", "Resignation"} <= reasons


def test_acting_up_gives_a_reason_where_events_have_none(tmp_path):
    rows = (event("E0001", "Acting up", "1/3/2024"), event("E0002", "Promotion", "1/3/2024"))
    with checked(tmp_path, *rows) as result:
        reasons = [reason for (_, reason) in table(result, "person_key, reason::VARCHAR", "events ")]
        assert reasons == ["Temporary promotion", "not_recorded"]
        listed = {each.variable: each for each in result.coded.events.characteristics}
        assert [each.code for each in listed["reason"].categories] == ["Temporary promotion", "not_recorded"]


def test_events_have_answers_sex_functions_and_probation_of_their_own(tmp_path):
    row = event(
        "X1", "Leaver", "13/3/2024", **{"Parental occupation": ANSWER, "Sex": "F", "From directorate": "housing"}
    )
    with checked(tmp_path, {**row, "Probation outcome": "fail", "Induction": "100%"}) as result:
        columns = "parental_occupation, sex::VARCHAR, from_function::VARCHAR, probation_outcome, induction_items"
        assert table(result, columns, "events") == [("lower", "Female", "Housing", "Not passed", "All completed")]
        assert [each.question_id for each in result.coded.events.questions] == ["parental_occupation"]


def test_a_background_told_in_parts_is_worked_out_for_events_too(tmp_path):
    parts = {
        "nssec_work_type": "Modern professional occupations",
        "nssec_employment": "Employee",
        "nssec_size": "25 or more",
        "nssec_supervision": "No",
    }
    staff = [{**row, **parts} for row in without(people(), "Parental occupation")]
    with checked(tmp_path, event("X1", "Leaver", "13/3/2024", **parts), staff=staff) as result:
        assert result.coded is not None, result.faults.lines()
        assert table(result, "DISTINCT parental_occupation", "events") == table(result, "DISTINCT parental_occupation")


def test_grades_named_as_senior_are_handed_on_and_must_exist(tmp_path):
    path = write_csv(tmp_path / "staff.csv", people())
    drafted = check(path).mapping
    rules = {"senior_grades": ("Grade 3",), "events_complete_from": dt.date(2020, 4, 1)}
    with check(path, Mapping.model_validate({**drafted.model_dump(), "careers": rules})) as result:
        assert result.workforce.stated.senior_grades == {"Grade 3"}
        assert result.workforce.stated.events_complete_from == dt.date(2020, 4, 1)
    refused = Mapping.model_validate({**drafted.model_dump(), "careers": {"senior_grades": ("Grade 33",)}})
    fault = found(check(path, refused), "W056")[0]
    assert '"Grade 33" under careers: senior_grades' in fault.message
    assert "The nearest are Grade 3" in fault.message


KINDS = {"Joiner": "joined", "Promotion": "promoted", "Transfer": "moved", "Leaver": "left", "Acting up": "promoted"}
happenings = st.lists(
    st.tuples(
        st.sampled_from(("E0000", "E0001", "X1", "X2")),
        st.sampled_from((*KINDS, "", "End of acting up")),
        st.one_of(st.dates(dt.date(2016, 2, 28), dt.date(2024, 6, 30)), st.just(dt.date(2024, 2, 29)), st.none()),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(happenings)
def test_events_are_coded_as_a_row_by_row_oracle_codes_them(tmp_path_factory, drawn):
    first = ("E0001", "Joiner", dt.date(2016, 2, 29))
    rows = [first, *drawn]
    written = [event(key, kind, f"{day:%d/%m/%Y}" if day else "") for key, kind, day in rows]
    expected = sorted(
        (key, KINDS[kind], day, "Temporary promotion" if kind == "Acting up" else "not_recorded")
        for key, kind, day in rows
        if kind in KINDS and day
    )
    with checked(tmp_path_factory.mktemp("events"), *written) as result:
        for_a_while = any(kind in ("Acting up", "End of acting up") and day for _, kind, day in rows)
        reason = "reason::VARCHAR" if for_a_while else "'not_recorded'"
        assert sorted(table(result, f"person_key, event::VARCHAR, date, {reason}", "events")) == expected
        last = {key: kind for key, kind, day, _ in sorted(expected, key=_in_order)}
        gone = {key for key, kind in last.items() if kind != "left" and key.startswith("X")}
        assert sum(fault.count for fault in found(result, "W104")) == len(gone)


def _in_order(row):
    key, kind, day, _ = row
    return (key, day, {"joined": 0, "left": 2}.get(kind, 1))


def _kinds():
    return [kind for kind in vars(companion_kinds).values() if isinstance(kind, type(FAULT_KINDS["W014"]))]
