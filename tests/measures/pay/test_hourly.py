"""Hourly pay of a person, and who has none that counts."""

from fractions import Fraction

import pytest

from footing.measures.arrow import as_arrow
from footing.measures.pay.hourly import (
    COMMON_HOURS_RULE,
    MILLIONTHS_PER_POUND,
    NO_HOURS_RULE,
    STATUTORY_RULE,
    has_pay,
    hourly_pay,
)
from footing.measures.pay.terms import PayTerms
from measures.pay.paid_workforce import paid_workforce

PERIOD = ("ordinary_pay_pence", "pay_period_days", "weekly_hours")


def rates(rows, columns, terms=None):
    """The hourly rate of each row in pounds."""
    people = paid_workforce(rows, columns=columns).people
    pay = hourly_pay(people, terms or PayTerms())
    kept = as_arrow(pay.amounts.relation.select("person_key", pay.amounts.column)).to_pylist()
    by_key = {int(row["person_key"]): row["hourly_rate"] for row in kept}
    return [None if by_key[key] is None else by_key[key] / MILLIONTHS_PER_POUND for key in range(len(rows))], pay.rule


def only(rows, columns, terms=None):
    (rate,), _ = rates([rows], columns, terms)
    return rate


def test_a_month_of_pay_is_over_30_44_days_as_regulation_6_says():
    """£2,400 and £300 of bonus for the month, 37.5 hours a week: 2,700 × 7 / 30.44 / 37.5."""
    person = {
        "ordinary_pay_pence": 240_000,
        "period_bonus_pence": 30_000,
        "pay_period_days": 30.44,
        "weekly_hours": 37.5,
    }
    assert only(person, (*PERIOD, "period_bonus_pence")) == pytest.approx(16.5571616, abs=5e-8)


def test_a_week_of_400_pounds_for_40_hours_is_10_pounds_an_hour_and_so_is_240_for_24():
    """The employees of the worked example by PJH Law: the same job, five days and three."""
    weekly = [
        {"ordinary_pay_pence": 40_000, "pay_period_days": 7, "weekly_hours": 40},
        {"ordinary_pay_pence": 24_000, "pay_period_days": 7, "weekly_hours": 24},
    ]
    assert rates(weekly, PERIOD) == ([10.0, 10.0], STATUTORY_RULE)


def test_those_on_leave_at_reduced_pay_have_no_hourly_pay_and_strikers_have():
    """The same example: of five who usually earn £400, two took leave at less pay; a strike is not leave."""
    week = {"pay_period_days": 7, "weekly_hours": 40}
    people = [
        {"ordinary_pay_pence": 40_000, "reduced_pay": "Full pay"},
        {"ordinary_pay_pence": 32_000, "reduced_pay": "Reduced pay"},
        {"ordinary_pay_pence": 40_000, "reduced_pay": "Full pay"},
        {"ordinary_pay_pence": 15_000, "reduced_pay": "Reduced pay"},
        {"ordinary_pay_pence": 24_000, "reduced_pay": "Full pay"},
    ]
    found, _ = rates([week | person for person in people], (*PERIOD, "reduced_pay"))
    assert found == [10.0, None, 10.0, None, 6.0]


def test_the_pay_of_a_period_goes_before_yearly_pay():
    person = {
        "ordinary_pay_pence": 40_000,
        "pay_period_days": 7,
        "weekly_hours": 40,
        "annual_pay_pence": 9_900_000,
    }
    assert only(person, (*PERIOD, "annual_pay_pence")) == 10.0


def test_yearly_pay_is_over_365_25_days_of_full_time_hours_whatever_the_person_works():
    """£30,000 for 37 hours a week; a person who works 20 of them is paid by the hour like anybody else."""
    columns = ("annual_pay_pence", "weekly_hours", "full_time")
    people = [
        {"annual_pay_pence": 3_000_000, "weekly_hours": 37, "full_time": "Full time"},
        {"annual_pay_pence": 3_000_000, "weekly_hours": 20, "full_time": "Part time"},
    ]
    expected = float(Fraction(30_000) * 7 / Fraction("365.25") / 37)
    assert rates(people, columns) == ([pytest.approx(expected, abs=1e-8)] * 2, COMMON_HOURS_RULE)


