"""The figures over time, all of one population of spells: progression, retention and induction."""

from collections.abc import Iterator
from itertools import chain

from footing.measures.careers import induction, progression, retention
from footing.measures.careers.bands import Bands, choose_points
from footing.measures.careers.careers import INDUCTION_ITEMS, PROBATION, SEX, Careers
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.missing import not_measured, without_events_of
from footing.measures.careers.part import Part
from footing.measures.careers.period import JOINED, LEFT, PROMOTED
from footing.measures.careers.rates import DAYS_PER_YEAR
from footing.measures.careers.spell_population import (
    ENTERED_IN_PERIOD,
    FIRST_YEAR,
    JOINED_A_YEAR_AGO,
    SPELLS,
    spells_to_count,
)
from footing.measures.careers.spells import (
    ARRIVAL,
    ARRIVALS,
    CHANGED,
    DAYS,
    DEPARTURE,
    DEPARTURES,
    SEEN_JOINING,
    SERVICE_DAYS,
    STILL_THERE,
)
from footing.measures.careers.table_writer import TableWriter
from footing.measures.careers.tally import Tally, tally_spells

ENTRANCES = (JOINED, PROMOTED, CHANGED)

HOW_ITEMS_ARE_GIVEN = {
    PROBATION: "it needs how probation ended, in the events where people have left.",
    INDUCTION_ITEMS: "it needs what of the induction was completed, in the events where people have left.",
}


def over_time(careers: Careers) -> Part:
    """The tables of progression, retention and induction that the events allow."""
    every_spell, stays = _tally_spells(careers), _tally_stays(careers)
    seen_entering = every_spell.only({ARRIVAL: ENTRANCES})
    grade_bands, service_bands = _grade_bands(careers, seen_entering), _service_bands(careers, stays)
    writer = TableWriter(careers, SPELLS)
    parts = [*_missing(careers)]
    if PROMOTED in careers.period.listed:
        parts.append(Part(tuple(progression.progression_tables(writer, every_spell, seen_entering, grade_bands))))
    if LEFT in careers.period.listed:
        parts.append(Part(tuple(retention.retention_tables(writer, every_spell, stays, service_bands))))
    if _first_years_are_seen(careers):
        parts.append(Part(tuple(induction.leaving_tables(writer, service_bands))))
    items = (each for each in induction.ITEM_MEASURES if each in careers.further)
    parts.append(Part(tuple(induction.item_table(writer, each) for each in items)))
    return Part(
        tables=tuple(chain.from_iterable(part.tables for part in parts)),
        not_measured=tuple(chain.from_iterable(part.not_measured for part in parts)),
        people=spells_to_count(careers, grade_bands, service_bands),
    )


def _missing(careers: Careers) -> Iterator[Part]:
    for kinds, measures in (
        ((PROMOTED,), progression.MEASURES),
        ((LEFT,), retention.MEASURES),
        ((JOINED, LEFT), induction.LEAVING_MEASURES),
    ):
        if not careers.period.listed.issuperset(kinds):
            yield Part(not_measured=tuple(without_events_of(kinds, measures, careers.period, careers.catalogue)))
    if careers.period.listed.issuperset((JOINED, LEFT)) and not _first_years_are_seen(careers):
        reason = "the events cover less than a year."
        measures = induction.LEAVING_MEASURES
        yield Part(not_measured=tuple(not_measured(measures, ("event_date",), reason, careers.catalogue)))
    for variable, measure in induction.ITEM_MEASURES.items():
        if variable not in careers.further:
            reason = HOW_ITEMS_ARE_GIVEN[variable]
            yield Part(not_measured=tuple(not_measured((measure,), (variable,), reason, careers.catalogue)))


def _first_years_are_seen(careers: Careers) -> bool:
    listed, days = careers.period.listed, careers.period.days
    return listed.issuperset((JOINED, LEFT)) and days > DAYS_PER_YEAR * FIRST_YEAR


def _tally_spells(careers: Careers) -> Tally:
    codes = {GRADE: careers.ladder.codes, **_who(careers), ARRIVAL: ARRIVALS, DEPARTURE: DEPARTURES}
    return tally_spells(careers.spells, DAYS, codes)


def _tally_stays(careers: Careers) -> Tally:
    """Stays in employment whose beginning was seen, by the spell at which they end for now."""
    spells = careers.spells
    last = spells.filter(spells[SEEN_JOINING], spells[DEPARTURE].isin([LEFT, STILL_THERE]))
    return tally_spells(last, SERVICE_DAYS, {**_who(careers), DEPARTURE: DEPARTURES})


def _who(careers: Careers) -> dict[str, tuple[str, ...]]:
    sex = {SEX: careers.further[SEX].definition.codes} if SEX in careers.further else {}
    return {careers.background.variable: careers.background.definition.codes, **sex}


def _grade_bands(careers: Careers, seen_entering: Tally) -> Bands:
    waits = [seen_entering.waits({DEPARTURE: (PROMOTED,)}, _group(careers, group)) for group in careers.groups]
    points = choose_points(waits, _whole_years(careers, 1), smallest_step=careers.terms.smallest_step)
    return Bands(ENTERED_IN_PERIOD, points)


def _service_bands(careers: Careers, stays: Tally) -> Bands:
    waits = [stays.waits({DEPARTURE: (LEFT,)}, _group(careers, group)) for group in careers.groups]
    years, step = _whole_years(careers, FIRST_YEAR + 1), careers.terms.smallest_step
    return Bands(JOINED_A_YEAR_AGO, choose_points(waits, years, smallest_step=step, given=(FIRST_YEAR,)))


def _whole_years(careers: Careers, first: int) -> range:
    return range(first, int(careers.period.days / DAYS_PER_YEAR) + 1)


def _group(careers: Careers, group: str) -> dict[str, tuple[str, ...]]:
    return {careers.background.variable: (group,)}
