"""Tables of two years: the share in each, its change, and what joining, leaving and new answers did to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from footing.measures.division import as_categories
from footing.measures.intervals import share_difference, share_of
from footing.measures.merging import Merged
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rows_of
from footing.measures.trend.both_years import (
    CHANGED,
    CHANGED_IN,
    CHANGED_OUT,
    GRADE,
    GRADE_BEFORE,
    JOINED,
    KEPT,
    LAST_YEAR,
    LEFT,
    POOLED,
    SWITCHED_IN,
    SWITCHED_OUT,
    THIS_YEAR,
    YEAR_STATUS,
    BothYears,
)
from footing.measures.trend.change import change_of_share, paired_change
from footing.measures.trend.contribution import PARTS, Flows, contribution
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import TOTAL, Category, Coordinate, Dimension, Estimate, coordinate
from footing.tables.raw import FromCounts, RawTable
from footing.tables.words import in_a_sentence

FAMILY = "trend"
SHARE, CHANGE, CONTRIBUTION = "trend_share", "trend_change", "trend_contribution"
POOLED_SHARE = "trend_pooled_share"

WHO, PART = "who", "part"
EVERYONE, NEWCOMERS, SAME_PEOPLE = (
    Category("everyone", "Everyone"),
    Category("joiners_and_leavers", "Those who joined, against those who left"),
    Category("same_people", "Those here in both years, by their answers then and now"),
)

CHANCE_NOTE = "The interval (95 %) says how far chance alone could have moved a figure of this many people."
KEPT_NOTE = "Most people are in both years, which is taken into account."
STRANGERS_NOTE = (
    "Keys do not match between the years, so that nobody could be told to be in both. The interval is wider for it."
)
SUM_NOTE = "The three parts add up to the change exactly, before they are rounded."
BANDS_NOTE = "Grades are put together so that a change never tells the background of the few who came or went."


@dataclass(frozen=True, slots=True)
class TrendTables:
    """Writes the tables of one question; ``years`` are the words for last year and this one."""

    both: BothYears
    bands: Merged | None
    years: tuple[str, str]
    catalogue: Catalogue
    smallest: int

    def pooled(self) -> RawTable:
        """Shares of everybody who was there in either year."""
        last, this = self.years
        note = f"Everybody who was there on {last} or {this}, counted once, with their latest answer."
        return self._table(POOLED_SHARE, "pooled", (self._groups,), self._pooled_share, note, CHANCE_NOTE)

    def all(self) -> Iterator[RawTable]:
        """Every table that there are enough people for."""
        yield self._table(SHARE, "overall", (self._when, self._groups), self._share, CHANCE_NOTE)
        if self.bands:
            by = Dimension(GRADE, self.bands.characteristic.title, self.bands.categories)
            notes = (BANDS_NOTE, CHANCE_NOTE) if self.bands.is_coarser else (CHANCE_NOTE,)
            yield self._table(SHARE, "by_grade", (by, self._when, self._groups), self._share, *notes)
            yield self._table(CHANGE, "by_grade", (by, self._groups), self._change_in_band, *notes)
        who = Dimension(WHO, "Who", tuple(self._compared()))
        note = KEPT_NOTE if self.both.matched else STRANGERS_NOTE
        yield self._table(CHANGE, "overall", (who, self._groups), self._change, note, CHANCE_NOTE)
        if self.tells_flows:
            parts = Dimension(PART, "What happened", PARTS)
            yield self._table(CONTRIBUTION, "overall", (parts, self._groups), self._contribution, SUM_NOTE)

    @property
    def tells_flows(self) -> bool:
        """Whether those who joined, left or gave another answer are many in each group, or none."""
        cells = [self._cell(status, group) for status in (JOINED, LEFT) for group in self._codes]
        changed = [self._cell(status, CODABLE) for status in (CHANGED_IN, CHANGED_OUT)]
        return self.both.matched and self._many_or_none([*cells, *changed])

    @property
    def tells_same_people(self) -> bool:
        """Whether those who gave another answer are many in each group, or none."""
        cells = [self._cell(status, group) for status in (SWITCHED_IN, SWITCHED_OUT) for group in self._codes]
        return self.both.matched and self._many_or_none(cells)

    def _compared(self) -> Iterator[Category]:
        yield EVERYONE
        if self.tells_flows:
            yield NEWCOMERS
        if self.tells_same_people:
            yield SAME_PEOPLE

    def _many_or_none(self, cells: list[Coordinate]) -> bool:
        return all(count == 0 or count >= self.smallest for count in map(self.both.count, cells))

    @property
    def _codes(self) -> list[str]:
        return [group.code for group in self.both.question.classification.base_groups]

    @property
    def _groups(self) -> Dimension:
        question = self.both.question
        title = self.catalogue.question(question.question_id).title
        return Dimension(question.question_id, title, as_categories(question.classification.base_groups))

    @property
    def _when(self) -> Dimension:
        last, this = self.years
        return Dimension(YEAR_STATUS, "When", (Category(LAST_YEAR, last), Category(THIS_YEAR, this)))

    def _cell(self, status: str, group: str, band: str = TOTAL) -> Coordinate:
        grade = GRADE_BEFORE if status == LAST_YEAR else GRADE
        return coordinate(**{YEAR_STATUS: status, self.both.question.question_id: group, grade: band})

    def _share(self, key: Key) -> FromCounts:
        year, band = key[YEAR_STATUS], key.get(GRADE, TOTAL)
        base = self._cell(year, CODABLE, band)
        return FromCounts((self._cell(year, self._group(key), band), base), base, share_of)

    def _pooled_share(self, key: Key) -> FromCounts:
        base = self._cell(POOLED, CODABLE)
        return FromCounts((self._cell(POOLED, self._group(key)), base), base, share_of)

    def _change(self, key: Key) -> FromCounts:
        group, who = self._group(key), key[WHO]
        if who == EVERYONE.code:
            return self._change_of(group, TOTAL)
        if who == NEWCOMERS.code:
            cells = [self._cell(status, each) for status in (JOINED, LEFT) for each in (group, CODABLE)]
            return FromCounts(tuple(cells), cells[1], share_difference)
        cells = [self._cell(status, group) for status in (KEPT, SWITCHED_IN, SWITCHED_OUT)]
        same_people = (self._cell(KEPT, CODABLE), self._cell(SWITCHED_IN, CODABLE))
        return FromCounts((*cells, *same_people), same_people[0], _same_people)

    def _change_in_band(self, key: Key) -> FromCounts:
        return self._change_of(self._group(key), key[GRADE])

    def _change_of(self, group: str, band: str) -> FromCounts:
        years = [self._cell(year, each, band) for year in (THIS_YEAR, LAST_YEAR) for each in (group, CODABLE)]
        kept = (self._cell(KEPT, CODABLE),) if self.both.matched and band == TOTAL else ()
        return FromCounts((*years, *kept), years[1], _change)

    def _contribution(self, key: Key) -> FromCounts:
        cells = tuple(
            self._cell(status, group) for group in self._codes for status in (LAST_YEAR, THIS_YEAR, JOINED, LEFT)
        )
        place = self._codes.index(self._group(key))
        rests_on = (*cells, self._cell(CHANGED, CODABLE))
        return FromCounts(rests_on, self._cell(THIS_YEAR, CODABLE), partial(_part, part=key[PART], place=place))

    def _group(self, key: Key) -> str:
        return key[self.both.question.question_id]

    def _table(
        self,
        measure: str,
        name: str,
        dimensions: tuple[Dimension, ...],
        figure: Callable[[Key], FromCounts],
        *notes: str,
    ) -> RawTable:
        definition, question = self.catalogue.measure(measure), self._groups
        by = f" by {in_a_sentence(dimensions[0].title)}" if dimensions[0].variable == GRADE else ""
        last, this = self.years
        return RawTable(
            id=f"{FAMILY}.{question.variable}.{name}.{measure.removeprefix(f'{FAMILY}_')}",
            measure=measure,
            title=f"{definition.title}: {question.title}{by}, {last} and {this}",
            unit=definition.unit,
            population=STAFF,
            dimensions=dimensions,
            rows=rows_of(dimensions, figure),
            notes=(f"Base: {self.both.question.classification.base}.", *notes),
        )


def _change(part: int, base: int, part_before: int, base_before: int, kept: int = 0) -> Estimate:
    return change_of_share(part, base, part_before, base_before, kept)


def _same_people(same: int, came: int, went: int, kept: int, switched: int) -> Estimate:
    return paired_change(same, came, went, kept + switched)


def _part(*counts: int, part: str, place: int) -> Estimate:
    """The counts are those of each group in turn, in the order of ``Flows``; the last is only shown with them."""
    flows = [Flows(*counts[first : first + 4]) for first in range(0, len(counts) - 1, 4)]
    everybody = Flows(
        *(sum(each) for each in zip(*((one.before, one.now, one.joined, one.left) for one in flows), strict=True))
    )
    return contribution(part, flows[place], everybody)
