"""Years in grade before a promotion, from grade to grade, as some firms have published them.

The progression gap is their formula: the mean years in grade of people of one background over those of another, less
one. It looks at those who were promoted alone. Whoever is still waiting, or gave up and left, is not in it, so that a
group that waits longest can look quick; and in a period of five years no wait of more than five is seen. The curves and
hazard ratios of ``progression`` count everybody for as long as they were seen, and are the figures to go by.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from footing.measures.careers.durations import Durations
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.period import PROMOTED
from footing.measures.careers.spell_population import ENTERED_IN_PERIOD, EXIT, TIME_IN_GRADE
from footing.measures.careers.spells import DEPARTURE
from footing.measures.careers.table_writer import INTERVAL_NOTE, TableWriter, rests_on
from footing.measures.careers.tally import Tally
from footing.measures.tabulation import Key
from footing.tables import Coordinate, Dimension, units
from footing.tables.raw import FromValues, RawTable

ONLY_THE_PROMOTED_NOTE = (
    "Only people who entered the grade and were promoted from it within the period are in this figure. Those who still "
    "wait, and those who left, are not, so that long waits are missed and a gap can be hidden."
)
GAP_NOTE = "Above nought, the group named first took longer."


@dataclass(frozen=True, slots=True)
class TimeInGradeTables:
    """Writes the tables; ``tally`` counts the spells whose beginning was seen, by grade and background."""

    writer: TableWriter
    tally: Tally

    def tables(self) -> Iterator[RawTable]:
        """Means, medians and gaps between means, for each grade that people are promoted from."""
        ladder = self.writer.careers.ladder
        below_the_top = ladder.characteristic(without=ladder.ranked[-1:])
        grades = Dimension(GRADE, below_the_top.title, below_the_top.categories)
        for measure, unit, columns, figure, notes in (
            ("time_in_grade_mean", units.YEARS, self.writer.groups, self._mean, ()),
            ("time_in_grade_median", units.YEARS, self.writer.groups, self._median, ()),
            ("progression_gap", units.PERCENT, self.writer.comparisons, self._gap, (GAP_NOTE,)),
        ):
            dimensions, said = (grades, columns), (*notes, ONLY_THE_PROMOTED_NOTE, INTERVAL_NOTE)
            yield self.writer.write(f"{measure}.by_grade", measure, unit, dimensions, figure, *said)

    def _mean(self, key: Key) -> FromValues:
        group, grade = key[self.writer.variable], key[GRADE]
        waits = self._waits(group, grade)
        return rests_on(waits.mean_years(), self._cell(group, grade), contribution=waits.contribution(), averages=True)

    def _median(self, key: Key) -> FromValues:
        group, grade = key[self.writer.variable], key[GRADE]
        return rests_on(self._waits(group, grade).median_years(), self._cell(group, grade))

    def _gap(self, key: Key) -> FromValues:
        side, grade = self.writer.side(key), key[GRADE]
        gap = self._waits(side.group, grade).mean_excess(self._waits(side.reference, grade))
        return rests_on(gap, self._cell(side.group, grade), self._cell(side.reference, grade))

    def _waits(self, group: str, grade: str) -> Durations:
        return self.tally.durations({self.writer.variable: (group,), GRADE: (grade,), DEPARTURE: (PROMOTED,)})

    def _cell(self, group: str, grade: str) -> Coordinate:
        return self.writer.cell(group, **{GRADE: grade, EXIT: PROMOTED, TIME_IN_GRADE: ENTERED_IN_PERIOD})
