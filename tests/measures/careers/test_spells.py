"""How events become spells in grade: each rule, and each way in which a list can be odd."""

import datetime as dt

import pytest

from footing.measures.arrow import as_arrow
from footing.measures.careers.events import one_row_a_day
from footing.measures.careers.ladder import ladder_of
from footing.measures.careers.period import period_of
from footing.measures.careers.spells import build_spells
from footing.measures.careers.terms import CareerTerms
from measures.careers.small_careers import OPENING, SNAPSHOT, event, make_careers, person

DAY_NOUGHT = dt.date(1970, 1, 1)
START = OPENING - dt.timedelta(days=1)


def spells(people, events, *, opening=OPENING, of_people=("start_date",), **options):
    """Spells of each person in the order of time: person, grade, from, how it began, until, how it ended."""
    workforce = make_careers(people, events, of_people=of_people, **options)
    terms = CareerTerms(opening=opening)
    ladder, period = ladder_of(workforce, terms), period_of(workforce.events, workforce.snapshot_date, terms)
    built = build_spells(one_row_a_day(workforce.events, ladder, terms), workforce.people, ladder, period)
    rows = as_arrow(built).to_pylist()
    for row in rows:
        assert row["days"] == row["ended"] - row["entered"]
        row["entered"], row["ended"] = (DAY_NOUGHT + dt.timedelta(days=row[side]) for side in ("entered", "ended"))
    return sorted(rows, key=lambda row: (row["person_key"], row["entered"]))


def told(people, events, **options):
    """The spells in short."""
    return [
        (row["person_key"], row["grade"], str(row["entered"]), row["arrival"], str(row["ended"]), row["departure"])
        for row in spells(people, events, **options)
    ]


ANYTHING = event("z", "left", "2020-04-01", "Grade 1")
"""Somebody else, so that there are events at all."""


def of(key, rows):
    """The spells of one person, without the name."""
    return [row[1:] for row in rows if row[0] == key]


def test_joining_promotion_and_leaving_each_end_one_spell_and_begin_the_next():
    events = [
        event("a", "joined", "2021-01-04", to="Grade 1"),
        event("a", "promoted", "2022-06-01", "Grade 1", "Grade 2"),
        event("a", "left", "2023-09-30", "Grade 2"),
    ]
    assert told([], events) == [
        ("a", "Grade 1", "2021-01-04", "joined", "2022-06-01", "promoted"),
        ("a", "Grade 2", "2022-06-01", "promoted", "2023-09-30", "left"),
    ]


def test_somebody_without_any_event_is_there_all_the_time_in_the_grade_of_the_extract():
    assert of("a", told([person("a", "Grade 3")], [ANYTHING])) == [
        ("Grade 3", str(START), "there_at_start", str(SNAPSHOT), "still_there")
    ]


def test_somebody_whose_first_event_is_not_joining_was_there_before_in_the_grade_that_it_starts_from():
    events = [event("a", "promoted", "2022-06-01", "Grade 4", "Grade 5")]
    assert told([person("a", "Grade 5")], events) == [
        ("a", "Grade 4", str(START), "there_at_start", "2022-06-01", "promoted"),
        ("a", "Grade 5", "2022-06-01", "promoted", str(SNAPSHOT), "still_there"),
    ]


@pytest.mark.parametrize(
    ("start_date", "arrival", "since"),
    [
        (None, "there_at_start", START),
        ("2011-05-01", "there_at_start", START),
        (str(START), "there_at_start", START),
        (str(OPENING), "joined", OPENING),
        ("2023-01-09", "joined", dt.date(2023, 1, 9)),
    ],
)
def test_a_start_date_within_the_period_is_when_somebody_without_events_joined(start_date, arrival, since):
    rows = spells([person("a", start_date=start_date)], [ANYTHING])
    (found,) = [row for row in rows if row["person_key"] == "a"]
    assert (found["arrival"], found["entered"], found["seen_joining"]) == (arrival, since, arrival == "joined")


def test_a_start_date_counts_only_if_it_is_before_the_first_event():
    events = [event("a", "promoted", "2022-06-01", "Grade 1", "Grade 2")]
    assert told([person("a", "Grade 2", start_date="2021-02-01")], events)[0] == (
        "a", "Grade 1", "2021-02-01", "joined", "2022-06-01", "promoted",
    )  # fmt: skip
    assert told([person("a", "Grade 2", start_date="2024-02-01")], events)[0][2:4] == (str(START), "there_at_start")


def test_somebody_who_starts_after_the_snapshot_date_is_not_there_yet():
    assert of("a", told([person("a", start_date="2025-06-01")], [ANYTHING])) == []


def test_events_after_the_snapshot_date_are_not_used():
    events = [ANYTHING, event("a", "left", "2025-04-01", "Grade 1")]
    assert of("a", told([person("a")], events))[-1][-1] == "still_there"


def test_leaving_on_the_snapshot_date_is_leaving():
    events = [event("a", "left", str(SNAPSHOT), "Grade 1")]
    assert told([person("a")], events)[-1][-2:] == (str(SNAPSHOT), "left")


