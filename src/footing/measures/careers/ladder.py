"""The grades of an employer in order, as its people and its events name them together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from footing.measures.careers.terms import CareerTerms
from footing.measures.population import Variable
from footing.tables import Category, Hierarchy
from footing.workforce.workforce import NOT_RECORDED, Characteristic, Workforce

GRADE, FROM_GRADE, TO_GRADE = "grade", "from_grade", "to_grade"

SENIOR = "senior"
"""The roll-up of the senior grades."""
SENIOR_CATEGORY = Category(SENIOR, "Senior grades")

NOT_RECORDED_CATEGORY = Category(NOT_RECORDED, "Not recorded")


@dataclass(frozen=True)
class Ladder:
    """``grades`` in the order they are shown, without "not recorded"; ``ranked`` have a rank, the lowest first."""

    grades: tuple[Category, ...] = ()
    ranked: tuple[str, ...] = ()
    senior: tuple[str, ...] = ()
    title: str = "Grade"
    has_blanks: bool = False

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Every code that a column of grades may hold; the place of a code in here stands for it in the engine."""
        return (*(grade.code for grade in self.grades), NOT_RECORDED)

    @property
    def shown(self) -> tuple[Category, ...]:
        """The categories of a table by grade."""
        return (*self.grades, NOT_RECORDED_CATEGORY) if self.has_blanks else self.grades

    def characteristic(self, *, without: Iterable[str] = ()) -> Characteristic:
        """The grades as a characteristic that tables are divided by."""
        left_out = set(without)
        return Characteristic(GRADE, self.title, tuple(each for each in self.shown if each.code not in left_out))

    def variable(self) -> Variable:
        """The grades as a variable to count people by, with the senior ones as a roll-up."""
        return Variable(self.codes, Hierarchy(GRADE, dict.fromkeys(self.senior, SENIOR)))


def ladder_of(workforce: Workforce, terms: CareerTerms) -> Ladder:
    """The ladder of a workforce; it has no grades where neither the people nor the events have any.

    Raises ``ValueError`` for a senior grade that nobody is or was in.
    """
    held = {each.variable: each for each in workforce.characteristics}
    in_events = {each.variable: each for each in workforce.events_companion.characteristics}
    lists = [each for each in (held.get(GRADE), in_events.get(FROM_GRADE), in_events.get(TO_GRADE)) if each]
    grades = in_one_order(_recorded(each.categories) for each in lists)
    ranked = in_one_order(_recorded(_ranked(each)) for each in lists if each.ordered)
    codes = tuple(grade.code for grade in ranked)
    unknown = terms.senior_grades - {grade.code for grade in grades}
    if unknown:
        raise ValueError(f"no such grade: {', '.join(sorted(unknown))}. Name senior grades as the extract does.")
    return Ladder(
        grades=grades,
        ranked=codes,
        senior=tuple(each.code for each in grades if each.code in terms.senior_grades) or _highest(codes, terms),
        title=lists[0].title if lists else Ladder.title,
        has_blanks=any(category.code == NOT_RECORDED for each in lists[:1] for category in each.categories),
    )


def _highest(ranked: tuple[str, ...], terms: CareerTerms) -> tuple[str, ...]:
    """The senior grades where none are named: at least one, if there are two to tell apart."""
    if len(ranked) < 2:
        return ()
    return ranked[-max(1, min(terms.senior_levels, len(ranked) // terms.grades_per_senior_level)) :]


def _ranked(characteristic: Characteristic) -> tuple[Category, ...]:
    return tuple(each for each in characteristic.categories if each.code not in characteristic.unranked)


def _recorded(categories: tuple[Category, ...]) -> Iterator[Category]:
    return (each for each in categories if each.code != NOT_RECORDED)


def in_one_order(lists: Iterable[Iterable[Category]]) -> tuple[Category, ...]:
    """One list in the order of the first; what only a later list has comes right after what it follows there."""
    merged: list[Category] = []
    for categories in lists:
        place = 0
        for category in categories:
            codes = [each.code for each in merged]
            if category.code in codes:
                place = codes.index(category.code) + 1
            else:
                merged.insert(place, category)
                place += 1
    return tuple(merged)
