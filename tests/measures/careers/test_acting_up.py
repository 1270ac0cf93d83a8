"""Promotions that are for a while."""

import pytest

from measures.careers.figures import measured, table_of, values
from measures.careers.small_careers import event, make_careers, person

PEOPLE = [person("a", background="lower"), person("b", background="lower"), person("c", background="professional")]
REASONS = ("Acting Up", "Competition")


def promoted(key, date, reason=None):
    return event(key, "promoted", date, "Grade 1", "Grade 2", reason=reason)


EVENTS = [
    promoted("a", "2021-01-01", "Acting Up"),
    promoted("b", "2021-01-01", "Competition"),
    promoted("c", "2021-01-01"),
]


def found(events, **terms):
    return measured(make_careers(PEOPLE, events, reasons=REASONS), **terms)


def test_the_share_for_a_while_is_of_all_promotions_whatever_the_case_of_the_reason():
    shares = values(found(EVENTS), ".temporary")
    assert shares == {("professional",): 0, ("intermediate",): None, ("lower",): 50}


def test_a_promotion_for_a_while_is_in_no_other_table():
    assert values(found(EVENTS), "promotion_count.by_grade")[("*", "lower")] == 1


def test_promotions_outside_the_period_and_of_other_workforces_are_not_counted():
    more = [promoted("a", "2019-01-01", "Competition"), promoted("a", "2025-09-01", "Competition")]
    stranger = [event("x", "promoted", "2021-01-01", "Grade 1", "Grade 2", parental_occupation="lower")]
    assert values(found([*EVENTS, *more, *stranger]), ".temporary")[("lower",)] == 50


def test_two_rows_of_one_day_are_one_promotion():
    assert values(found([*EVENTS, *EVENTS]), ".temporary")[("lower",)] == 50


def test_which_reasons_mean_for_a_while_is_a_setting():
    assert values(found(EVENTS, temporary_reasons=frozenset({"competition"})), ".temporary")[("lower",)] == 50
    missing = found(EVENTS, temporary_reasons=frozenset({"holiday cover"})).not_measured
    (words,) = [each.words for each in missing if each.measure == "promotion_temporary_share"]
    assert words.endswith("no reason that the events give says that a promotion was for a while.")


def test_the_table_is_shown_whole_or_not_at_all():
    rows = table_of(found(EVENTS), ".temporary").rows
    assert len({row.figure.cells[2:] for row in rows}) == 1
    assert pytest.approx(len(rows[0].figure.cells[2:])) == 6