def test_events_before_the_opening_only_say_where_people_stood():
    events = [
        event("a", "joined", "2010-01-01", to="Grade 1"),
        event("a", "promoted", "2015-01-01", "Grade 1", "Grade 3"),
        event("b", "joined", "2012-01-01", to="Grade 2"),
        event("b", "left", "2019-01-01", "Grade 2"),
        ANYTHING,
    ]
    rows = told([person("a", "Grade 3")], events)
    assert of("a", rows) == [("Grade 3", str(START), "there_at_start", str(SNAPSHOT), "still_there")]
    assert of("b", rows) == []


def test_somebody_who_came_back_has_two_stays_and_nothing_in_between():
    events = [
        event("a", "joined", "2020-05-01", to="Grade 1"),
        event("a", "left", "2021-05-01", "Grade 1"),
        event("a", "joined", "2023-05-01", to="Grade 2"),
    ]
    rows = spells([person("a", "Grade 2")], events)
    assert [(str(row["entered"]), str(row["ended"]), row["departure"]) for row in rows] == [
        ("2020-05-01", "2021-05-01", "left"),
        ("2023-05-01", str(SNAPSHOT), "still_there"),
    ]
    assert [row["service_days"] for row in rows] == [365, (SNAPSHOT - dt.date(2023, 5, 1)).days]


def test_joining_twice_without_leaving_cuts_the_first_spell_short_and_is_not_leaving():
    events = [event("a", "joined", "2020-05-01", to="Grade 1"), event("a", "joined", "2022-05-01", to="Grade 1")]
    assert [row[2:] for row in told([person("a")], events)] == [
        ("2020-05-01", "joined", "2022-05-01", "changed"),
        ("2022-05-01", "joined", str(SNAPSHOT), "still_there"),
    ]


def test_a_promotion_before_joining_stands_and_the_joining_begins_a_new_stay():
    events = [
        event("a", "promoted", "2021-03-01", "Grade 1", "Grade 2"),
        event("a", "joined", "2022-03-01", to="Grade 2"),
    ]
    assert [row[1:] for row in told([person("a", "Grade 2")], events)] == [
        ("Grade 1", str(START), "there_at_start", "2021-03-01", "promoted"),
        ("Grade 2", "2021-03-01", "promoted", "2022-03-01", "changed"),
        ("Grade 2", "2022-03-01", "joined", str(SNAPSHOT), "still_there"),
    ]


def test_leaving_and_joining_on_one_day_is_a_change_of_contract():
    same_day = [event("a", "left", "2022-01-01", "Grade 1"), event("a", "joined", "2022-01-01", to="Grade 2")]
    assert [row[1:] for row in told([person("a", "Grade 2")], same_day)] == [
        ("Grade 1", str(START), "there_at_start", "2022-01-01", "changed"),
        ("Grade 2", "2022-01-01", "changed", str(SNAPSHOT), "still_there"),
    ]


def test_somebody_who_joined_and_left_on_one_day_and_is_not_in_the_extract_never_started():
    events = [event("a", "joined", "2022-01-01", to="Grade 1"), event("a", "left", "2022-01-01", "Grade 1"), ANYTHING]
    assert of("a", told([], events)) == []


def test_rows_that_were_exported_twice_count_once():
    events = [
        event("a", "joined", "2021-01-04", to="Grade 1"),
        event("a", "promoted", "2022-06-01", "Grade 1", "Grade 2"),
    ]
    assert told([person("a", "Grade 2")], events * 2) == told([person("a", "Grade 2")], events)


def test_a_promotion_on_the_day_of_joining_is_part_of_joining():
    events = [
        event("a", "promoted", "2021-01-04", "Grade 1", "Grade 2"),
        event("a", "joined", "2021-01-04", to="Grade 1"),
    ]
    assert told([person("a", "Grade 2")], events) == [
        ("a", "Grade 2", "2021-01-04", "joined", str(SNAPSHOT), "still_there")
    ]


def test_a_promotion_on_the_day_of_leaving_is_not_counted():
    events = [event("a", "left", "2021-01-04", "Grade 1"), event("a", "promoted", "2021-01-04", "Grade 1", "Grade 2")]
    assert told([], events) == [("a", "Grade 1", str(START), "there_at_start", "2021-01-04", "left")]


def test_two_promotions_on_one_day_are_one_from_the_lowest_grade_to_the_highest():
    events = [
        event("a", "promoted", "2021-01-04", "Grade 2", "Grade 3"),
        event("a", "promoted", "2021-01-04", "Grade 1", "Grade 2"),
    ]
    assert [row[1] for row in told([person("a", "Grade 3")], events)] == ["Grade 1", "Grade 3"]


def test_a_move_within_the_grade_does_not_end_a_spell():
    events = [event("a", "moved", "2021-01-04", "Grade 2", "Grade 2"), event("a", "moved", "2022-01-04"), ANYTHING]
    assert of("a", told([person("a", "Grade 2")], events)) == [
        ("Grade 2", str(START), "there_at_start", str(SNAPSHOT), "still_there")
    ]


