"""Spells in grade as a population: the variables that they are counted by.

All figures over time are of one population, so that disclosure sees how their counts fit together: who was promoted,
who left and why, and when, are parts of the same spells. Each stay in employment has one spell at which it ends for
now, with leaving or with being still there (``stay_ends``); counted by these, spells are stays.
"""

from typing import TYPE_CHECKING

from footing.measures.careers.bands import Bands
from footing.measures.careers.careers import Careers
from footing.measures.careers.events import REASON, day_number
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.period import LEFT, PROMOTED, THERE
from footing.measures.careers.spells import (
    ANNIVERSARY,
    ARRIVAL,
    CHANGED,
    DAYS,
    DEPARTURE,
    ENDED,
    SEEN_JOINING,
    SERVICE_DAYS,
    STILL_THERE,
)
from footing.measures.population import PeopleToCount, Variable
from footing.tables import Category, Hierarchy

if TYPE_CHECKING:
    import ibis

SPELLS = "spells in grade"

EXIT, TIME_IN_GRADE, SERVICE = "exit", "time_in_grade", "service"

STAY_ENDS = "stay_ends"
ENTERED_BEFORE, ENTERED_IN_PERIOD = "entered_before", "entered_in_period"
JOINED_BEFORE, JOINED_IN_PERIOD = "joined_before", "joined_in_period"
JOINED_LATELY, JOINED_A_YEAR_AGO = "joined_lately", "joined_a_year_ago"

FIRST_YEAR = 1
"""Service is always divided at the end of the first year."""


def spells_to_count(careers: Careers, grade_bands: Bands, service_bands: Bands) -> PeopleToCount:
    """The spells with a column for every variable that figures over time are counted by."""
    further = {name: each.definition for name, each in careers.further.items()}
    variables = {
        GRADE: careers.ladder.variable(),
        careers.background.variable: careers.background.definition,
        EXIT: _exit_variable(careers),
        TIME_IN_GRADE: _time_in_grade_variable(grade_bands),
        SERVICE: _service_variable(service_bands),
        **further,
    }
    columns = {
        EXIT: _exit(careers),
        TIME_IN_GRADE: _time_in_grade(careers.spells, grade_bands),
        SERVICE: _service(careers, service_bands),
    }
    return PeopleToCount(SPELLS, careers.spells.mutate(**columns), variables)


def leaving_for(reason: Category) -> str:
    """The exit of those who left for a reason."""
    return f"{LEFT}: {reason.code}"


def _exit_variable(careers: Careers) -> Variable:
    reasons = tuple(leaving_for(reason) for reason in careers.reasons)
    parents = {LEFT: STAY_ENDS, STILL_THERE: STAY_ENDS, **dict.fromkeys(reasons, LEFT)}
    return Variable((PROMOTED, CHANGED, STILL_THERE, *(reasons or (LEFT,))), Hierarchy(EXIT, parents))


def _exit(careers: Careers) -> "ibis.Value":
    spells = careers.spells
    if not careers.reasons:
        return spells[DEPARTURE]
    import ibis

    return (spells[DEPARTURE] == LEFT).ifelse(ibis.literal(f"{LEFT}: ") + spells[REASON], spells[DEPARTURE])


def _time_in_grade_variable(bands: Bands) -> Variable:
    return Variable((ENTERED_BEFORE, *bands.codes), Hierarchy(TIME_IN_GRADE, bands.parents()))


def _time_in_grade(spells: "ibis.Table", bands: Bands) -> "ibis.Value":
    return (spells[ARRIVAL] == THERE).ifelse(ENTERED_BEFORE, bands.code_of(spells[DAYS]))


def _service_variable(bands: Bands) -> Variable:
    within = {JOINED_LATELY: JOINED_IN_PERIOD, JOINED_A_YEAR_AGO: JOINED_IN_PERIOD}
    codes = (JOINED_BEFORE, JOINED_LATELY, *bands.codes)
    return Variable(codes, Hierarchy(SERVICE, {**within, **bands.parents()}))


def _service(careers: Careers, bands: Bands) -> "ibis.Value":
    import ibis

    spells = careers.spells
    return ibis.cases(
        (~spells[SEEN_JOINING], JOINED_BEFORE),
        (spells[ANNIVERSARY] > day_number(careers.period.end), JOINED_LATELY),
        else_=bands.code_of(spells[SERVICE_DAYS], within_first=spells[ENDED] < spells[ANNIVERSARY]),
    )
