"""The applications of a workforce: what tables may divide them by, and how they are counted.

An application is the unit. Somebody who applies for five posts is counted five times, each with its own outcome.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from footing.measures.division import as_categories
from footing.measures.hiring.stages import OUTCOME, Funnel, funnel_of, outcome_of
from footing.measures.hiring.terms import HiringTerms
from footing.measures.population import PeopleToCount
from footing.measures.staff import background_questions, staff_in_post
from footing.standards import Catalogue, Classification
from footing.tables import Category, Dimension
from footing.workforce.workforce import Characteristic, QuestionInUse, Workforce

if TYPE_CHECKING:
    import ibis

APPLICATIONS = "applications"

BREAKDOWNS = ("source", "sex", "ethnicity")
"""What applications are divided by beside background, one at a time."""

LISTED_OTHERWISE: Mapping[str, str] = {"free_school_meals": "not_eligible", "self_assessment": "not_lower"}
"""The group that others are compared with, for questions whose groups are not listed from the most advantaged on."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A question about background: its groups, and the group that each of the others is compared with."""

    question: QuestionInUse
    title: str

    @property
    def variable(self) -> str:
        """The variable that holds the answers."""
        return self.question.question_id

    @property
    def classification(self) -> Classification:
        """The groups that answers are coded to."""
        return self.question.classification

    @property
    def groups(self) -> tuple[Category, ...]:
        """The groups of the base."""
        return as_categories(self.classification.base_groups)

    @property
    def reference(self) -> Category:
        """The group that others are compared with: the most advantaged."""
        code = LISTED_OTHERWISE.get(self.variable)
        return next((group for group in self.groups if group.code == code), self.groups[0])

    @property
    def others(self) -> tuple[Category, ...]:
        """The groups that are compared with it."""
        return tuple(group for group in self.groups if group != self.reference)

    def dimension(self, groups: Iterable[Category]) -> Dimension:
        """Some of the groups as a dimension."""
        return Dimension(self.variable, self.title, tuple(groups))


@dataclass(frozen=True, slots=True)
class Setting:
    """What all hiring tables share: the applications with their outcome, the stages on record, and what is given."""

    people: PeopleToCount
    funnel: Funnel
    subjects: tuple[Subject, ...]
    breakdowns: tuple[Characteristic, ...]
    catalogue: Catalogue
    terms: HiringTerms

    @property
    def relation(self) -> "ibis.Table":
        """One row for each application."""
        return self.people.relation


def setting_of(
    applications: "ibis.Table", workforce: Workforce, catalogue: Catalogue, terms: HiringTerms | None
) -> Setting:
    """The applications of a workforce, ready to be counted and compared."""
    companion = workforce.applications_companion
    funnel = funnel_of(applications)
    with_outcome = applications.mutate(outcome_of(applications, funnel))
    applicants = replace(
        workforce, people=with_outcome, questions=companion.questions, characteristics=companion.characteristics
    )
    held = {each.variable: each for each in companion.characteristics}
    return Setting(
        people=PeopleToCount(
            APPLICATIONS, with_outcome, {**staff_in_post(applicants).variables, OUTCOME: funnel.variable()}
        ),
        funnel=funnel,
        subjects=tuple(
            Subject(each, catalogue.question(each.question_id).title)
            for each in background_questions(applicants, catalogue)
        ),
        breakdowns=tuple(held[variable] for variable in BREAKDOWNS if variable in held),
        catalogue=catalogue,
        terms=terms or HiringTerms(),
    )
