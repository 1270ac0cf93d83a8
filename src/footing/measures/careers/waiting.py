"""Tables of one kind of wait, by background: a curve at a few points, its median, and how the groups compare.

What is published of a curve is chosen by what it gives away. Points are whole years between which enough people reached
the end (``bands``), and each rests on the counts of those who did, band by band, and of those who still wait. A median,
a ratio and a chance rest on the counts of all who reached the end in the groups compared.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from footing.measures.careers.bands import Bands, days_of_years
from footing.measures.careers.hazards import HazardModel, fit_hazards
from footing.measures.careers.log_rank import log_rank
from footing.measures.careers.rates import DAYS_PER_YEAR
from footing.measures.careers.risk_sets import RiskSets
from footing.measures.careers.spell_population import EXIT
from footing.measures.careers.spells import DEPARTURE
from footing.measures.careers.survival import Curve, kaplan_meier
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter, rests_on
from footing.measures.careers.tally import Tally
from footing.measures.intervals import NOBODY
from footing.measures.tabulation import Key
from footing.tables import Category, Coordinate, Dimension, units
from footing.tables.raw import FromValues, RawTable

YEARS_WAITED, COMPARED_WITHIN = "years_waited", "compared_within"

CHANCE_NOTE = (
    "How often chance alone would set groups this far apart that do not differ. "
    "Under 5 per cent, chance is an unlikely reason; above, that is no proof that they do not differ."
)
HAZARD_NOTE = "Above 1, the group named first gets there sooner."
STEADY_NOTE = (
    "How often chance alone would make the hazard ratio change this much over the wait if it were always the same. "
    "Under 5 per cent, take the one ratio as an average over times at which it differs."
)


@dataclass(frozen=True, slots=True)
class Within:
    """Whom people are compared with: others who share the category of each of ``columns``."""

    code: str
    label: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """One kind of wait. ``stem`` begins the ids of its measures; a spell whose departure is ``end`` reached the end.

    ``points`` are the years at which the curve is given. ``banded`` is the variable with the bands of the wait and
    ``seen`` its roll-up of all whose beginning was seen; ``followed`` restricts the cells to the spells that waits are
    counted by.
    """

    stem: str
    end: str
    points: tuple[int, ...]
    bands: Bands
    banded: str
    seen: str
    followed: Mapping[str, str]
    ways: tuple[Within, ...]


def wait_tables(writer: TableWriter, tally: Tally, wait: Wait) -> Iterator[RawTable]:
    """The tables of a wait; ``tally`` counts the waits whose beginning was seen."""
    groups, variable = writer.careers.groups, writer.variable
    ending = {DEPARTURE: (wait.end,)}
    sets = {way.code: tally.risk_sets(ending, variable, groups, way.columns) for way in wait.ways}
    tables = _WaitTables(
        writer=writer,
        wait=wait,
        curves={group: kaplan_meier(tally.waits(ending, {variable: (group,)})) for group in groups},
        sets=sets,
        models={way: fit_hazards(each) for way, each in sets.items()},
    )
    yield from tables.tables()


@dataclass(frozen=True, slots=True)
class _WaitTables:
    writer: TableWriter
    wait: Wait
    curves: Mapping[str, Curve]
    sets: Mapping[str, RiskSets]
    models: Mapping[str, HazardModel | None]

    def tables(self) -> Iterator[RawTable]:
        groups, sides = self.writer.groups, self.writer.comparisons
        ways = Dimension(
            COMPARED_WITHIN, "Compared within", tuple(Category(way.code, way.label) for way in self.wait.ways)
        )
        points = Dimension(
            YEARS_WAITED, "Years", tuple(Category(str(point), f"Within {point} years") for point in self.wait.points)
        )
        if self.wait.points:
            yield self._table("curve", units.PERCENT, (points, groups), self._reached, INTERVAL_NOTE)
        yield self._table("median", units.YEARS, (groups,), self._median, INTERVAL_NOTE)
        yield self._table("log_rank", units.PERCENT, (ways,), self._log_rank, CHANCE_NOTE)
        yield self._table("hazard_ratio", units.RATIO, (ways, sides), self._hazard_ratio, HAZARD_NOTE, INTERVAL_NOTE)
        yield self._table("proportionality", units.PERCENT, (ways,), self._proportionality, STEADY_NOTE)

    def _reached(self, key: Key) -> FromValues:
        group, point = key[self.writer.variable], int(key[YEARS_WAITED])
        still = self.writer.cell(group, **{**self.wait.followed, self.wait.banded: self.wait.bands.at_least(point)})
        ended = (
            self.writer.cell(group, **{EXIT: self.wait.end, self.wait.banded: band})
            for band in self.wait.bands.up_to(point)
        )
        return rests_on(self.curves[group].reached_by(days_of_years(point) - 1), still, *ended)

    def _median(self, key: Key) -> FromValues:
        group = key[self.writer.variable]
        return rests_on(self.curves[group].median(days_per_unit=DAYS_PER_YEAR), self._ended(group))

    def _log_rank(self, key: Key) -> FromValues:
        test = log_rank(self.sets[key[COMPARED_WITHIN]])
        return rests_on(test.chance_percent if test else NOBODY, *self._all_ended())

    def _hazard_ratio(self, key: Key) -> FromValues:
        side, model = self.writer.side(key), self.models[key[COMPARED_WITHIN]]
        places = (self.writer.careers.groups.index(group) for group in (side.group, side.reference))
        return rests_on(model.ratio(*places) if model else NOBODY, self._ended(side.group), self._ended(side.reference))

    def _proportionality(self, key: Key) -> FromValues:
        model = self.models[key[COMPARED_WITHIN]]
        return rests_on(model.proportionality.chance_percent if model else NOBODY, *self._all_ended())

    def _ended(self, group: str) -> Coordinate:
        return self.writer.cell(group, **{EXIT: self.wait.end, self.wait.banded: self.wait.seen})

    def _all_ended(self) -> tuple[Coordinate, ...]:
        return tuple(self._ended(group) for group in self.writer.careers.groups)

    def _table(
        self,
        ending: str,
        unit: str,
        dimensions: tuple[Dimension, ...],
        figure: Callable[[Key], FromValues],
        *notes: str,
    ) -> RawTable:
        measure = f"{self.wait.stem}_{ending}"
        return self.writer.write(measure, measure, unit, dimensions, figure, *notes)
