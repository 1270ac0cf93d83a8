"""Retention: who leaves, how often, how soon after joining, and why.

Rates count the time of everybody who was employed. How soon people leave is known of those who were seen joining.
"""

from collections.abc import Iterator
from functools import partial

from footing.measures.careers.bands import Bands
from footing.measures.careers.careers import SEX
from footing.measures.careers.period import LEFT
from footing.measures.careers.progression import EVERYBODY
from footing.measures.careers.rate_tables import RateTables
from footing.measures.careers.spell_population import (
    EXIT,
    FIRST_YEAR,
    JOINED_IN_PERIOD,
    SERVICE,
    STAY_ENDS,
    leaving_for,
)
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter
from footing.measures.careers.tally import Tally
from footing.measures.careers.waiting import Wait, Within, wait_tables
from footing.measures.intervals import share_of
from footing.measures.tabulation import share_figure
from footing.tables import Category, Dimension, units
from footing.tables.raw import RawTable

MEASURES = (
    "leaver_count",
    "leaver_rate",
    "leaver_rate_ratio",
    "leaver_reason_share",
    "retention_curve",
    "retention_median",
    "retention_log_rank",
    "retention_hazard_ratio",
    "retention_proportionality",
)

SAME_SEX = Within("same_sex", "People of the same sex", (SEX,))

AFTER_A_YEAR_NOTE = "Leaving in the first year is given under induction, so that the curve begins after it."


def retention_tables(writer: TableWriter, every_spell: Tally, seen_joining: Tally, bands: Bands) -> Iterator[RawTable]:
    """The tables of leaving. ``bands`` are those of service; ``seen_joining`` counts stays by service and by sex."""
    careers = writer.careers
    rates = RateTables(writer, every_spell, LEFT, "leaver")
    yield from rates.tables(None)
    if SEX in careers.further:
        sex = careers.further[SEX]
        yield from rates.tables(Dimension(SEX, sex.title, sex.categories))
    if careers.reasons:
        yield _reasons(writer)
    wait = Wait(
        stem="retention",
        end=LEFT,
        points=tuple(point for point in bands.points if point > FIRST_YEAR),
        bands=bands,
        banded=SERVICE,
        seen=JOINED_IN_PERIOD,
        followed={EXIT: STAY_ENDS},
        ways=(EVERYBODY, *((SAME_SEX,) if SEX in careers.further else ())),
    )
    yield from wait_tables(writer, seen_joining, wait)


def _reasons(writer: TableWriter) -> RawTable:
    reasons = tuple(Category(leaving_for(reason), reason.label) for reason in writer.careers.reasons)
    dimensions = (Dimension(EXIT, "Reason for leaving", reasons), writer.groups_and_base)
    figure = partial(share_figure, variable=EXIT, base=LEFT, estimate=share_of)
    return writer.write("leaver_reasons", "leaver_reason_share", units.PERCENT, dimensions, figure, INTERVAL_NOTE)
