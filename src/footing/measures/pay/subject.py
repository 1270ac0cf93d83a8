"""What pay is compared by: a question about background, or a characteristic, and the comparisons asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from footing.measures.division import as_categories
from footing.measures.pay.comparison import COMPARISON, Comparison, usual_comparisons
from footing.measures.pay.terms import PayTerms
from footing.measures.population import PeopleToCount, Variable
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue
from footing.tables import Category, Dimension
from footing.workforce.workforce import NOT_RECORDED, Characteristic, Workforce


@dataclass(frozen=True, slots=True)
class Setting:
    """What all tables of pay share: the workforce, its people with the family's own variables, and what is given."""

    workforce: Workforce
    people: PeopleToCount
    catalogue: Catalogue
    terms: PayTerms

    def characteristics(self, variables: Sequence[str]) -> tuple[Characteristic, ...]:
        """Those of the characteristics named that the workforce has, in the order named."""
        held = {each.variable: each for each in self.workforce.characteristics}
        return tuple(held[variable] for variable in variables if variable in held)

    def title(self, measure: str) -> str:
        """The title of a measure's definition."""
        return self.catalogue.measure(measure).title


@dataclass(frozen=True, slots=True)
class Subject:
    """A variable, the groups of it that are shown, and the comparisons between them, the headline first."""

    variable: str
    title: str
    groups: tuple[Category, ...]
    definition: Variable
    comparisons: tuple[Comparison, ...]

    @property
    def headline(self) -> tuple[Comparison, ...]:
        """The first comparison, which alone is shown where people are divided further."""
        return self.comparisons[:1]

    @property
    def groups_dimension(self) -> Dimension:
        """The groups as a dimension."""
        return Dimension(self.variable, self.title, self.groups)


def comparison_dimension(comparisons: Sequence[Comparison]) -> Dimension:
    """Comparisons as a dimension, so that each figure says who is compared with whom."""
    return Dimension(COMPARISON, "Comparison", tuple(each.category for each in comparisons))


def subjects_of(setting: Setting, comparisons: Sequence[Comparison] | None) -> tuple[Subject, ...]:
    """One subject for each variable that comparisons are asked for; the key question's usual ones unless given.

    Raises ``KeyError`` for a comparison by a variable that the workforce does not have.
    """
    if comparisons is None:
        comparisons = [
            each
            for question in setting.workforce.questions
            if question.question_id == KEY_QUESTION
            for each in usual_comparisons(KEY_QUESTION, question.classification.base_groups)
        ]
    by_variable: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        by_variable.setdefault(comparison.variable, []).append(comparison)
    return tuple(
        Subject(variable, *_groups(variable, setting), setting.people.variables[variable], tuple(asked))
        for variable, asked in by_variable.items()
    )


def _groups(variable: str, setting: Setting) -> tuple[str, tuple[Category, ...]]:
    """The title of a variable and the categories that figures are of: never the people of whom it is not known."""
    for question in setting.workforce.questions:
        if question.question_id == variable:
            return setting.catalogue.question(variable).title, as_categories(question.classification.base_groups)
    for each in setting.characteristics([variable]):
        return each.title, tuple(category for category in each.categories if category.code != NOT_RECORDED)
    raise KeyError(variable)
