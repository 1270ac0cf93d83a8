"""The period that the events cover."""

import datetime as dt

from footing.measures.careers.period import period_of
from footing.measures.careers.terms import CareerTerms
from measures.careers.small_careers import SNAPSHOT, event, make_careers


def period(*events, opening=None):
    workforce = make_careers([], events)
    return period_of(workforce.events, workforce.snapshot_date, CareerTerms(opening=opening))


def test_it_opens_when_each_kind_of_event_has_been_seen_and_not_with_the_first_joining_on_record():
    found = period(
        event("a", "joined", "1988-05-01"),
        event("b", "promoted", "2019-04-01"),
        event("c", "left", "2020-01-31"),
        event("d", "moved", "2024-01-31"),
    )
    assert found.start == dt.date(2020, 1, 30)
    assert found.end == SNAPSHOT
    assert found.words == "from 31 January 2020 to 31 March 2025"


def test_a_kind_that_is_never_listed_does_not_keep_it_from_opening():
    found = period(
        event("a", "joined", "2021-05-01"), event("b", "promoted", "2020-04-01"), event("b", "promoted", "2024-04-01")
    )
    assert found.start == dt.date(2021, 4, 30)
    assert found.listed == {"joined", "promoted"}


def test_an_employer_can_say_when_it_opens():
    found = period(event("a", "joined", "2018-05-01"), event("b", "left", "2023-01-01"), opening=dt.date(2022, 4, 1))
    assert (found.start, found.days) == (dt.date(2022, 3, 31), 1096)
    assert found.listed == {"left"}, "a kind whose last event is before the opening is not listed"


def test_events_after_the_snapshot_date_or_without_a_date_open_nothing():
    assert period(event("a", "left", "2025-04-01"), event("b", "left", None)) is None
    assert period() is None
    assert period(event("a", "joined", "2020-04-01"), opening=dt.date(2025, 4, 1)) is None


def test_a_list_of_moves_alone_is_of_one_day():
    assert period(event("a", "moved", str(SNAPSHOT))).days == 1
    assert period(event("a", "moved", "2021-01-01")) is None
