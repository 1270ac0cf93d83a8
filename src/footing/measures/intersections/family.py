"""Background together with sex, ethnicity and disability, at the top of the employer.

All figures are of the staff in post, and of who is senior. Grades, the finest of all divisions, are taken in two, so
that a second and a third characteristic can be looked at beside background in all but small employers. Shares by
single grades and two characteristics are among the tables of representation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from footing.measures.careers.careers import SEX
from footing.measures.careers.ladder import GRADE, SENIOR, Ladder, ladder_of
from footing.measures.careers.senior import senior_ratio, with_senior_grades
from footing.measures.careers.terms import CareerTerms
from footing.measures.counting import cells_of, count_cells
from footing.measures.division import as_categories
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.intersections.additive import beyond_both_gaps
from footing.measures.intervals import share_difference, share_of
from footing.measures.pay.comparison import COMPARISON, Comparison, usual_comparisons
from footing.measures.staff import KEY_QUESTION, STAFF, staff_in_post
from footing.measures.tabulation import Key, rows_of
from footing.standards import Catalogue
from footing.standards.coverage import CODABLE
from footing.tables import TOTAL, Coordinate, Dimension, coordinate
from footing.tables.raw import FromCounts, RawTable
from footing.tables.words import in_a_sentence, listed
from footing.workforce.workforce import NOT_RECORDED, Characteristic, QuestionInUse, Workforce

FAMILY = "intersections"
CHARACTERISTICS = (SEX, "ethnicity", "disability")
"""What is looked at beside background, in the order of the tables; each two of them are also taken together."""

CHANCE, RATIO = "intersection_senior_chance", "intersection_senior_ratio"
GAP, BEYOND = "intersection_gap", "intersection_beyond"
MEASURES = (CHANCE, RATIO, GAP, BEYOND)

CHANCE_NOTE = "The interval (95 %) says how far chance alone could have moved a figure of this many people."
BEYOND_NOTE = (
    "Below nought, background makes more of a difference to people of the category than to everybody else, to the "
    "disadvantage of the group named first; above nought, less. At nought the two gaps add up."
)


def measure(
    workforce: Workforce, *, catalogue: Catalogue, terms: CareerTerms | None = None, question_id: str = KEY_QUESTION
) -> MeasuredFamily:
    """Who is senior, by background together with one and two other characteristics.

    ``terms`` say which grades are senior, as for careers. Raises ``ValueError`` as ``ladder_of`` does, and
    ``UnlistedCategory`` for a workforce whose people do not fit its lists.
    """
    held = {each.variable: each for each in workforce.characteristics}
    question = next((each for each in workforce.questions if each.question_id == question_id), None)
    ladder = ladder_of(workforce, terms or CareerTerms())
    others = [held[variable] for variable in CHARACTERISTICS if variable in held]
    needs = _needs(question, ladder, others, grade_held=GRADE in held)
    if needs or question is None:
        return MeasuredFamily((), tuple(_missing(MEASURES, needs, catalogue)))
    tables = tuple(_Tables(question, ladder, catalogue).all(others))
    people = with_senior_grades(staff_in_post(workforce), ladder)
    absent = [variable for variable in CHARACTERISTICS if variable not in held]
    return MeasuredFamily(
        tables=tables,
        not_measured=tuple(each for variable in absent for each in _missing((GAP,), (variable,), catalogue)),
        counts=count_cells(people, cells_of(tables)),
        hierarchies={GRADE: people.variables[GRADE].hierarchy},
    )


@dataclass(frozen=True, slots=True)
class _Tables:
    question: QuestionInUse
    ladder: Ladder
    catalogue: Catalogue

    def all(self, characteristics: list[Characteristic]) -> Iterator[RawTable]:
        """The tables of each characteristic, and the chances by each two; those by sex alone are among the careers."""
        for each in characteristics:
            by = (_recorded(each),)
            if each.variable != SEX:
                yield self._table(CHANCE, (*by, self._groups), self._chance)
            yield self._table(RATIO, (*by, self._groups), self._ratio)
            yield self._table(GAP, (*by, self._comparisons), self._gap)
            yield self._table(BEYOND, (*by, self._comparisons), self._beyond, BEYOND_NOTE)
        for pair in combinations(characteristics, 2):
            yield self._table(CHANCE, (*map(_recorded, pair), self._groups), self._chance)

    @property
    def _variable(self) -> str:
        return self.question.question_id

    @property
    def _groups(self) -> Dimension:
        title = self.catalogue.question(self._variable).title
        return Dimension(self._variable, title, as_categories(self.question.classification.base_groups))

    @property
    def _pairs(self) -> tuple[Comparison, ...]:
        usual = usual_comparisons(self._variable, self.question.classification.base_groups)
        return tuple(each for each in usual if len(each.reference) == 1)

    @property
    def _comparisons(self) -> Dimension:
        return Dimension(COMPARISON, "Comparison", tuple(each.category for each in self._pairs))

    def _chance(self, key: Key) -> FromCounts:
        senior, everybody = self._of_group(key[self._variable], key)
        return FromCounts((senior, everybody), everybody, share_of)

    def _ratio(self, key: Key) -> FromCounts:
        senior, everybody = self._of_group(key[self._variable], key)
        all_senior, all_staff = self._of_group(CODABLE, {})
        return FromCounts((senior, all_senior, everybody, all_staff), everybody, senior_ratio)

    def _gap(self, key: Key) -> FromCounts:
        cells = self._sides(key, key)
        return FromCounts(cells, cells[1], share_difference)

    def _beyond(self, key: Key) -> FromCounts:
        cells = (*self._sides(key, key), *self._sides(key, {}))
        return FromCounts(cells, cells[1], beyond_both_gaps)

    def _sides(self, key: Key, place: Key) -> tuple[Coordinate, ...]:
        """Those senior and all, of the group and of the one that it is compared with."""
        pair = next(each for each in self._pairs if each.category.code == key[COMPARISON])
        return (*self._of_group(pair.group[0], place), *self._of_group(pair.reference[0], place))

    def _of_group(self, group: str, place: Key) -> tuple[Coordinate, Coordinate]:
        categories = {name: code for name, code in place.items() if name in CHARACTERISTICS and code != TOTAL}
        everybody = {**categories, self._variable: group}
        return coordinate(**everybody, **{GRADE: SENIOR}), coordinate(**everybody)

    def _table(
        self, measure: str, dimensions: tuple[Dimension, ...], figure: Callable[[Key], FromCounts], *notes: str
    ) -> RawTable:
        definition, by = self.catalogue.measure(measure), dimensions[:-1]
        title = self.catalogue.question(self._variable).title
        return RawTable(
            id=f"{FAMILY}.{self._variable}.{measure.removeprefix('intersection_')}"
            f".by_{'_and_'.join(each.variable for each in by)}",
            measure=measure,
            title=f"{definition.title}: {title} by {listed([in_a_sentence(each.title) for each in by])}",
            unit=definition.unit,
            population=STAFF,
            dimensions=dimensions,
            rows=rows_of(dimensions, figure),
            notes=(f"Senior grades: {listed(self.ladder.senior)}.", *notes, CHANCE_NOTE),
        )


def _recorded(characteristic: Characteristic) -> Dimension:
    categories = (each for each in characteristic.categories if each.code != NOT_RECORDED)
    return Dimension(characteristic.variable, characteristic.title, tuple(categories))


def _needs(
    question: QuestionInUse | None, ladder: Ladder, others: list[Characteristic], *, grade_held: bool
) -> tuple[str, ...]:
    return (
        *(() if question else (KEY_QUESTION,)),
        *(() if grade_held and ladder.senior else (GRADE,)),
        *(() if others else CHARACTERISTICS),
    )


def _missing(measures: tuple[str, ...], needs: tuple[str, ...], catalogue: Catalogue) -> Iterator[NotMeasured]:
    fields = " and ".join("grades in an order" if each == GRADE else each.replace("_", " ") for each in needs)
    for each in measures:
        yield NotMeasured(each, needs, f"{catalogue.measure(each).title} is not measured: it needs {fields}.")
