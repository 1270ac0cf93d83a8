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
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

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
    place_of,
)
from footing.measures.careers.ladder import GRADE, Ladder
from footing.measures.careers.period import JOINED, LEFT, MOVED, PROMOTED, RENEWED, Period
from footing.workforce.workforce import NOT_RECORDED

if TYPE_CHECKING:
    import ibis

THERE = "there_at_start"
CHANGED = "changed"
STILL_THERE = "still_there"

ARRIVAL, DEPARTURE = "arrival", "departure"
ENTERED, ENDED, DAYS = "entered", "ended", "days"
SERVICE_DAYS, SEEN_JOINING, ANNIVERSARY = "service_days", "seen_joining", "anniversary"

_STAFF_PLACE, _IN_EXTRACT, _LAST = "staff_place", "in_extract", "last_kind"


def build_spells(days: "ibis.Table", people: "ibis.Table", ladder: Ladder, period: Period) -> "ibis.Table":
    """One row for each spell that reaches into the period.

    ``days`` has one row for each person and day (``events.one_row_a_day``), ``people`` are those of the extract.
    Columns: ``person_key``; ``grade``; ``arrival`` (there at the start, joined, promoted or changed) and ``departure``
    (promoted, left, changed or still there); ``reason`` of leaving; ``entered`` and ``ended`` as day numbers and
    ``days`` between them; ``seen_joining``, whether the person joined in the period, with ``service_days`` from then to
    the end of the spell and the ``anniversary`` of joining.
    """
    days = days.filter(days[DAY] <= day_number(period.end))
    staff = _staff(people, ladder)
    rows = _with_changes_only(_while_employed(days.union(_first_rows(days, staff, period))))
    return _clipped(_since_joining(_of_this_workforce(rows, staff)), ladder, period)


def _staff(people: "ibis.Table", ladder: Ladder) -> "ibis.Table":
    import ibis

    starts = people["start_date"] if "start_date" in people.columns else ibis.literal(None, type="date")
    return people.select(
        PERSON,
        place_of(people, GRADE, ladder).name(_STAFF_PLACE),
        **{f"start_{name}": value for name, value in days_of(starts).items()},
        **{_IN_EXTRACT: ibis.literal(True)},
    )


def _first_rows(days: "ibis.Table", staff: "ibis.Table", period: Period) -> "ibis.Table":
    """Where people stood before their first event, as a row in front of it; none for those who begin by joining."""
    import ibis

    start, end = day_number(period.start), day_number(period.end)
    numbered = days.mutate(number=ibis.row_number().over(group_by=PERSON, order_by=DAY))
    first = numbered.filter(numbered["number"] == 0).drop("number")
    both = first.outer_join(staff, PERSON)
    both = both.mutate(person=both[PERSON].fill_null(both[f"{PERSON}_right"])).drop(PERSON, f"{PERSON}_right")
    since, no_event = both[f"start_{DAY}"], both[KIND].isnull()
    joined = (since > start).fill_null(False) & (no_event | (since < both[DAY]))
    there = ibis.least(ibis.literal(start, "int32"), (both[DAY] - 1).fill_null(start))
    here = (no_event | (both[KIND] != JOINED)) & ~(no_event & (since > end)).fill_null(False)
    grade = no_event.ifelse(both[_STAFF_PLACE], both[FROM])
    return both.filter(here).select(
        both["person"].name(PERSON),
        joined.ifelse(JOINED, THERE).name(KIND),
        ibis.literal(None, type="int32").name(FROM),
        grade.cast("int32").name(TO),
        ibis.literal(None, type="string").name(REASON),
        joined.ifelse(since, there).cast("int32").name(DAY),
        both[f"start_{YEAR_LATER}"].cast("int32").name(YEAR_LATER),
    )


