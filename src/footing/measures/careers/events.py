"""Events as HR systems list them, made into one row for each person and day.

Several events of a person on one day count as one, so that rows that were exported twice count once:

- Left and joined on one day is a renewal, such as a change of contract, and not leaving.
- A promotion on the day of joining is part of joining; one on the day of leaving is not counted.
- A promotion and a move are a promotion. Of several, the lowest grade is where they start from and the highest is
  where they lead to.

Acting up is taken out before any of this: a person who is promoted for a while is still waiting for a promotion.
Rows without a date are not used.

Days are whole numbers from here on, counted from 1 January 1970, so that every engine subtracts them alike. The first
anniversary of 29 February is 28 February.
"""

import datetime as dt
from typing import TYPE_CHECKING

from footing.measures.careers.ladder import FROM_GRADE, TO_GRADE, Ladder
from footing.measures.careers.period import JOINED, LEFT, MOVED, PROMOTED, RENEWED, THERE
from footing.measures.careers.terms import CareerTerms
from footing.tables import Category
from footing.workforce.workforce import NOT_RECORDED

if TYPE_CHECKING:
    import ibis

PERSON = "person_key"
KIND, DAY, FROM, TO, REASON = "kind", "day", "from_place", "to_place", "reason"
YEAR_LATER = "year_later"

KINDS = (JOINED, THERE, RENEWED, PROMOTED, MOVED, LEFT)
"""What a day can be. The engine has their places here: it sorts and compares small numbers faster than words."""

DAY_NOUGHT = dt.date(1970, 1, 1)


def one_row_a_day(events: "ibis.Table", ladder: Ladder, terms: CareerTerms) -> "ibis.Table":
    """The events by person and day: the number of the kind, the places of the grades (blank if unknown), the reason.

    ``year_later`` is the first anniversary of the day.
    """
    import ibis

    rows = events.filter(events["date"].notnull(), ~is_temporary(events, terms)).select(
        PERSON,
        "date",
        "event",
        place_of(events, FROM_GRADE, ladder).name(FROM),
        place_of(events, TO_GRADE, ladder).name(TO),
        _reason(events).name(REASON),
    )
    happened = {kind: (rows["event"] == kind).cast("int8").max() for kind in (JOINED, PROMOTED, LEFT)}
    days = rows.group_by([PERSON, "date"]).aggregate(
        rows[FROM].min().name(FROM),
        rows[TO].max().name(TO),
        rows[REASON].max(where=rows["event"] == LEFT).name(REASON),
        **happened,
    )
    joined, promoted, left = (days[kind] == 1 for kind in (JOINED, PROMOTED, LEFT))
    found = ((joined & left, RENEWED), (left, LEFT), (joined, JOINED), (promoted, PROMOTED))
    kind = ibis.cases(*((each, number_of(name)) for each, name in found), else_=number_of(MOVED)).cast("int8")
    leads_to = (left & ~joined).ifelse(None, days[TO])
    return days.select(PERSON, kind.name(KIND), FROM, leads_to.name(TO), REASON, **days_of(days["date"]))


def number_of(kind: str) -> int:
    """The number that stands for a kind of day."""
    return KINDS.index(kind)


def is_of(rows: "ibis.Table", *kinds: str, column: str = KIND) -> "ibis.Value":
    """Whether a row is of one of some kinds."""
    return rows[column].isin([number_of(kind) for kind in kinds])


def days_of(date: "ibis.Value") -> "dict[str, ibis.Value]":
    """A date and its first anniversary as day numbers."""
    import ibis

    nought = ibis.literal(DAY_NOUGHT)
    later = date + ibis.interval(months=12)
    return {
        DAY: date.delta(nought, unit="day").cast("int32"),
        YEAR_LATER: later.delta(nought, unit="day").cast("int32"),
    }


def day_number(date: dt.date) -> int:
    """A date as a day number."""
    return (date - DAY_NOUGHT).days


def is_temporary(events: "ibis.Table", terms: CareerTerms) -> "ibis.Value":
    """Whether an event is a promotion for a while only."""
    import ibis

    if REASON not in events.columns or not terms.temporary_reasons:
        return ibis.literal(False)
    return (events["event"] == PROMOTED) & _reason(events).lower().isin(sorted(terms.temporary_reasons))


def is_temporary_reason(reason: Category, terms: CareerTerms) -> bool:
    """Whether a reason says that a promotion is for a while only."""
    return reason.code.lower() in terms.temporary_reasons


def place_of(table: "ibis.Table", column: str, ladder: Ladder) -> "ibis.Value":
    """The place of a column's grade on the ladder; blank where it is not recorded or the table has no such column."""
    import ibis

    if column not in table.columns or not ladder.grades:
        return ibis.literal(None, type="int16")
    grade = table[column].cast("string")
    places = ((grade == each.code, ibis.literal(place, "int16")) for place, each in enumerate(ladder.grades))
    return ibis.cases(*places, else_=ibis.literal(None, "int16"))


def _reason(events: "ibis.Table") -> "ibis.Value":
    import ibis

    if REASON not in events.columns:
        return ibis.literal(NOT_RECORDED)
    return events[REASON].cast("string").fill_null(NOT_RECORDED)
