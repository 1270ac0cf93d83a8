"""What the tables of careers share: their dimensions, their notes and who is compared with whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from footing.measures.careers.careers import SEX, Careers
from footing.measures.careers.ladder import GRADE
from footing.measures.careers.period import LEFT
from footing.measures.division import ALL
from footing.measures.intervals import share_of
from footing.measures.pay.comparison import COMPARISON, Comparison, usual_comparisons
from footing.measures.tabulation import Key, rows_of
from footing.standards.coverage import CODABLE, LABELS
from footing.tables import Category, Coordinate, Dimension, Estimate, coordinate
from footing.tables.raw import Contribution, FromCounts, FromValues, RawTable
from footing.tables.words import in_a_sentence

INTERVAL_NOTE = "The interval (95 %) says how far chance alone could have moved a figure that rests on so many."

DIVIDED_BY = (GRADE, SEX)

CODABLE_CATEGORY = Category(CODABLE, LABELS[CODABLE])


@dataclass(frozen=True, slots=True)
class Side:
    """Two groups that are compared, and the comparison in words."""

    group: str
    reference: str
    category: Category


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes tables of one population by background."""

    careers: Careers
    population: str

    @property
    def variable(self) -> str:
        """The variable that holds the background."""
        return self.careers.background.variable

    @property
    def groups(self) -> Dimension:
        """The groups of the base."""
        return Dimension(self.variable, self.careers.background.title, self.careers.background.categories)

    @property
    def groups_and_base(self) -> Dimension:
        """The groups of the base, and all of them together."""
        return Dimension(self.variable, self.groups.title, (*self.groups.categories, CODABLE_CATEGORY))

    @property
    def sides(self) -> Mapping[str, Side]:
        """Each pair of groups by the code of its comparison, the headline first."""
        pairs = (each for each in self._comparisons() if len(each.reference) == 1)
        return {each.category.code: Side(each.group[0], each.reference[0], each.category) for each in pairs}

    @property
    def comparisons(self) -> Dimension:
        """Who is compared with whom."""
        return Dimension(COMPARISON, "Comparison", tuple(side.category for side in self.sides.values()))

    def side(self, key: Key) -> Side:
        """Who is compared with whom in a row."""
        return self.sides[key[COMPARISON]]

    def cell(self, group: str, **categories: str) -> Coordinate:
        """Those of a background group who share some categories."""
        return coordinate(**{self.variable: group, **categories})

    def write(
        self,
        name: str,
        measure: str,
        unit: str,
        dimensions: Iterable[Dimension],
        figure: Callable[[Key], FromCounts | FromValues],
        *notes: str,
    ) -> RawTable:
        """One table; ``figure`` gives the figure of each combination of categories."""
        definition, shown = self.careers.catalogue.measure(measure), tuple(dimensions)
        return RawTable(
            id=f"{definition.family}.{self.variable}.{name}",
            measure=measure,
            title=titled(definition.title, self.careers.background.title, shown),
            unit=unit,
            population=self.population,
            dimensions=shown,
            rows=rows_of(shown, figure),
            notes=(*self._period_notes(), *notes),
        )

    def _period_notes(self) -> Iterator[str]:
        period = self.careers.period
        yield f"Events {period.words}."
        if LEFT not in period.listed:
            yield "The events list nobody who left, so that these figures are of those who stayed."

    def _comparisons(self) -> tuple[Comparison, ...]:
        question = self.careers.question
        return usual_comparisons(self.variable, question.classification.base_groups)


def titled(measure: str, question: str, dimensions: Iterable[Dimension]) -> str:
    """The title of a table: its measure, its question, and the characteristics that it is divided by."""
    by = " and ".join(in_a_sentence(each.title) for each in dimensions if each.variable in DIVIDED_BY)
    return f"{measure}: {question} by {by}" if by else f"{measure}: {question}"


def with_everybody(dimension: Dimension) -> Dimension:
    """A dimension with everybody last."""
    return Dimension(dimension.variable, dimension.title, (*dimension.categories, ALL))


def rests_on(
    estimate: Estimate, *cells: Coordinate, contribution: Contribution | None = None, averages: bool = False
) -> FromValues:
    """A figure over time, with the cells that it rests on; the first is shown as its base."""
    return FromValues(cells=cells, base=cells[0], estimate=estimate, contribution=contribution, averages=averages)


def share_of_the_first(part: int, base: int, *_others: int) -> Estimate:
    """The share of the first count in the second; the others only have to be shown for it to be shown."""
    return share_of(part, base)