def test_a_move_to_another_grade_ends_a_spell_and_is_no_promotion_even_upwards():
    events = [event("a", "moved", "2021-01-04", "Grade 2", "Grade 3")]
    assert [(row[1], row[-1]) for row in told([person("a", "Grade 3")], events)] == [
        ("Grade 2", "changed"),
        ("Grade 3", "still_there"),
    ]


def test_a_promotion_into_the_grade_that_somebody_is_in_is_none():
    events = [event("a", "promoted", "2021-01-04", "Grade 2", "Grade 2")]
    assert len(told([person("a", "Grade 2")], events)) == 1


def test_acting_up_and_going_back_leave_the_wait_in_the_own_grade_as_it_was():
    events = [
        event("a", "joined", "2020-06-01", to="Grade 1"),
        event("a", "promoted", "2021-06-01", "Grade 1", "Grade 2", reason="Acting up"),
        event("a", "moved", "2022-06-01", "Grade 2", "Grade 1"),
        event("a", "promoted", "2023-06-01", "Grade 1", "Grade 2", reason="Competition"),
    ]
    assert [row[1:] for row in told([person("a", "Grade 2")], events, reasons=["Acting up", "Competition"])] == [
        ("Grade 1", "2020-06-01", "joined", "2023-06-01", "promoted"),
        ("Grade 2", "2023-06-01", "promoted", str(SNAPSHOT), "still_there"),
    ]


def test_somebody_confirmed_in_the_grade_that_they_acted_in_is_promoted_then():
    events = [
        event("a", "promoted", "2021-06-01", "Grade 1", "Grade 2", reason="Temporary"),
        event("a", "promoted", "2022-06-01", "Grade 2", "Grade 2", reason="Competition"),
    ]
    rows = told([person("a", "Grade 2", start_date="2020-05-04")], events, reasons=["Temporary", "Competition"])
    assert rows[0][-1] == "still_there", "from grade and to grade say that nothing changed"
    events[1] = event("a", "promoted", "2022-06-01", "Grade 1", "Grade 2", reason="Competition")
    rows = told([person("a", "Grade 2", start_date="2020-05-04")], events, reasons=["Temporary", "Competition"])
    assert rows[0][-2:] == ("2022-06-01", "promoted")


def test_people_of_the_events_who_are_not_in_the_extract_and_never_left_are_not_of_this_workforce():
    events = [
        event("a", "joined", "2021-01-04", to="Grade 1"),
        event("a", "promoted", "2022-01-04", "Grade 1", "Grade 2"),
        event("b", "joined", "2021-01-04", to="Grade 1"),
        event("b", "left", "2022-01-04", "Grade 1"),
    ]
    assert {row[0] for row in told([], events)} == {"b"}


def test_somebody_who_left_and_is_in_the_extract_all_the_same_has_left():
    events = [event("a", "left", "2022-01-04", "Grade 1")]
    assert [row[1:] for row in told([person("a")], events)] == [
        ("Grade 1", str(START), "there_at_start", "2022-01-04", "left")
    ]


def test_a_grade_that_the_first_event_leaves_out_is_that_of_the_next_or_of_the_extract_or_not_recorded():
    events = [
        event("a", "joined", "2021-01-04"),
        event("a", "promoted", "2022-01-04", "Grade 1"),
        event("b", "joined", "2021-01-04"),
        event("b", "left", "2022-01-04"),
    ]
    rows = told([person("a", "Grade 2")], events)
    assert [row[1] for row in rows] == ["Grade 1", "Grade 2", "not_recorded"]


def test_rows_without_a_date_are_not_used():
    events = [ANYTHING, event("a", "left", None, "Grade 1")]
    assert of("a", told([person("a")], events))[-1][-1] == "still_there"


def test_the_first_anniversary_of_29_february_is_28_february():
    events = [
        event("a", "joined", "2024-02-29", to="Grade 1"),
        event("b", "joined", "2023-02-28", to="Grade 1"),
    ]
    rows = spells([person("a"), person("b")], events)
    anniversaries = [str(DAY_NOUGHT + dt.timedelta(days=row["anniversary"])) for row in rows]
    assert anniversaries == ["2025-02-28", "2024-02-28"]


def test_an_event_on_the_day_of_opening_has_a_day_in_which_it_could_have_happened():
    events = [event("a", "left", str(OPENING), "Grade 1")]
    assert [row["days"] for row in spells([], events)] == [1]


def test_joining_on_the_snapshot_date_is_a_spell_of_no_days():
    events = [event("a", "joined", str(SNAPSHOT), to="Grade 1")]
    (found,) = spells([person("a")], events)
    assert (found["days"], found["departure"], found["seen_joining"]) == (0, "still_there", True)


def test_a_workforce_without_grades_has_spells_all_the_same():
    events = [event("a", "joined", "2021-01-04"), event("a", "promoted", "2022-01-04")]
    assert [(row[1], row[-1]) for row in told([person("a", None)], events, grades=())] == [
        ("not_recorded", "promoted"),
        ("not_recorded", "still_there"),
    ]
