"""Flow: what recruitment, promotion and leaving each did to a group's share of the senior grades.

Take the senior people of known background at the start of the period and at its end: ``n`` of them with ``m`` of the
group, and then ``N`` with ``M``. In between, some joined senior grades from outside, some came up from lower grades,
and some went out of them. Write ``s`` for half the sum of the two shares m/n and M/N, and ``h`` for half the sum of n
and N. Then

    M/N - m/n  =  sum over those who came in of (f - s F) / h  -  sum over those who went of (f - s F) / h

where ``F`` counts the people of a flow and ``f`` those of the group among them. It is exact and leaves nothing over,
since M - m = h (M/N - m/n) + s (N - n) for any numbers, and the flows add up to M - m and N - n. Each part says: this
flow held more of the group than the senior grades did, or fewer, times its size. Start and end enter alike, so that
the parts only change sign when time runs backwards.

Somebody who came in and went again within the period is in both flows; moving among senior grades is in neither.

**What an outsider could work out.** A part shows a flow to a person or so. So the table is shown whole or not at all:
every figure rests on every count of every flow and group.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from footing.measures.careers.careers import Careers
from footing.measures.careers.events import PERSON
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.period import JOINED, LEFT, ONE_DAY, PROMOTED, THERE
from footing.measures.careers.spells import ARRIVAL, CHANGED, DEPARTURE, ENTERED, STILL_THERE
from footing.measures.careers.table_writer import TableWriter
from footing.measures.intervals import NOBODY, share_of
from footing.measures.population import PeopleToCount, Variable
from footing.measures.tabulation import Key
from footing.standards.coverage import CODABLE
from footing.tables import Category, Coordinate, Dimension, Estimate, Hierarchy, units
from footing.tables.raw import FromCounts, RawTable
from footing.tables.words import listed, long_date

if TYPE_CHECKING:
    import ibis

SENIOR_STRETCHES = "stretches in senior grades"
"""One for each time that a person was in senior grades, whichever and however many of them."""

MEASURES = ("flow_share", "flow_contribution")

CAME_UP, WENT = "came_up", "went"
CAME, GONE = "came", "gone"
FLOW, WHEN = "flow", "when"

FLOWS = (
    Category(JOINED, "Recruitment from outside"),
    Category(CAME_UP, "Promotion from lower grades"),
    Category(WENT, "Leaving senior grades"),
)
CHANGE = Category("change", "Change in the share")
START, END = "start", "end"

SUM_NOTE = "The three parts add up to the change exactly, before they are rounded."
HELD_TOGETHER_NOTE = "Shown whole or not at all."


def stretches_to_count(careers: Careers) -> PeopleToCount:
    """One row for each stretch in senior grades, with how it began and how it ended."""
    background = careers.background
    variables = {
        background.variable: background.definition,
        CAME: Variable((THERE, JOINED, CAME_UP), Hierarchy(CAME)),
        GONE: Variable((STILL_THERE, WENT), Hierarchy(GONE)),
    }
    return PeopleToCount(SENIOR_STRETCHES, _stretches(careers), variables)


def flow_tables(writer: TableWriter) -> tuple[RawTable, ...]:
    """The group's share of the senior grades at both ends of the period, and what each flow did to it."""
    cells = tuple(cell for group in writer.careers.groups for cell in _cells_of(group, writer))
    period = writer.careers.period
    ends = Dimension(
        WHEN,
        "When",
        (Category(START, f"Before {long_date(period.start + ONE_DAY)}"), Category(END, long_date(period.end))),
    )
    flows = Dimension(FLOW, "What happened", (*FLOWS, CHANGE))
    notes = (f"Senior grades: {listed(writer.careers.ladder.senior)}.", HELD_TOGETHER_NOTE)
    share = partial(_share, writer=writer, cells=cells)
    part = partial(_part, writer=writer, cells=cells)
    return (
        writer.write("share", "flow_share", units.PERCENT, (ends, writer.groups), share, *notes),
        writer.write(
            "contribution",
            "flow_contribution",
            units.PERCENTAGE_POINTS,
            (flows, writer.groups),
            part,
            SUM_NOTE,
            *notes,
        ),
    )


@dataclass(frozen=True, slots=True)
class Stock:
    """The senior people of one group: who was there at the start, who joined, who came up and who went."""

    start: int
    joined: int
    came_up: int
    went: int

    @property
    def end(self) -> int:
        """Who is there at the end."""
        return self.start + self.joined + self.came_up - self.went

    def __add__(self, other: "Stock") -> "Stock":
        return Stock(
            self.start + other.start,
            self.joined + other.joined,
            self.came_up + other.came_up,
            self.went + other.went,
        )

    def flow(self, flow: str) -> int:
        """How many a flow brought; fewer than nought for those who went."""
        return {JOINED: self.joined, CAME_UP: self.came_up, WENT: -self.went, CHANGE.code: self.end - self.start}[flow]


