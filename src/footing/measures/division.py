"""Divisions: the answers to one question, for everybody together or divided by characteristics."""

from collections.abc import Iterable
from dataclasses import dataclass

from footing.standards import Catalogue, Group
from footing.tables import TOTAL, Category, Dimension
from footing.workforce.workforce import Characteristic, QuestionInUse

ALL = Category(TOTAL, "All")


@dataclass(frozen=True, slots=True)
class Division:
    """The answers to ``question``, divided by no, one or several characteristics at once."""

    question: QuestionInUse
    question_title: str
    characteristics: tuple[Characteristic, ...]

    @property
    def variable(self) -> str:
        """The variable that holds the answers."""
        return self.question.question_id

    @property
    def id(self) -> str:
        """The part of a table's id that names the division, such as ``parental_occupation.by_grade_and_sex``."""
        by = "_and_".join(each.variable for each in self.characteristics)
        return f"{self.variable}.by_{by}" if by else f"{self.variable}.overall"

    @property
    def title(self) -> str:
        """The division in words, such as “Parental occupation at 14 by grade and sex”."""
        by = " and ".join(each.title[:1].lower() + each.title[1:] for each in self.characteristics)
        return f"{self.question_title} by {by}" if by else self.question_title

    def dimensions(self, groups: Iterable[Category]) -> tuple[Dimension, ...]:
        """Each characteristic with everybody last, then the question with the categories given."""
        divided_by = (Dimension(each.variable, each.title, (*each.categories, ALL)) for each in self.characteristics)
        return (*divided_by, Dimension(self.variable, self.question_title, tuple(groups)))


def divide(
    question: QuestionInUse, breakdowns: Iterable[tuple[Characteristic, ...]], catalogue: Catalogue
) -> tuple[Division, ...]:
    """The division of a question's answers by each of the breakdowns."""
    title = catalogue.question(question.question_id).title
    return tuple(Division(question, title, characteristics) for characteristics in breakdowns)


def as_categories(groups: Iterable[Group]) -> tuple[Category, ...]:
    """Groups as the categories of a dimension, in the same order."""
    return tuple(Category(group.code, group.label) for group in groups)