def _while_employed(rows: "ibis.Table") -> "ibis.Table":
    """Leave out what happened after leaving and before joining again; a renewal then is joining, and else a move."""
    earlier = {"group_by": PERSON, "order_by": DAY, "preceding": (None, 1)}
    comes, goes = rows[KIND].isin([JOINED, THERE, RENEWED]), rows[KIND] == LEFT
    rows = rows.mutate(comes=comes.ifelse(rows[DAY], None), goes=goes.ifelse(rows[DAY], None))
    rows = rows.mutate(came=_latest(rows, "comes", earlier), gone=_latest(rows, "goes", earlier))
    away = rows["gone"].notnull() & (rows["came"].isnull() | (rows["came"] < rows["gone"]))
    renewed = rows[KIND] == RENEWED
    kind = renewed.ifelse(away.ifelse(JOINED, MOVED), rows[KIND])
    rows = rows.mutate(**{KIND: kind, "away": away})
    return rows.filter(~rows["away"] | (rows[KIND] == JOINED)).drop("comes", "goes", "came", "gone", "away")


def _latest(rows: "ibis.Table", column: str, window: Mapping[str, Any]) -> "ibis.Value":
    """The greatest value of a column in the rows of a window."""
    import ibis

    return rows[column].max().over(ibis.window(**window))


def _with_changes_only(rows: "ibis.Table") -> "ibis.Table":
    """Leave out moves and promotions after which people are in the grade that they were in."""
    rows = rows.filter((rows[KIND] != MOVED) | rows[TO].notnull())
    before = rows[TO].lag().over(group_by=PERSON, order_by=DAY).fill_null(rows[FROM])
    rows = rows.mutate(nothing_new=(rows[TO] == before).fill_null(False) & rows[KIND].isin([MOVED, PROMOTED]))
    return rows.filter(~rows["nothing_new"]).drop("nothing_new")


def _of_this_workforce(rows: "ibis.Table", staff: "ibis.Table") -> "ibis.Table":
    """Rows with the next one beside them, of people who are in the extract or whose last event is leaving."""
    following = {name: rows[name].lead().over(group_by=PERSON, order_by=DAY) for name in (KIND, DAY, FROM, REASON)}
    rows = rows.mutate(**{f"next_{name}": value for name, value in following.items()})
    left_at_last = ((rows[KIND] == LEFT) & rows[f"next_{KIND}"].isnull()).cast("int8")
    rows = rows.mutate(**{_LAST: left_at_last.max().over(group_by=PERSON)})
    rows = rows.left_join(staff.select(PERSON, _STAFF_PLACE, _IN_EXTRACT), PERSON).drop(f"{PERSON}_right")
    return rows.filter(rows[_IN_EXTRACT].notnull() | (rows[_LAST] == 1))


def _since_joining(rows: "ibis.Table") -> "ibis.Table":
    """Each row with the day on which the person had last joined and its anniversary; blank for those there before."""
    so_far = {"group_by": PERSON, "order_by": DAY, "preceding": None, "following": 0}
    joins = rows[KIND] == JOINED
    rows = rows.mutate(joined_on=joins.ifelse(rows[DAY], None), a_year_on=joins.ifelse(rows[YEAR_LATER], None))
    return rows.mutate(joined_on=_latest(rows, "joined_on", so_far), a_year_on=_latest(rows, "a_year_on", so_far))


def _clipped(rows: "ibis.Table", ladder: Ladder, period: Period) -> "ibis.Table":
    """Spells, from the later of their first day and the start of the period."""
    import ibis

    start, end = (ibis.literal(day_number(day), "int32") for day in (period.start, period.end))
    next_kind = rows[f"next_{KIND}"]
    entered, ended = ibis.greatest(rows[DAY], start), rows[f"next_{DAY}"].fill_null(end)
    place = rows[TO].fill_null(rows[f"next_{FROM}"]).fill_null(next_kind.isnull().ifelse(rows[_STAFF_PLACE], None))
    arrival = ibis.cases((rows[DAY] <= start, THERE), (rows[KIND] == MOVED, CHANGED), else_=rows[KIND])
    departure = ibis.cases(
        (next_kind.isnull(), STILL_THERE), (next_kind.isin([MOVED, JOINED]), CHANGED), else_=next_kind
    )
    within = (rows[KIND] != LEFT) & (ended > start) & (rows[DAY] <= end)
    return rows.filter(within).select(
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
