"""What the law on pay gaps asks for: ordinary pay of a period, its days, bonus, leave and partners."""

import pytest

from footing.measures.pay.hourly import ON_REDUCED_PAY
from footing.measures.pay.partners import IS_PARTNER
from footing.workforce.fields import load_fields
from footing.workforce.mapping import Mapping
from workforce.extracts import changed, check, every, found, people, table, without, write_csv

FIELDS = load_fields()


def paid(**more: str) -> list[dict[str, str]]:
    """Twelve people with the pay of a month."""
    rows = every(every(people(), "Ordinary pay (month)", "£2,000.50"), "Bonus in the pay period", "100")
    for heading, value in more.items():
        rows = every(rows, heading.replace("_", " "), value)
    return rows


def test_pay_bonus_and_days_of_a_period_are_read_under_the_names_that_measures_use(tmp_path):
    rows = paid(Days_in_the_pay_period="30.44", On_reduced_pay="N", Partner="Employee")
    rows = changed(changed(rows, "On reduced pay", "Yes", "half pay", ""), "Partner", "yes", "", "LLP member")
    columns = (
        "person_key, ordinary_pay_pence, period_bonus_pence, pay_period_days, reduced_pay::VARCHAR, partner::VARCHAR"
    )
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert table(result, columns)[:4] == [
            ("E0000", 200_050, 10_000, 30.44, "Reduced pay", "Partner"),
            ("E0001", 200_050, 10_000, 30.44, "Reduced pay", "not_recorded"),
            ("E0002", 200_050, 10_000, 30.44, "not_recorded", "Partner"),
            ("E0003", 200_050, 10_000, 30.44, "Full pay", "Employee"),
        ]
        wanted = {"ordinary_pay_pence", "period_bonus_pence", "pay_period_days", "weekly_hours", "annual_pay_pence"}
        assert wanted == result.coded.people.amounts


def test_the_words_are_those_that_measures_look_for():
    assert ON_REDUCED_PAY in FIELDS.field("reduced_pay").words
    assert IS_PARTNER in FIELDS.field("partner").words


def test_the_days_of_a_period_may_be_in_the_heading_or_in_the_mapping(tmp_path):
    with check(write_csv(tmp_path / "staff.csv", paid())) as result:
        assert result.mapping.pay.pay_period_days == 30.44
        assert table(result, "DISTINCT pay_period_days") == [(30.44,)]
        assert "pay_period_days" in result.coded.people.amounts
        assert not found(result, "W057")


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        (every(people(), "Ordinary pay", "2000"), "without days in the pay period,"),
        (without(paid(), "Contracted hours"), "without hours a week,"),
    ],
    ids=["no days", "no hours"],
)
def test_ordinary_pay_that_cannot_be_used_is_noticed(tmp_path, rows, missing):
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert missing in found(result, "W057")[0].message
        assert result.coded is not None


@pytest.mark.parametrize("days", ["0", "-7", "367"])
def test_a_pay_period_that_cannot_be_right_is_a_fault(tmp_path, days):
    rows = changed(paid(Days_in_the_pay_period="30"), "Days in the pay period", days)
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert [list(fault.rows) for fault in found(result, "W092")] == [[4]]


def test_a_leap_year_is_a_pay_period(tmp_path):
    with check(write_csv(tmp_path / "staff.csv", paid(Days_in_the_pay_period="366"))) as result:
        assert result.coded is not None


def test_a_word_for_leave_that_is_not_known_is_a_fault(tmp_path):
    rows = changed(paid(On_reduced_pay="no"), "On reduced pay", "sabbatical")
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert '"sabbatical" is not in the reduced pay because of leave list' in found(result, "W014")[0].message


def test_hours_and_partners_stated_in_the_mapping_are_handed_on(tmp_path):
    path = write_csv(tmp_path / "staff.csv", people())
    drafted = check(path).mapping.model_dump()
    pay = {**drafted["pay"], "full_time_hours": 36.25, "partner_grades": ["Grade 3"]}
    with check(path, Mapping.model_validate({**drafted, "pay": pay})) as result:
        assert result.workforce.stated.full_time_hours == 36.25
        assert result.workforce.stated.partner_grades == {"Grade 3"}
    unknown = {**drafted["pay"], "partner_grades": ["Partner"]}
    result = check(path, Mapping.model_validate({**drafted, "pay": unknown}))
    assert "under pay: partner_grades" in found(result, "W056")[0].message


def test_probation_that_has_not_ended_is_not_recorded(tmp_path):
    rows = changed(every(people(), "Probation", "Confirmed"), "Probation", "In probation", "", "Fail", "Extended")
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        outcomes = [outcome for _, outcome in table(result, "person_key, probation_outcome::VARCHAR")]
        assert outcomes == ["not_recorded", "not_recorded", "Not passed", "Extended", *["Passed"] * 8]


def test_none_of_the_induction_is_not_the_same_as_nothing_recorded(tmp_path):
    rows = changed(every(people(), "Induction completed", "All"), "Induction completed", "None", "n/a", "partly")
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        items = [item for _, item in table(result, "person_key, induction_items::VARCHAR")]
        assert items[:4] == ["None completed", "not_recorded", "Some completed", "All completed"]


@pytest.mark.parametrize("heading", ["Partner", "HR partner"])
def test_names_under_the_heading_partner_are_not_taken_for_partners_and_never_shown(tmp_path, heading):
    rows = [{**row, heading: ("Jo Archer", "Sam Okoro")[index % 2]} for index, row in enumerate(people())]
    with check(write_csv(tmp_path / "staff.csv", rows)) as result:
        assert result.coded is not None
        assert "partner" not in {each.variable for each in result.coded.people.characteristics}
        assert not [name for name in ("Archer", "Okoro") if name in str(result.faults.to_json())]
