"""Progression: who is promoted, how often, and how long it takes.

Rates count the time of everybody in a grade. Waits are those of people who were seen entering their grade: of those
who were in it already when the period opened, the quick ones had gone, and when the others had come is often not known.
"""

from collections.abc import Iterator

from footing.measures.careers.bands import Bands
from footing.measures.careers.careers import SEX
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.period import PROMOTED
from footing.measures.careers.rate_tables import RateTables
from footing.measures.careers.spell_population import ENTERED_IN_PERIOD, TIME_IN_GRADE
from footing.measures.careers.table_writer import TableWriter, with_everybody
from footing.measures.careers.tally import Tally
from footing.measures.careers.time_in_grade import TimeInGradeTables
from footing.measures.careers.waiting import Wait, Within, wait_tables
from footing.tables import Dimension
from footing.tables.raw import RawTable

MEASURES = (
    "promotion_count",
    "promotion_rate",
    "promotion_rate_ratio",
    "time_in_grade_mean",
    "time_in_grade_median",
    "progression_gap",
    "progression_curve",
    "progression_median",
    "progression_log_rank",
    "progression_hazard_ratio",
    "progression_proportionality",
)

EVERYBODY = Within("everybody", "Everybody together")
SAME_GRADE = Within("same_grade", "People of the same grade", (GRADE,))
SAME_GRADE_AND_SEX = Within("same_grade_and_sex", "People of the same grade and sex", (GRADE, SEX))


def progression_tables(
    writer: TableWriter, every_spell: Tally, seen_entering: Tally, bands: Bands
) -> Iterator[RawTable]:
    """The tables of promotion. ``bands`` are those of the time in grade, at whose points the curve is given."""
    careers = writer.careers
    rates = RateTables(writer, every_spell, PROMOTED, "promotion")
    below_the_top = careers.ladder.characteristic(without=careers.ladder.ranked[-1:])
    yield from rates.tables(with_everybody(Dimension(GRADE, below_the_top.title, below_the_top.categories)))
    if SEX in careers.further:
        sex = careers.further[SEX]
        yield from rates.tables(Dimension(SEX, sex.title, sex.categories))
    yield from TimeInGradeTables(writer, seen_entering).tables()
    ways = (EVERYBODY, SAME_GRADE, *((SAME_GRADE_AND_SEX,) if SEX in careers.further else ()))
    wait = Wait(
        stem="progression",
        end=PROMOTED,
        points=bands.points,
        bands=bands,
        banded=TIME_IN_GRADE,
        seen=ENTERED_IN_PERIOD,
        followed={},
        ways=ways,
    )
    yield from wait_tables(writer, seen_entering, wait)
