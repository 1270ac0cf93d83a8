"""The period that the events cover.

A list of events is of use from the day on which it is complete. HR systems often hold when everybody joined, decades
back, but promotions and leaving only from the day the system was brought in; counted from the first joining, the years
before that day would look as if nobody had ever been promoted. So, where an employer does not say, the period opens on
the first day by which somebody had joined, somebody had been promoted and somebody had left, as far as the list has
each of these at all.

Everything is taken at the end of a day. The period *starts* at the end of the day before it opens and *ends* at the
end of the snapshot date, so that every event in it has some time before it in which it could have happened. Events
after the snapshot date are not used; those before the opening only say where people stood when it opened.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.measures.arrow import as_arrow
from footing.measures.careers.terms import CareerTerms
from footing.tables.words import long_date

if TYPE_CHECKING:
    import ibis

JOINED, PROMOTED, MOVED, LEFT = "joined", "promoted", "moved", "left"
RENEWED = "renewed"
"""Left and joined on one day."""
THERE = "there_at_start"
"""Not an event, but what stands in front of the first event of those who were there before it."""
KINDS_THAT_OPEN = (JOINED, PROMOTED, LEFT)

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the end of the day ``start`` to the end of the day ``end``; ``listed`` are the kinds of events in it."""

    start: dt.date
    end: dt.date
    listed: frozenset[str]

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.end - self.start).days

    @property
    def words(self) -> str:
        """The period in words, its first day and its last."""
        return f"from {long_date(self.start + ONE_DAY)} to {long_date(self.end)}"


def period_of(events: "ibis.Table", snapshot_date: dt.date, terms: CareerTerms) -> Period | None:
    """The period up to the snapshot date; ``None`` where no event falls in it."""
    usable = events.filter(events["date"].notnull(), events["date"] <= snapshot_date)
    spans = usable.group_by("event").aggregate(first=usable["date"].min(), last=usable["date"].max())
    rows = {row["event"]: row for row in as_arrow(spans).to_pylist()}
    firsts = [rows[kind]["first"] for kind in KINDS_THAT_OPEN if kind in rows]
    opening = terms.opening or max(firsts, default=snapshot_date)
    listed = frozenset(kind for kind, row in rows.items() if row["last"] >= opening)
    return Period(opening - ONE_DAY, snapshot_date, listed) if listed and opening <= snapshot_date else None
