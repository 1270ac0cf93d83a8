"""The staff extract of a year earlier is of the same people, as the events since say that they stood then."""

import datetime as dt

import pytest

from footing.samples import council, firm
from footing.samples.year_before import PAY_RISE, a_year_before
from footing.standards import load_catalogue
from footing.workforce import check_extract


@pytest.fixture(scope="module", params=[council, firm])
def sample(request):
    return request.param(seed=9, people=800)


def by_key(table):
    return {each["person_key"]: each for each in table.to_pylist()}


def test_who_was_there_a_year_before_had_joined_by_then_and_had_not_left(sample):
    then = a_year_before(sample.snapshot_date)
    expected = {
        key
        for key, each in by_key(sample.everyone).items()
        if each["start_date"] <= then and (each["left_date"] is None or each["left_date"] > then)
    }
    assert set(by_key(sample.year_before)) == expected


def test_grades_and_functions_are_those_that_a_row_by_row_oracle_takes_from_the_events(sample):
    then, events = a_year_before(sample.snapshot_date), sample.events.to_pylist()
    now = by_key(sample.everyone)
    for key, each in by_key(sample.year_before).items():
        since = [
            event
            for event in events
            if event["person_key"] == key and event["date"] > then and event["reason"] != "Acting up"
        ]
        grade, function = now[key]["grade"], now[key]["function"]
        for event in reversed(since):
            if event["event"] == "promoted":
                grade = event["from_grade"]
            if event["event"] == "moved":
                function = event["from_function"]
        assert (each["grade"], each["function"]) == (grade, function)


def test_pay_is_that_of_the_grade_less_the_years_rise(sample):
    now, salaries = by_key(sample.everyone), {each.name: each.salary for each in sample.truth.employer.grades}
    for key, each in by_key(sample.year_before).items():
        of_grade = salaries[each["grade"]] / salaries[now[key]["grade"]] / PAY_RISE
        assert each["annual_pay_pence"] == pytest.approx(now[key]["annual_pay_pence"] * of_grade, abs=50.01)


def test_nobody_had_answered_then_who_has_not_by_now(sample):
    now, then = by_key(sample.everyone), by_key(sample.year_before)
    for key, each in then.items():
        assert each["parental_occupation"] in (None, now[key]["parental_occupation"])
    answered = [each["parental_occupation"] is not None for each in then.values()]
    answered_now = [now[key]["parental_occupation"] is not None for key in then]
    assert 0.85 < sum(answered) / sum(answered_now) < 1


def test_it_is_read_back_with_its_own_date_and_the_same_keys(tmp_path, sample):
    files = sample.write(tmp_path)
    with check_extract(files.year_before, catalogue=load_catalogue(), as_at=sample.snapshot_date) as checked:
        assert checked.coded.snapshot_date == a_year_before(sample.snapshot_date)
        assert checked.coded.people.person_count == sample.year_before.num_rows
        keys = checked.coded.connection.execute("SELECT person_key FROM people").fetchall()
        assert {key for (key,) in keys} == set(by_key(sample.year_before))


def test_a_year_before_a_leap_day_is_the_day_before_march():
    assert a_year_before(dt.date(2024, 2, 29)) == dt.date(2023, 2, 28)
    assert a_year_before(dt.date(2025, 3, 31)) == dt.date(2024, 3, 31)


@pytest.mark.parametrize("people", [1, 2, 30])
def test_the_smallest_employers_have_a_year_before_too(people):
    sample = council(seed=3, people=people)
    assert set(sample.year_before.column_names) >= {"person_key", "grade", "annual_pay_pence", "reduced_pay"}
    assert sample.year_before.num_rows <= sample.everyone.num_rows
