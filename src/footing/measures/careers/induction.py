"""Induction: who leaves within the first year, how probation ends, and what of the induction is completed.

Leaving in the first year is counted of those who joined at least a year before the snapshot date: of the others it
cannot be known yet.
"""

from collections.abc import Iterator
from functools import partial

from footing.measures.careers.bands import Bands
from footing.measures.careers.careers import INDUCTION_ITEMS, PROBATION
from footing.measures.careers.everybody import RECORDED
from footing.measures.careers.period import LEFT
from footing.measures.careers.spell_population import (
    EXIT,
    JOINED_A_YEAR_AGO,
    JOINED_IN_PERIOD,
    SERVICE,
    STAY_ENDS,
)
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter
from footing.measures.hiring.two_by_two import relative_rate
from footing.measures.intervals import share_of
from footing.measures.tabulation import Key, count_figure, share_figure
from footing.tables import Coordinate, Dimension, units
from footing.tables.raw import FromCounts, RawTable

LEAVING_MEASURES = ("induction_joiners", "induction_left_within_a_year", "induction_leaving_ratio")
ITEM_MEASURES = {PROBATION: "induction_probation", INDUCTION_ITEMS: "induction_items"}

JOINED_A_YEAR_AGO_NOTE = "Of those who joined within the period and at least a year before its end."
FEWER_NOTE = "Under 1, fewer of the group named first leave in their first year."
RECORDED_NOTE = "Of those who joined within the period and for whom it is recorded."


def leaving_tables(writer: TableWriter, bands: Bands) -> Iterator[RawTable]:
    """Joiners, the share who left within a year, and how many times as large it is in one group as in another."""
    first_year = bands.codes[0]
    yield writer.write(
        "joiners", "induction_joiners", units.PEOPLE, (writer.groups_and_base,), _joined, JOINED_A_YEAR_AGO_NOTE
    )
    yield writer.write(
        "left_within_a_year",
        "induction_left_within_a_year",
        units.PERCENT,
        (writer.groups_and_base,),
        partial(_left, writer=writer, first_year=first_year),
        JOINED_A_YEAR_AGO_NOTE,
        INTERVAL_NOTE,
    )
    yield writer.write(
        "leaving_ratio",
        "induction_leaving_ratio",
        units.RATIO,
        (writer.comparisons,),
        partial(_ratio, writer=writer, first_year=first_year),
        FEWER_NOTE,
        JOINED_A_YEAR_AGO_NOTE,
        INTERVAL_NOTE,
    )


def item_table(writer: TableWriter, variable: str) -> RawTable:
    """The share of each outcome of something that is recorded of joiners, such as probation."""
    attribute = writer.careers.further[variable]
    outcomes = Dimension(variable, attribute.title, attribute.categories)
    return writer.write(
        variable, ITEM_MEASURES[variable], units.PERCENT, (outcomes, writer.groups_and_base),
        partial(_outcome, variable=variable), RECORDED_NOTE, INTERVAL_NOTE,
    )  # fmt: skip


def _joined(key: Key) -> FromCounts:
    return count_figure({**key, EXIT: STAY_ENDS, SERVICE: JOINED_A_YEAR_AGO})


def _left(key: Key, *, writer: TableWriter, first_year: str) -> FromCounts:
    left, joined = _cells(writer, key[writer.variable], first_year)
    return FromCounts(cells=(left, joined), base=joined, estimate=share_of)


def _ratio(key: Key, *, writer: TableWriter, first_year: str) -> FromCounts:
    side = writer.side(key)
    cells = _cells(writer, side.group, first_year), _cells(writer, side.reference, first_year)
    return FromCounts(cells=(*cells[0], *cells[1]), base=cells[0][1], estimate=relative_rate)


def _cells(writer: TableWriter, group: str, first_year: str) -> tuple[Coordinate, Coordinate]:
    """Those of a group who left within a year of joining, and those who joined."""
    left = writer.cell(group, **{EXIT: LEFT, SERVICE: first_year})
    return left, writer.cell(group, **{EXIT: STAY_ENDS, SERVICE: JOINED_A_YEAR_AGO})


def _outcome(key: Key, *, variable: str) -> FromCounts:
    joiners = {**key, EXIT: STAY_ENDS, SERVICE: JOINED_IN_PERIOD}
    return share_figure(joiners, variable=variable, base=RECORDED)