NOBODY_THERE = Stock(0, 0, 0, 0)
CELLS_OF_A_GROUP = 5


def contribution(flow: str, of_group: Stock, of_all: Stock) -> Estimate:
    """What a flow did to the group's share, in percentage points; ``NOBODY`` where one of the shares does not exist."""
    if not of_all.start or not of_all.end:
        return NOBODY
    middle_share = (of_group.start / of_all.start + of_group.end / of_all.end) / 2
    middle_size = (of_all.start + of_all.end) / 2
    return Estimate(100 * (of_group.flow(flow) - middle_share * of_all.flow(flow)) / middle_size)


def _cells_of(group: str, writer: TableWriter) -> tuple[Coordinate, ...]:
    """How many of a group were there, joined, came up and went, in the order of ``Stock``; then who is still there."""
    came = (writer.cell(group, **{CAME: how}) for how in (THERE, JOINED, CAME_UP))
    return (*came, *(writer.cell(group, **{GONE: how}) for how in (WENT, STILL_THERE)))


def _share(key: Key, *, writer: TableWriter, cells: tuple[Coordinate, ...]) -> FromCounts:
    at_end = key[WHEN] == END
    base = writer.cell(CODABLE, **({GONE: STILL_THERE} if at_end else {CAME: THERE}))
    place = writer.careers.groups.index(key[writer.variable])
    return FromCounts(cells, base, partial(_share_of_stock, place=place, at_end=at_end))


def _part(key: Key, *, writer: TableWriter, cells: tuple[Coordinate, ...]) -> FromCounts:
    base = writer.cell(CODABLE, **{GONE: STILL_THERE})
    place = writer.careers.groups.index(key[writer.variable])
    return FromCounts(cells, base, partial(_contribution_of, flow=key[FLOW], place=place))


def _share_of_stock(*counts: int, place: int, at_end: bool) -> Estimate:
    stocks = _stocks(counts)
    sizes = [stock.end if at_end else stock.start for stock in stocks]
    return share_of(sizes[place], sum(sizes))


def _contribution_of(*counts: int, flow: str, place: int) -> Estimate:
    stocks = _stocks(counts)
    return contribution(flow, stocks[place], sum(stocks, NOBODY_THERE))


def _stocks(counts: Sequence[int]) -> list[Stock]:
    """The stock of each group; the count of those still there follows from the others and is only shown with them."""
    return [Stock(*counts[first : first + 4]) for first in range(0, len(counts), CELLS_OF_A_GROUP)]


def _stretches(careers: Careers) -> "ibis.Table":
    """Spells in senior grades, those that follow on one another put together, with the background of the person."""
    import ibis

    every, background = careers.spells, careers.background.variable
    in_senior = every[GRADE].isin(careers.ladder.senior)
    ever = every.filter(in_senior).select(PERSON).distinct()
    spells = every.select(PERSON, background, ARRIVAL, DEPARTURE, ENTERED, senior=in_senior).semi_join(ever, PERSON)
    spells = spells.mutate(moved_in=spells[ARRIVAL].isin([PROMOTED, CHANGED]), stayed=spells[DEPARTURE] != LEFT)
    beside = {
        f"{side}_{name}": getattr(spells[name], shift)().over(group_by=PERSON, order_by=ENTERED)
        for side, shift in (("last", "lag"), ("next", "lead"))
        for name in ("senior", "moved_in", "stayed")
    }
    spells = spells.mutate(**beside)
    follows = (spells["moved_in"] & spells["last_senior"] & spells["last_stayed"]).fill_null(False)
    goes_on = (spells["stayed"] & spells["next_senior"] & spells["next_moved_in"]).fill_null(False)
    senior = spells.mutate(begins=(~follows).cast("int32"), goes_on=goes_on).filter(spells["senior"])
    so_far = ibis.window(group_by=PERSON, order_by=ENTERED, preceding=None, following=0)
    senior = senior.mutate(stretch=senior["begins"].sum().over(so_far))
    came = ibis.cases((senior[ARRIVAL] == THERE, THERE), (senior[ARRIVAL] == JOINED, JOINED), else_=CAME_UP)
    gone = (senior[DEPARTURE] == STILL_THERE).ifelse(STILL_THERE, WENT)
    return senior.group_by([PERSON, background, "stretch"]).aggregate(
        came.max(where=senior["begins"] == 1).name(CAME), gone.max(where=~senior["goes_on"]).name(GONE)
    )
