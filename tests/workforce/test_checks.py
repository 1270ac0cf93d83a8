"""Every kind of fault in the mapping, the words and the values: found, in its place, with nobody's data in it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest

from footing.workforce import FAULT_KINDS, CheckResult, Plausibility
from footing.workforce.faults import checking_kinds, mapping_kinds
from footing.workforce.mapping import CategoryMapping, ColumnMapping, Mapping, QuestionMapping, Role, SheetMapping
from workforce.extracts import HEADINGS, changed, check, every, found, people, without, write_csv, write_xlsx

FIELDS = (
    "person_key",
    "grade",
    "function",
    "sex",
    "birth_date",
    "start_date",
    "weekly_hours",
    "annual_pay",
    "parental_occupation",
)


def mapped(
    *, fields: dict[str, str] | None = None, role: Role = Role.PEOPLE, sheet: str = "staff", **more: Any
) -> Mapping:
    """A mapping of the tidy extract by hand, with some columns given other fields."""
    of = {**dict(zip(HEADINGS, FIELDS, strict=True)), **(fields or {})}
    columns = tuple(ColumnMapping(heading=heading, field=name) for heading, name in of.items())
    return Mapping(sheets=(SheetMapping(sheet=sheet, role=role, columns=columns),), **more)


@dataclass(frozen=True)
class Case:
    """A way to spoil the tidy extract, the fault that it gives, and what the fault says."""

    code: str
    says: str
    rows: list[dict[str, str]] = field(default_factory=people)
    mapping: Mapping | None = None
    as_at: dt.date = dt.date(2024, 6, 30)
    row: int | None = None
    title: tuple[tuple[str, ...], ...] = (("Run date", "30/06/2024"), ())
    plausibility: Plausibility | None = None


ROWS = people()
CASES = {
    "a grade that is not in the list": Case(
        "W014",
        '"Band 7a" is not in the grade list you supplied (Grade 1 to Grade 3)',
        changed(ROWS, "Grade", "Band 7a"),
        mapped(categories={"grade": CategoryMapping(categories=("Grade 1", "Grade 2", "Grade 3"), only_these=True)}),
        row=4,
    ),
    "a mapped column that is not there": Case(
        "W044", "takes site from this column", mapping=mapped(fields={"Office": "site"})
    ),
    "a field that does not exist": Case(
        "W045",
        '"salery", which does not exist for people. The nearest are',
        mapping=mapped(fields={"Salary": "salery"}),
    ),
    "a field of another table": Case("W045", '"requisition"', mapping=mapped(fields={"Department": "requisition"})),
    "an option that does not exist": Case(
        "W046",
        'places "Plumber" on "crafty", which is not an option of parental_occupation',
        mapping=mapped(questions={"parental_occupation": QuestionMapping(words={"crafty": ("Plumber",)})}),
    ),
    "a blank that means no option": Case(
        "W046",
        'places "a blank cell" on "nobody"',
        mapping=mapped(questions={"parental_occupation": QuestionMapping(blank="nobody")}),
    ),
    "no key": Case("W047", "people cannot be told apart", without(ROWS, "Employee number")),
    "no question": Case("W048", "No column holds the answers", without(ROWS, "Parental occupation")),
    "a column that the mapping does not mention": Case(
        "W049", "does not mention this column", changed(ROWS, "Shoe size", "43"), mapped()
    ),
    "names": Case("W050", "it names people", every(ROWS, "Surname", "Smith")),
    "e-mail addresses under any heading": Case("W050", "e-mail addresses", every(ROWS, "Contact", "a.b@example.org")),
    "National Insurance numbers": Case("W050", "National Insurance numbers", every(ROWS, "Ref", "QQ 12 34 56 C")),
    "postcodes": Case("W050", "postcodes", every(ROWS, "Where", "SW1A 1AA")),
    "a column of no use": Case("W051", "when a form was filled in", every(ROWS, "Timestamp", "1/2/2024")),
    "an answer that fits no option": Case(
        "W060",
        '"Bus driver" fits no option of parental_occupation; it is there 2 times. The nearest options are',
        changed(ROWS, "Parental occupation", "Bus driver", "Bus driver"),
        row=4,
    ),
    "codes without a codebook": Case(
        "W061", '"7" is a code, and nothing says which option', changed(ROWS, "Parental occupation", "7"), row=4
    ),
    "spellings of one category": Case("W062", "read as Grade 1:", changed(ROWS, "Grade", "GRADE 1")),
    "a new category": Case(
        "W063",
        '"Parks" is not in the list of function',
        changed(ROWS, "Department", "Parks"),
        mapped(categories={"function": CategoryMapping(categories=("Housing", "Libraries"))}),
    ),
    "too many categories": Case(
        "W064", "a field of categories may have 2", mapping=mapped(), plausibility=Plausibility(most_categories=2)
    ),
    "too many different answers": Case(
        "W064", "more than 2 different words", mapping=mapped(), plausibility=Plausibility(most_different_answers=2)
    ),
    "the sign for totals as a category": Case(
        "W065", '"*" stands for something else', changed(ROWS, "Department", "*"), mapped()
    ),
    "the code for blanks as a category": Case(
        "W065",
        '"not_recorded" stands for something else',
        mapping=mapped(categories={"function": CategoryMapping(categories=("not_recorded",))}),
    ),
    "a row without a key": Case("W070", "The row has no key", changed(ROWS, "Employee number", " "), row=4),
    "one key on different rows": Case("W071", "say something else", changed(ROWS, "Employee number", "E0001"), row=5),
    "one person twice": Case("W072", "counted once", [*ROWS, {**ROWS[0], "Employee number": " E0000"}], row=16),
    "text in a date": Case(
        "W075", "not a date of the day-first kind", changed(ROWS, "Start date", "31/04/2020"), row=4
    ),
    "dates that show no order": Case(
        "W076",
        "the day was taken to come first",
        every(every(ROWS, "Date of birth", "03/04/1980"), "Start date", "04/05/2010"),
    ),
    "a date in the future": Case("W077", "after 30 June 2024", changed(ROWS, "Start date", "01/07/2024"), row=4),
    "a birth date in the future": Case(
        "W077", "after 30 June 2024", changed(ROWS, "Date of birth", "31/12/2024"), row=4
    ),
    "a child": Case("W078", "below 13 or above 100", changed(ROWS, "Date of birth", "30/06/2012"), row=4),
    "an ancient": Case("W078", "below 13 or above 100", changed(ROWS, "Date of birth", "30/06/1900"), row=4),
    "service of a century": Case("W079", "more than 70 years", changed(ROWS, "Start date", "30/06/1924"), row=4),
    "a start in the cradle": Case(
        "W079", "before the person could work", changed(ROWS, "Start date", "13/01/1979"), row=4
    ),
    "an age": Case("W080", "below 13 or above 100", changed(changed(ROWS, "Age", *["40"] * 12), "Age", "400"), row=4),
    "no snapshot date": Case("W082", "30 June 2024 was taken", title=()),
    "a snapshot in the future": Case("W083", "30 June 2024, is after 29 June 2024", as_at=dt.date(2024, 6, 29)),
    "text in pay": Case("W084", "not an amount in pounds", changed(ROWS, "Salary", "20,4k"), row=4),
    "negative pay": Case("W085", "below zero", changed(ROWS, "Salary", "-1"), row=4),
    "a negative bonus": Case("W085", "below zero", changed(changed(ROWS, "Bonus", *["5"] * 12), "Bonus", "-1"), row=4),
    "no pay": Case("W086", "The pay is zero", changed(ROWS, "Salary", "0"), row=4),
    "pay by the month taken for yearly": Case("W087", "Read as pay by the year", every(ROWS, "Salary", "2000")),
    "text in hours": Case("W088", "not a number", changed(ROWS, "Contracted hours", "full"), row=4),
    "more hours than a week has": Case("W089", "above 168", changed(ROWS, "Contracted hours", "168.5"), row=4),
    "negative hours": Case("W089", "below zero", changed(ROWS, "Contracted hours", "-1"), row=4),
    "no hours": Case("W090", "The hours a week are zero", changed(ROWS, "Contracted hours", "0"), row=4),
    "a percentage without its sign": Case("W091", "above 2", every(ROWS, "FTE", "60")),
    "no answers": Case("W093", "No row has an answer", every(ROWS, "Parental occupation", "")),
    "one person": Case("W094", "There is one person", ROWS[:1]),
    "everybody the same": Case("W095", "Everybody has the same function", every(ROWS, "Department", "Housing")),
    "a blank column": Case("W096", "Nobody has a sex", every(ROWS, "Sex", "")),
}


def result_of(case: Case, folder: Any) -> CheckResult:
    path = write_csv(folder / "staff.csv", case.rows, case.title)
    return check(path, case.mapping, case.as_at, plausibility=case.plausibility)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_wrong_is_found_in_its_place(tmp_path, case):
    with result_of(case, tmp_path) as result:
        faults = found(result, case.code)
        assert [fault for fault in faults if case.says in fault.message], result.faults.lines()
        if case.row is not None:
            assert [fault.place.row for fault in faults if case.says in fault.message] == [case.row]
        assert (result.coded is None) == bool(result.faults.errors)
        assert (FAULT_KINDS[case.code].severity == "error") == (result.coded is None)


def workbook(tmp_path, **sheets):
    """Check a workbook with some sheets of answers beside the staff."""
    staff = without(people(), "Parental occupation")
    return check(write_xlsx(tmp_path / "staff.xlsx", {"Staff": staff, **sheets}))


def answers(*keys: str) -> list[dict[str, str]]:
    """Rows of answers with these keys."""
    return [{"Employee number": key, "Parental occupation": "Technical and craft"} for key in keys]


def test_a_sheet_of_the_mapping_that_is_not_in_the_file_is_a_fault(tmp_path):
    sheets = (SheetMapping(sheet="Answers", role=Role.ANSWERS), *mapped().sheets)
    path = write_xlsx(tmp_path / "staff.xlsx", {"staff": people(), "Other": [{"a": 1, "b": 2}]})
    assert found(check(path, Mapping(sheets=sheets)), "W042")[0].message.startswith(
        'The mapping reads a sheet "Answers"'
    )


def test_a_second_sheet_with_the_headings_of_the_staff_must_be_decided(tmp_path):
    path = write_xlsx(tmp_path / "staff.xlsx", {"North": people(), "South": people(5)})
    with check(path) as result:
        assert [fault.place.sheet for fault in found(result, "W043")] == ["South"]
        assert result.suggestion.undecided == ('what the rows of the sheet "South" are',)


def test_one_sheet_is_not_read_as_two(tmp_path):
    sheets = (*mapped(sheet="Staff").sheets, *mapped(sheet="Answers", role=Role.ANSWERS).sheets)
    result = check(write_csv(tmp_path / "staff.csv", people()), Mapping(sheets=sheets))
    assert [fault.message for fault in found(result, "W042")] == [
        'The mapping reads a sheet "Answers", which the file does not have.'
    ]


def test_two_sheets_of_people_are_a_fault(tmp_path):
    path = write_xlsx(tmp_path / "staff.xlsx", {"North": people(), "South": people(5)})
    mapping = Mapping(sheets=(*mapped(sheet="North").sheets, *mapped(sheet="South").sheets))
    assert '"North" and "South"' in found(check(path, mapping), "W052")[0].message


def test_a_file_without_people_is_a_fault(tmp_path):
    path = write_csv(tmp_path / "staff.csv", people())
    assert found(check(path, mapped(role=Role.IGNORED)), "W053")


def test_a_sheet_that_is_not_used_is_named(tmp_path):
    with workbook(tmp_path, Answers=answers("E0001"), Notes=[{"What": "a", "Said": "b"}]) as result:
        assert [fault.place.sheet for fault in found(result, "W054")] == ["Notes"]
        assert result.coded is not None


def test_a_field_taken_from_two_sheets_is_a_fault(tmp_path):
    columns = (ColumnMapping(heading="Employee number", field="person_key"), ColumnMapping(heading="Sex", field="sex"))
    sheets = (*mapped(sheet="Staff").sheets, SheetMapping(sheet="More", role=Role.ANSWERS, columns=columns))
    path = write_xlsx(tmp_path / "staff.xlsx", {"Staff": people(), "More": people(3)})
    assert (
        'from this column and from the sheet "Staff"' in found(check(path, Mapping(sheets=sheets)), "W055")[0].message
    )


def test_answers_of_people_who_are_not_staff_are_counted_and_left_out(tmp_path):
    with workbook(tmp_path, Answers=answers("E0001", "X1", "X2")) as result:
        assert [list(fault.rows) for fault in found(result, "W073")] == [[3, 4]]
        assert result.coded.people.person_count == 12


def test_keys_with_nothing_in_common_are_a_fault(tmp_path):
    sheets = {"Staff": without(people(), "Parental occupation"), "Answers": answers("1", "2")}
    columns = tuple(
        ColumnMapping(heading=heading, field=name)
        for heading, name in (("Employee number", "person_key"), ("Parental occupation", "parental_occupation"))
    )
    staff = SheetMapping(sheet="Staff", role=Role.PEOPLE, columns=columns[:1])
    mapping = Mapping(sheets=(staff, SheetMapping(sheet="Answers", role=Role.ANSWERS, columns=columns)))
    with check(write_xlsx(tmp_path / "staff.xlsx", sheets), mapping) as result:
        assert 'No key of this sheet is in the sheet "Staff"' in found(result, "W074")[0].message


def test_stages_that_end_before_they_begin_are_noticed(tmp_path):
    rows = [
        {"Candidate ID": f"C{index}", "Applied on": "2024-03-02", "Offered on": day, "Parental occupation": "Clerical"}
        for index, day in enumerate(("2024-03-01", "2024-03-20", ""))
    ]
    with check(write_csv(tmp_path / "applications.csv", rows, ())) as result:
        assert [list(fault.rows) for fault in found(result, "W081")] == [[2]]


def test_nobody_is_left_when_every_key_is_blank(tmp_path):
    mapping = mapped()
    path = write_csv(tmp_path / "staff.csv", every(people(3), "Employee number", ""))
    assert found(check(path, mapping), "W070")


def test_events_of_people_who_have_left_are_kept_and_counted(tmp_path):
    staff = write_csv(tmp_path / "staff.csv", people())
    events = write_csv(
        tmp_path / "events.csv",
        [
            {
                "Employee number": "E0001",
                "Event": "Promotion",
                "Date": "1/5/2024",
                "From grade": "grade 1",
                "To grade": "Grade 2",
            },
            {
                "Employee number": "GONE",
                "Event": "Leaver",
                "Date": "13/5/2024",
                "From grade": "Grade 2",
                "To grade": "",
            },
        ],
        (),
    )
    with check(staff, events=events) as result:
        assert [list(fault.rows) for fault in found(result, "W097")] == [[3]]
        assert result.coded.events.row_count == 2


def test_no_fault_tells_who_somebody_is_or_what_they_earn(tmp_path):
    rows = changed(
        changed(changed(ROWS, "Salary", "-31337"), "Date of birth", "32/13/1971"), "Employee number", "E0001"
    )
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        said = "\n".join(map(str, result.faults.faults)) + str(result.faults.to_json())
        assert len(result.faults.errors) == 3
        assert not [secret for secret in ("31337", "1971", "E0001") if secret in said]


def test_every_kind_of_fault_of_mapping_and_checking_has_a_test():
    tested = {case.code for case in CASES.values()}
    elsewhere = {"W040", "W041", "W042", "W043", "W052", "W053", "W054", "W055", "W073", "W074", "W081", "W097"}
    elsewhere |= {"W056", "W057", "W066", "W092"}  # test_pay_of_a_period.py and test_outreach_file.py
    kinds = [kind for module in (mapping_kinds, checking_kinds) for kind in vars(module).values()]
    codes = {kind.code for kind in kinds if isinstance(kind, type(FAULT_KINDS["W014"]))}
    assert codes == tested | elsewhere


def test_all_faults_are_found_in_one_pass(tmp_path):
    rows = changed(changed(changed(ROWS, "Salary", "x"), "Start date", "", "x"), "Parental occupation", "", "", "x")
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert {fault.code for fault in result.faults.errors} == {"W084", "W075", "W060"}
