"""The top: each group's share of senior people against its share of everybody, and its chance of being senior.

These figures are of the staff in post; they need grades in an order and no events. The senior grades are a roll-up of
the grades that representation is counted by, so that disclosure sees how they add up.

The *senior ratio* is a group's share of senior people over its share of everybody, the senior people among them: 1 when
the group is as well represented at the top as everywhere. With a part ``w`` of all people in senior grades and ``x``
the group's share of senior people over its share of the others, it is 1 / (w + (1 - w) / x), so that the score interval
of x gives its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from footing.measures.careers.careers import SEX
from footing.measures.careers.ladder import GRADE, SENIOR, Ladder
from footing.measures.careers.table_writer import INTERVAL_NOTE, titled
from footing.measures.division import as_categories
from footing.measures.hiring.two_by_two import relative_rate
from footing.measures.intervals import NOBODY
from footing.measures.pay.comparison import COMPARISON, Comparison, usual_comparisons
from footing.measures.population import PeopleToCount
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rows_of, share_figure
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import TOTAL, Coordinate, Dimension, Estimate, coordinate, units
from footing.tables.raw import FromCounts, RawTable
from footing.tables.words import listed
from footing.workforce.workforce import Characteristic, QuestionInUse

MEASURES = ("senior_share", "senior_ratio", "senior_chance", "senior_relative_chance")


def with_senior_grades(people: PeopleToCount, ladder: Ladder) -> PeopleToCount:
    """The staff in post with the senior grades as a roll-up of their grades."""
    grade = people.variables[GRADE]
    hierarchy = ladder.variable().hierarchy
    return replace(people, variables={**people.variables, GRADE: replace(grade, hierarchy=hierarchy)})


def senior_tables(
    question: QuestionInUse, ladder: Ladder, sex: Characteristic | None, catalogue: Catalogue
) -> tuple[RawTable, ...]:
    """The tables of one question; chances also by sex, where the extract has it."""
    writer = _SeniorTables(question, ladder, catalogue)
    by_sex = (Dimension(SEX, sex.title, sex.categories),) if sex else ()
    return (
        writer.write("share", "senior_share", units.PERCENT, (writer.groups,), writer.share),
        writer.write("ratio", "senior_ratio", units.RATIO, (writer.groups,), writer.ratio),
        *(
            table
            for by in ((), *((by_sex,) if by_sex else ()))
            for table in (
                writer.write("chance", "senior_chance", units.PERCENT, (*by, writer.groups), writer.chance),
                writer.write(
                    "relative_chance",
                    "senior_relative_chance",
                    units.RATIO,
                    (*by, writer.comparisons),
                    writer.relative_chance,
                ),
            )
        ),
    )


def senior_ratio(part_of_senior: int, senior: int, part_of_all: int, everyone: int) -> Estimate:
    """A group's share of senior people over its share of everybody, of whom the senior people are a part.

    ``NOBODY`` where nobody is senior or nobody is of the group; no interval where everybody is senior. Raises
    ``ValueError`` for a part that is more than its whole.
    """
    others, part_of_others = everyone - senior, part_of_all - part_of_senior
    if senior == 0 or part_of_all == 0:
        return NOBODY
    value = (part_of_senior / senior) / (part_of_all / everyone)
    if others == 0:
        return Estimate(value)
    weight = senior / everyone
    if part_of_others == 0:
        of_others = relative_rate(part_of_others, others, part_of_senior, senior)
        return Estimate(value, 1 / (weight + (1 - weight) * (of_others.upper or 0.0)), 1 / weight)
    limits = relative_rate(part_of_senior, senior, part_of_others, others)
    lower, upper = (1 / (weight + (1 - weight) / end) if end else 0.0 for end in (limits.lower, limits.upper))
    return Estimate(value, lower, upper)


@dataclass(frozen=True, slots=True)
class _SeniorTables:
    question: QuestionInUse
    ladder: Ladder
    catalogue: Catalogue

    @property
    def groups(self) -> Dimension:
        """The groups of the base."""
        title = self.catalogue.question(self._variable).title
        return Dimension(self._variable, title, as_categories(self.question.classification.base_groups))

    @property
    def comparisons(self) -> Dimension:
        """Who is compared with whom."""
        return Dimension(COMPARISON, "Comparison", tuple(each.category for each in self._pairs))

    def share(self, key: Key) -> FromCounts:
        """A group's share of senior people."""
        return share_figure({**key, GRADE: SENIOR}, variable=self._variable, base=CODABLE)

    def ratio(self, key: Key) -> FromCounts:
        """That share over the group's share of everybody."""
        group = key[self._variable]
        senior, everyone = self._cell(CODABLE, {GRADE: SENIOR}), self._cell(CODABLE, {})
        cells = (self._cell(group, {GRADE: SENIOR}), senior, self._cell(group, {}), everyone)
        return FromCounts(cells=cells, base=senior, estimate=senior_ratio)

    def chance(self, key: Key) -> FromCounts:
        """The share of a group that is senior."""
        return share_figure({**key, GRADE: SENIOR}, variable=GRADE, base=TOTAL)

    def relative_chance(self, key: Key) -> FromCounts:
        """That share over the one of another group."""
        pair = next(each for each in self._pairs if each.category.code == key[COMPARISON])
        place = {variable: code for variable, code in key.items() if variable != COMPARISON}
        sides = (pair.group[0], pair.reference[0])
        cells = tuple(
            cell for side in sides for cell in (self._cell(side, {**place, GRADE: SENIOR}), self._cell(side, place))
        )
        return FromCounts(cells=cells, base=cells[1], estimate=relative_rate)

    def write(
        self,
        name: str,
        measure: str,
        unit: str,
        dimensions: tuple[Dimension, ...],
        figure: Callable[[Key], FromCounts],
    ) -> RawTable:
        """One table of the staff in post, whose id says how it is divided."""
        divided = "".join(f".by_{each.variable}" for each in dimensions[:-1])
        question = self.catalogue.question(self._variable).title
        return RawTable(
            id=f"senior_ratio.{self._variable}.{name}{divided}",
            measure=measure,
            title=titled(self.catalogue.measure(measure).title, question, dimensions),
            unit=unit,
            population=STAFF,
            dimensions=dimensions,
            rows=rows_of(dimensions, figure),
            notes=(f"Senior grades: {listed(self.ladder.senior)}.", INTERVAL_NOTE),
        )

    @property
    def _variable(self) -> str:
        return self.question.question_id

    @property
    def _pairs(self) -> tuple[Comparison, ...]:
        usual = usual_comparisons(self._variable, self.question.classification.base_groups)
        return tuple(each for each in usual if len(each.reference) == 1)

    def _cell(self, group: str, place: Key) -> Coordinate:
        return coordinate(**{**place, self._variable: group})
