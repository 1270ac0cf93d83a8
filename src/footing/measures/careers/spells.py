"""Spells in grade: from the day somebody entered a grade to the day they left it, or to the end of the period.

**How a person's days become spells.** The days on which something happened to a person are laid out in order. Each day
but that of leaving opens a spell, and the next one closes it. In front of them stands where the person was before:

- Somebody whose first event is not joining was there already, in the grade that the event starts from.
- Somebody of the extract without any event was there all the time, in the grade of the extract.
- If the extract gives them a start date within the period and before their first event, they joined on it.

After leaving, nothing counts until the person joins again.

**What ends a spell.** Promotion, leaving, or a change: a move to another grade, or a second joining without leaving.
A spell that nothing ended is that of somebody *still there* on the snapshot date. Events that change nothing do not
end one: a move within the grade, or a promotion into the grade that the person is in.

**Which grade.** The one that the opening event leads to; if that is not recorded, the one that the closing event starts
from; if there is none, the one in the extract; otherwise "not recorded".

**Who is left out.** People of the events who are not in the extract although nothing says that they left: they are not
of this workforce. The spells that ended before the period opened.

A spell that began before the period is followed from its start, but how long it had lasted is not known: people who
had entered their grade then and left it since are not in the list, so that those who are would make waits look long.

**How it is fast.** Rows that the engine has to sort carry little: kinds and grades are small numbers until the end, and
two facts that rise together are one number, of which the greatest is taken.
"""

from typing import TYPE_CHECKING

from footing.measures.careers.events import (
    DAY,
    FROM,
    KIND,
    PERSON,
    REASON,
    TO,
    YEAR_LATER,
    day_number,
    days_of,
    is_of,
    number_of,
    place_of,
)
from footing.measures.careers.ladder import GRADE, Ladder
from footing.measures.careers.period import JOINED, LEFT, MOVED, PROMOTED, RENEWED, THERE, Period
from footing.workforce.workforce import NOT_RECORDED

if TYPE_CHECKING:
    import ibis

CHANGED = "changed"
STILL_THERE = "still_there"

ARRIVAL, DEPARTURE = "arrival", "departure"
ARRIVALS = (THERE, JOINED, PROMOTED, CHANGED)
DEPARTURES = (PROMOTED, LEFT, CHANGED, STILL_THERE)
ENTERED, ENDED, DAYS = "entered", "ended", "days"
SERVICE_DAYS, SEEN_JOINING, ANNIVERSARY = "service_days", "seen_joining", "anniversary"

_STAFF_PLACE, _IN_EXTRACT = "staff_place", "in_extract"
_FIRST, _PRESENCE, _JOINING = "first", "presence", "joining"

_COMES = (JOINED, THERE, RENEWED)
_NO_GRADE, _BEGINS_BY_JOINING = -1, -2
_SHARES_A_DAY = 2
"""What of a day number is free for saying whether somebody left on it."""
_SHARES_A_YEAR = 512
"""What of a day number is free for the days from it to its anniversary."""


def build_spells(days: "ibis.Table", people: "ibis.Table", ladder: Ladder, period: Period) -> "ibis.Table":
    """One row for each spell that reaches into the period.

    ``days`` has one row for each person and day (``events.one_row_a_day``), ``people`` are those of the extract.
    Columns: ``person_key``; ``grade``; ``arrival`` (there at the start, joined, promoted or changed) and ``departure``
    (promoted, left, changed or still there); ``reason`` of leaving; ``entered`` and ``ended`` as day numbers and
    ``days`` between them; ``seen_joining``, whether the person joined in the period, with ``service_days`` from then to
    the end of the spell and the ``anniversary`` of joining.
    """
    days = days.filter(days[DAY] <= day_number(period.end))
    workforce = _of_this_workforce(days, people, ladder)
    rows = _with_changes_only(_while_employed(days.union(_first_rows(workforce, ladder, period))))
    return _clipped(_beside_the_next(rows), workforce, ladder, period)