def test_somebody_full_time_has_their_own_hours():
    columns = ("annual_pay_pence", "weekly_hours", "full_time")
    full = {"annual_pay_pence": 3_000_000, "weekly_hours": 37, "full_time": "Full time"}
    found, _ = rates([full, full, full | {"weekly_hours": 40}, full | {"weekly_hours": None}], columns)
    assert found[2] / found[0] == pytest.approx(37 / 40)
    assert found[3] == found[0], "blank hours are taken as the most common"


def test_of_two_equally_common_full_time_weeks_the_longer_one_is_taken():
    columns = ("annual_pay_pence", "weekly_hours")
    pay = {"annual_pay_pence": 3_000_000}
    found, _ = rates([pay | {"weekly_hours": 35}, pay | {"weekly_hours": 40}], columns)
    assert found == [pytest.approx(30_000 * 7 / 365.25 / 40)] * 2


def test_where_nobody_is_said_to_work_full_time_the_most_common_hours_of_all_are_taken():
    columns = ("annual_pay_pence", "weekly_hours", "full_time")
    part_time = {"annual_pay_pence": 3_000_000, "weekly_hours": 20, "full_time": "Part time"}
    found, rule = rates([part_time, part_time, part_time | {"weekly_hours": 10}], columns)
    assert found == [pytest.approx(30_000 * 7 / 365.25 / 20)] * 3
    assert rule == COMMON_HOURS_RULE


def test_the_hours_that_an_employer_states_go_before_the_most_common_ones_and_are_printed():
    people = [{"annual_pay_pence": 3_000_000, "weekly_hours": 20}] * 3
    found, rule = rates(people, ("annual_pay_pence", "weekly_hours"), PayTerms(full_time_hours=36.5))
    assert found == [pytest.approx(30_000 * 7 / 365.25 / 36.5)] * 3
    assert "a full-time week: 36.5" in rule


def test_without_hours_the_pay_of_a_week_is_compared_and_the_rule_says_so():
    found, rule = rates([{"annual_pay_pence": 3_000_000}], ("annual_pay_pence",))
    assert found == [pytest.approx(30_000 * 7 / 365.25)]
    assert rule == NO_HOURS_RULE


@pytest.mark.parametrize("pay", [None, 0, -1, -250_000])
def test_blank_nought_and_negative_pay_count_for_nothing(pay):
    assert only({"annual_pay_pence": pay, "weekly_hours": 37}, ("annual_pay_pence", "weekly_hours")) is None
    period = {"ordinary_pay_pence": pay, "pay_period_days": 7, "weekly_hours": 37}
    assert only(period, PERIOD) is None


@pytest.mark.parametrize("hours", [None, 0, -5, 169])
def test_hours_that_cannot_be_give_no_hourly_pay(hours):
    assert only({"ordinary_pay_pence": 40_000, "pay_period_days": 7, "weekly_hours": hours}, PERIOD) is None


@pytest.mark.parametrize("days", [None, 0, -7])
def test_a_pay_period_without_days_gives_no_hourly_pay(days):
    assert only({"ordinary_pay_pence": 40_000, "pay_period_days": days, "weekly_hours": 40}, PERIOD) is None


def test_a_blank_bonus_in_the_period_is_no_bonus():
    person = {"ordinary_pay_pence": 40_000, "period_bonus_pence": None, "pay_period_days": 7, "weekly_hours": 40}
    assert only(person, (*PERIOD, "period_bonus_pence")) == 10.0


def test_equal_rates_are_equal_by_whichever_sums_they_come_about():
    """£37,500 for 37.5 hours, £35,000 for 35 and £40,000 for 40."""
    columns = ("annual_pay_pence", "weekly_hours", "full_time")
    people = [
        {"annual_pay_pence": pay * 100, "weekly_hours": pay / 1000, "full_time": "Full time"}
        for pay in (37_500, 35_000, 40_000, 33_333)
    ]
    assert len(set(rates(people, columns)[0][:3])) == 1


def test_whether_there_is_pay_at_all_is_answered_by_the_columns():
    assert has_pay(paid_workforce([], columns=("annual_pay_pence",)).people)
    assert has_pay(paid_workforce([], columns=PERIOD).people)
    assert not has_pay(paid_workforce([], columns=("ordinary_pay_pence", "weekly_hours")).people)
