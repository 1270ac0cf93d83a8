"""Tables of how often something happens: to how many, how often in a year of people's time, how many times as often.

Everybody's time counts, also that of people who came late, left, or to whom it never happened, so that a group of
newcomers is not taken for one that is held back. A rate rests on the number of times behind it and is withheld with it;
the time behind it is no count of people and gives nobody away.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from footing.measures.careers.ladder import GRADE
from footing.measures.careers.rates import Exposure, rate_ratio, yearly_rate
from footing.measures.careers.spell_population import EXIT
from footing.measures.careers.spells import DEPARTURE
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter, rests_on
from footing.measures.careers.tally import Tally
from footing.measures.tabulation import Key, count_figure
from footing.tables import TOTAL, Coordinate, Dimension, units
from footing.tables.raw import FromCounts, FromValues, RawTable

RATE_NOTE = "For every 100 years that people of the group spent here, all together."
RATIO_NOTE = (
    "Above 1, it happens more often to the group named first. People are compared with others of the same grade, and "
    "the grades put together (Mantel and Haenszel)."
)


@dataclass(frozen=True, slots=True)
class RateTables:
    """Writes the tables of one thing that ends spells (``departure``), from a tally of all spells by grade.

    ``stem`` is what the ids of its measures begin with: ``<stem>_count``, ``<stem>_rate`` and ``<stem>_rate_ratio``.
    """

    writer: TableWriter
    tally: Tally
    departure: str
    stem: str

    def tables(self, by: Dimension | None) -> Iterator[RawTable]:
        """The tables divided by one characteristic, or by background alone."""
        way, name = ((by,), f"by_{by.variable}") if by else ((), "overall")
        groups = self.writer.groups
        yield self.writer.write(
            f"{self.stem}_count.{name}",
            f"{self.stem}_count",
            units.PEOPLE,
            (*way, self.writer.groups_and_base),
            self._count,
        )
        yield self.writer.write(
            f"{self.stem}_rate.{name}",
            f"{self.stem}_rate",
            units.PERCENT,
            (*way, groups),
            self._rate,
            RATE_NOTE,
            INTERVAL_NOTE,
        )
        yield self.writer.write(
            f"{self.stem}_rate_ratio.{name}",
            f"{self.stem}_rate_ratio",
            units.RATIO,
            (*way, self.writer.comparisons),
            self._ratio,
            RATIO_NOTE,
            INTERVAL_NOTE,
        )

    def _count(self, key: Key) -> FromCounts:
        return count_figure({**key, EXIT: self.departure})

    def _rate(self, key: Key) -> FromValues:
        group, place = key[self.writer.variable], self._place(key)
        return rests_on(yearly_rate(self._exposure(group, place)), self._cell(group, place))

    def _ratio(self, key: Key) -> FromValues:
        side, place = self.writer.side(key), self._place(key)
        grades = [place[GRADE]] if GRADE in place else self.tally.codes[GRADE]
        strata = [
            (
                self._exposure(side.group, {**place, GRADE: grade}),
                self._exposure(side.reference, {**place, GRADE: grade}),
            )
            for grade in grades
        ]
        return rests_on(rate_ratio(strata), self._cell(side.group, place), self._cell(side.reference, place))

    def _place(self, key: Key) -> dict[str, str]:
        """The category of the characteristic of a row; none for everybody."""
        divided_by = self.tally.codes.keys() - {self.writer.variable}
        return {variable: code for variable, code in key.items() if variable in divided_by and code != TOTAL}

    def _cell(self, group: str, place: dict[str, str]) -> Coordinate:
        return self.writer.cell(group, **{**place, EXIT: self.departure})

    def _exposure(self, group: str, place: dict[str, str]) -> Exposure:
        who = {variable: (code,) for variable, code in place.items()}
        return self.tally.exposure({DEPARTURE: (self.departure,)}, {**who, self.writer.variable: (group,)})
