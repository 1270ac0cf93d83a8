"""Acting up: which promotions were for a while only, where the events give that as their reason.

Acting up is often how people come to be promoted, and it is often given without a competition. These promotions are in
no other table of progression: somebody who acts up is still in their own grade there.

Most promotions are in the tables of progression too. So that no small number follows from the two together, this table
is shown whole or not at all.
"""

from functools import partial
from typing import TYPE_CHECKING

from footing.measures.careers.careers import Careers
from footing.measures.careers.events import DAY, PERSON, day_number, days_of, is_temporary
from footing.measures.careers.period import PROMOTED
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter, share_of_the_first
from footing.measures.population import PeopleToCount, Variable
from footing.measures.tabulation import Key
from footing.tables import Hierarchy, units
from footing.tables.raw import FromCounts, RawTable

if TYPE_CHECKING:
    import ibis

MEASURE = "promotion_temporary_share"

PROMOTIONS = "promotions"
LASTING, FOR_A_WHILE, FOR_GOOD = "lasting", "for_a_while", "for_good"


def promotions_to_count(careers: Careers, events: "ibis.Table") -> PeopleToCount:
    """One row for each person and day of promotion in the period; it is for a while if any promotion of the day is."""
    background = careers.background
    promoted = events.filter(events["event"] == PROMOTED, events["date"].notnull())
    dated = promoted.select(
        PERSON,
        is_temporary(promoted, careers.terms).cast("int8").name(FOR_A_WHILE),
        days_of(promoted["date"])[DAY].name(DAY),
    )
    start, end = day_number(careers.period.start), day_number(careers.period.end)
    days = dated.filter(dated[DAY] > start, dated[DAY] <= end).group_by([PERSON, DAY])
    promotions = days.aggregate(dated[FOR_A_WHILE].max().name(FOR_A_WHILE))
    lasting = (promotions[FOR_A_WHILE] == 1).ifelse(FOR_A_WHILE, FOR_GOOD)
    known = careers.spells.semi_join(promotions, PERSON).select(PERSON, background.variable).distinct()
    people = promotions.select(PERSON, lasting.name(LASTING)).inner_join(known, PERSON)
    variables = {
        background.variable: background.definition,
        LASTING: Variable((FOR_A_WHILE, FOR_GOOD), Hierarchy(LASTING)),
    }
    return PeopleToCount(PROMOTIONS, people, variables)


def acting_up_table(writer: TableWriter) -> RawTable:
    """The share of promotions that are for a while, by background."""
    figure = partial(_share, writer=writer)
    return writer.write("temporary", MEASURE, units.PERCENT, (writer.groups,), figure, INTERVAL_NOTE)


def _share(key: Key, *, writer: TableWriter) -> FromCounts:
    group = key[writer.variable]
    every = (writer.cell(each, **{LASTING: how}) for each in writer.careers.groups for how in (FOR_A_WHILE, FOR_GOOD))
    cells = (writer.cell(group, **{LASTING: FOR_A_WHILE}), writer.cell(group), *every)
    return FromCounts(cells, writer.cell(group), share_of_the_first)
