"""The table of people who took part in outreach, as measures need it, and what each of them did afterwards.

**The table.** One row for each participant in each programme: somebody who took part in two counts twice. Columns:

- ``participant_key``: tells participants apart; never shown.
- ``programme``: a category; ``not_recorded`` where it is blank.
- ``area``: ``cold_spot``, ``other_area`` or ``not_recorded``. Which places are cold spots is settled beforehand, from a
  published list and the place where the participant lived or went to school.
- a column for each question asked, such as ``free_school_meals``, holding the code of the group.
- ``applied``, ``offered``, ``started``: whether the participant later applied for a job here, was offered one and
  started; blank for no.

Only ``participant_key`` is required. A later step says that the earlier ones were taken: whoever started had applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.measures.population import PeopleToCount, Variable
from footing.tables import TOTAL, Category, Hierarchy
from footing.workforce.workforce import NOT_RECORDED, Characteristic, QuestionInUse, Workforce

if TYPE_CHECKING:
    import ibis

PARTICIPANTS = "outreach participants"

AREA, COLD_SPOT, OTHER_AREA = "area", "cold_spot", "other_area"
PROGRAMME = "programme"
AREA_CODES = Variable((COLD_SPOT, OTHER_AREA, NOT_RECORDED), Hierarchy(AREA))

CONVERSION = "conversion"
"""The variable that says how far a participant got on the way to a job."""


@dataclass(frozen=True, slots=True)
class Participants:
    """The table, the questions that its people answered and its categories (``programme`` is the one that is used)."""

    relation: "ibis.Table"
    questions: tuple[QuestionInUse, ...] = ()
    characteristics: tuple[Characteristic, ...] = ()

    @classmethod
    def of(cls, workforce: Workforce) -> "Participants | None":
        """Those whom a workforce was handed in with; ``None`` where there are none."""
        companion = workforce.participants_companion
        if workforce.participants is None:
            return None
        return cls(workforce.participants, companion.questions, companion.characteristics)

    @property
    def programme(self) -> Characteristic | None:
        """The programmes, where they are on record."""
        return next((each for each in self.characteristics if each.variable == PROGRAMME), None)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that the table has."""
        return frozenset(self.relation.columns)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way to a job, and the column that says who took it."""

    code: str
    column: str
    title: str

    @property
    def reached(self) -> str:
        """The code of everybody who took the step."""
        return f"reached_{self.code}"

    @property
    def only(self) -> str:
        """The code of those who took the step and no further one."""
        return f"only_{self.code}"

    @property
    def category(self) -> Category:
        """Everybody who took the step, as a category."""
        return Category(self.reached, self.title)


MILESTONES = (
    Milestone("application", "applied", "Applied"),
    Milestone("offer", "offered", "Offered a job"),
    Milestone("start", "started", "Started work"),
)
NO_APPLICATION = "no_application"


def milestones_of(participants: Participants) -> tuple[Milestone, ...]:
    """The steps on record, in order."""
    return tuple(each for each in MILESTONES if each.column in participants.columns)


def conversion_codes(milestones: tuple[Milestone, ...]) -> Variable:
    """How far participants can have got, and how that adds up to the steps taken."""
    parents, whole = {NO_APPLICATION: TOTAL}, TOTAL
    for each in milestones:
        parents |= {each.reached: whole, each.only: each.reached}
        whole = each.reached
    return Variable((NO_APPLICATION, *(each.only for each in milestones)), Hierarchy(CONVERSION, parents))


def with_conversion(relation: "ibis.Table", milestones: tuple[Milestone, ...]) -> "ibis.Table":
    """The participants with the furthest step that each took."""
    import ibis

    if not milestones:
        return relation
    branches = [(relation[each.column].fill_null(False), each.only) for each in reversed(milestones)]
    return relation.mutate(ibis.cases(*branches, else_=NO_APPLICATION).name(CONVERSION))


def participants_to_count(
    participants: Participants, relation: "ibis.Table", criteria: Mapping[str, Variable]
) -> PeopleToCount:
    """The participants with every variable that they are counted by."""
    programme, milestones = participants.programme, milestones_of(participants)
    variables = dict(criteria)
    if programme:
        variables[PROGRAMME] = Variable(tuple(each.code for each in programme.categories), Hierarchy(PROGRAMME))
    if milestones:
        variables[CONVERSION] = conversion_codes(milestones)
    return PeopleToCount(PARTICIPANTS, with_conversion(relation, milestones), variables)