def _of_this_workforce(days: "ibis.Table", people: "ibis.Table", ladder: Ladder) -> "ibis.Table":
    """One row for each person who is in the extract or whose last event is leaving, with how their events begin."""
    import ibis

    starts = people["start_date"] if "start_date" in people.columns else ibis.literal(None, type="date")
    staff = people.select(
        PERSON,
        place_of(people, GRADE, ladder).name(_STAFF_PLACE),
        **{f"start_{name}": value for name, value in days_of(starts).items()},
        **{_IN_EXTRACT: ibis.literal(True)},
    )
    before = is_of(days, JOINED).ifelse(_BEGINS_BY_JOINING, days[FROM].fill_null(_NO_GRADE)) - _BEGINS_BY_JOINING
    first = days[DAY].cast("int64") * _ways_to_begin(ladder) + before
    seen = days.group_by(PERSON).aggregate(first.min().name(_FIRST), _presence(days).max().name(_PRESENCE))
    both = staff.outer_join(seen, PERSON)
    both = both.mutate(person=both[PERSON].fill_null(both[f"{PERSON}_right"])).drop(PERSON, f"{PERSON}_right")
    return both.filter(both[_IN_EXTRACT].notnull() | _is_away(both[_PRESENCE])).rename({PERSON: "person"})


def _ways_to_begin(ladder: Ladder) -> int:
    """In how many ways a person's events can begin: from each of the grades, from none, or by joining."""
    return len(ladder.grades) - _BEGINS_BY_JOINING


def _presence(rows: "ibis.Table") -> "ibis.Value":
    """The day on which somebody came or left, and which of the two it was; blank for other rows."""
    goes = is_of(rows, LEFT)
    moment = rows[DAY].cast("int64") * _SHARES_A_DAY + goes.cast("int64")
    return (goes | is_of(rows, *_COMES)).ifelse(moment, None)


def _is_away(presence: "ibis.Value") -> "ibis.Value":
    """Whether the latest presence is that of somebody who left."""
    return (presence % _SHARES_A_DAY != 0).fill_null(False)


