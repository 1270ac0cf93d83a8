"""Who outreach is meant for: the criteria that programmes commonly ask for, and who meets them.

They are those of the programmes that publish theirs (PRIME: state school, first generation in higher education, and
free school meals or a like sign of need) and, for places, the Social Mobility Commission's cold spots. A criterion of
which the answer is not known is neither met nor missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from footing.measures.outreach.participants import AREA, COLD_SPOT, OTHER_AREA, Participants
from footing.measures.population import Variable
from footing.standards.coverage import NOT_KNOWN
from footing.tables import TOTAL, Category, Hierarchy

if TYPE_CHECKING:
    import ibis

MET, MISSED, KNOWN = "met", "not_met", "known"

AT_LEAST_ONE = "at_least_one"
ANY_CRITERION = "criteria_met"
"""The variable that says how many criteria a participant is known to meet."""
ANY_CODES = Variable(
    ("two_or_more", "one", "none", NOT_KNOWN),
    Hierarchy(ANY_CRITERION, {"two_or_more": AT_LEAST_ONE, "one": AT_LEAST_ONE, AT_LEAST_ONE: TOTAL}),
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: the column that says who meets it, and the codes there of those who do and who do not."""

    column: str
    title: str
    met: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def variable(self) -> str:
        """The variable that says who meets it."""
        return f"{self.column}_criterion"

    @property
    def codes(self) -> Variable:
        """Whether it is met, not met or not known."""
        return Variable((MET, MISSED, NOT_KNOWN), Hierarchy(self.variable, {MET: KNOWN, MISSED: KNOWN, KNOWN: TOTAL}))

    @property
    def category(self) -> Category:
        """The criterion as a category of a table of criteria."""
        return Category(self.variable, self.title)


CRITERIA = (
    Criterion("free_school_meals", "Eligible for free school meals", ("eligible",), ("not_eligible",)),
    Criterion(
        "school_type",
        "Went to a state school",
        ("state", "state_selective", "state_non_selective"),
        ("independent", "independent_bursary"),
    ),
    Criterion(AREA, "From a cold spot", (COLD_SPOT,), (OTHER_AREA,)),
    Criterion(
        "parental_degree", "First in the family with a degree", ("no_parent_with_degree",), ("parent_with_degree",)
    ),
)


def criteria_of(participants: Participants) -> tuple[Criterion, ...]:
    """The criteria on record."""
    return tuple(each for each in CRITERIA if each.column in participants.columns)


def with_criteria(relation: "ibis.Table", criteria: tuple[Criterion, ...]) -> "ibis.Table":
    """The participants with a column for each criterion, and one for how many of them each is known to meet."""
    return relation.mutate(*_columns(relation, criteria)) if criteria else relation


def _columns(relation: "ibis.Table", criteria: tuple[Criterion, ...]) -> Iterator["ibis.Value"]:
    import ibis

    met = [relation[each.column].isin(each.met) for each in criteria]
    missed = [relation[each.column].isin(each.missed) for each in criteria]
    for each, does, does_not in zip(criteria, met, missed, strict=True):
        yield ibis.cases((does, MET), (does_not, MISSED), else_=NOT_KNOWN).name(each.variable)
    how_many = reduce(add, (does.cast("int64") for does in met))
    how_many_not = reduce(add, (does_not.cast("int64") for does_not in missed))
    several, one, none, not_known = ANY_CODES.codes
    yield ibis.cases(
        (how_many > 1, several), (how_many == 1, one), (how_many_not == len(criteria), none), else_=not_known
    ).name(ANY_CRITERION)