def _first_rows(workforce: "ibis.Table", ladder: Ladder, period: Period) -> "ibis.Table":
    """Where people stood before their first event, as a row in front of it; none for those who begin by joining."""
    import ibis

    start, end = day_number(period.start), day_number(period.end)
    day = (workforce[_FIRST] // _ways_to_begin(ladder)).cast("int32")
    people = workforce.mutate(first_day=day)
    before = people[_FIRST] - people["first_day"].cast("int64") * _ways_to_begin(ladder) + _BEGINS_BY_JOINING
    since, no_event = people[f"start_{DAY}"], people[_FIRST].isnull()
    joined = (since > start).fill_null(False) & (no_event | (since < people["first_day"]))
    there = ibis.least(ibis.literal(start, "int32"), (people["first_day"] - 1).fill_null(start))
    here = (no_event | (before != _BEGINS_BY_JOINING)) & ~(no_event & (since > end)).fill_null(False)
    grade = no_event.ifelse(people[_STAFF_PLACE], (before == _NO_GRADE).ifelse(None, before))
    return people.filter(here).select(
        PERSON,
        joined.ifelse(number_of(JOINED), number_of(THERE)).cast("int8").name(KIND),
        ibis.literal(None, type="int16").name(FROM),
        grade.cast("int16").name(TO),
        ibis.literal(None, type="string").name(REASON),
        joined.ifelse(since, there).cast("int32").name(DAY),
        people[f"start_{YEAR_LATER}"].cast("int32").name(YEAR_LATER),
    )


def _while_employed(rows: "ibis.Table") -> "ibis.Table":
    """Leave out what happened after leaving and before joining again; a renewal then is joining, and else a move."""
    import ibis

    rows = rows.mutate(**{_PRESENCE: _presence(rows)})
    earlier = ibis.window(group_by=PERSON, order_by=DAY, preceding=(None, 1))
    rows = rows.mutate(away=_is_away(rows[_PRESENCE].max().over(earlier)))
    renewed = rows["away"].ifelse(number_of(JOINED), number_of(MOVED))
    rows = rows.mutate(**{KIND: is_of(rows, RENEWED).ifelse(renewed, rows[KIND]).cast("int8")})
    return rows.filter(~rows["away"] | is_of(rows, JOINED)).drop(_PRESENCE, "away")


def _with_changes_only(rows: "ibis.Table") -> "ibis.Table":
    """Leave out moves and promotions after which people are in the grade that they were in."""
    rows = rows.filter(~is_of(rows, MOVED) | rows[TO].notnull())
    before = rows[TO].lag().over(group_by=PERSON, order_by=DAY).fill_null(rows[FROM])
    rows = rows.mutate(nothing_new=(rows[TO] == before).fill_null(False) & is_of(rows, MOVED, PROMOTED))
    return rows.filter(~rows["nothing_new"]).drop("nothing_new")


def _beside_the_next(rows: "ibis.Table") -> "ibis.Table":
    """Each row with the next one of the person, the day on which they had last joined, and its anniversary.

    The last two are blank for those who were there before.
    """
    import ibis

    joining = rows[DAY].cast("int64") * _SHARES_A_YEAR + (rows[YEAR_LATER] - rows[DAY])
    rows = rows.mutate(**{_JOINING: is_of(rows, JOINED).ifelse(joining, None)}).drop(YEAR_LATER)
    so_far = ibis.window(group_by=PERSON, order_by=DAY, preceding=None, following=0)
    following = {name: rows[name].lead().over(group_by=PERSON, order_by=DAY) for name in (KIND, DAY, FROM, REASON)}
    next_row = {f"next_{name}": value for name, value in following.items()}
    rows = rows.mutate(**next_row, **{_JOINING: rows[_JOINING].max().over(so_far)})
    rows = rows.mutate(joined_on=(rows[_JOINING] // _SHARES_A_YEAR).cast("int32"))
    return rows.mutate(
        a_year_on=(rows[_JOINING] - rows["joined_on"].cast("int64") * (_SHARES_A_YEAR - 1)).cast("int32")
    )


def _clipped(rows: "ibis.Table", workforce: "ibis.Table", ladder: Ladder, period: Period) -> "ibis.Table":
    """Spells of this workforce, from the later of their first day and the start of the period."""
    import ibis

    start, end = (ibis.literal(day_number(day), "int32") for day in (period.start, period.end))
    within = ~is_of(rows, LEFT) & (rows[f"next_{DAY}"].fill_null(end) > start) & (rows[DAY] <= end)
    rows = rows.filter(within).inner_join(workforce.select(PERSON, _STAFF_PLACE), PERSON)
    following, last = f"next_{KIND}", rows[f"next_{KIND}"].isnull()
    entered, ended = ibis.greatest(rows[DAY], start), rows[f"next_{DAY}"].fill_null(end)
    place = rows[TO].fill_null(rows[f"next_{FROM}"]).fill_null(last.ifelse(rows[_STAFF_PLACE], None))
    arrival = ibis.cases(
        (rows[DAY] <= start, THERE), (is_of(rows, MOVED), CHANGED), (is_of(rows, JOINED), JOINED), else_=PROMOTED
    )
    changed = is_of(rows, MOVED, JOINED, column=following)
    departure = ibis.cases(
        (last, STILL_THERE), (changed, CHANGED), (is_of(rows, LEFT, column=following), LEFT), else_=PROMOTED
    )
    return rows.select(
        PERSON,
        _code(place, ladder).name(GRADE),
        arrival.name(ARRIVAL),
        departure.name(DEPARTURE),
        rows[f"next_{REASON}"].fill_null(NOT_RECORDED).name(REASON),
        entered.name(ENTERED),
        ended.name(ENDED),
        (ended - entered).cast("int64").name(DAYS),
        (rows["joined_on"] > start).fill_null(False).name(SEEN_JOINING),
        (ended - rows["joined_on"]).cast("int64").name(SERVICE_DAYS),
        rows["a_year_on"].name(ANNIVERSARY),
    )


def _code(place: "ibis.Value", ladder: Ladder) -> "ibis.Value":
    import ibis

    if not ladder.grades:
        return ibis.literal(NOT_RECORDED)
    return ibis.cases(*((place == index, each.code) for index, each in enumerate(ladder.grades)), else_=NOT_RECORDED)
