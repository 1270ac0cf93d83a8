"""Outreach: whether it reaches the people whom it is meant for, and how many of them apply, are chosen and start."""

from collections.abc import Iterator

from footing.measures.counting import count_population
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.outreach.criteria import ANY_CODES, ANY_CRITERION, CRITERIA, with_criteria
from footing.measures.outreach.participants import (
    MILESTONES,
    PROGRAMME,
    Participants,
    participants_to_count,
)
from footing.measures.outreach.tables import FAMILY, OutreachTables
from footing.measures.population import PeopleToCount
from footing.measures.staff import without_field
from footing.standards import Catalogue


def measure(participants: Participants | None, *, catalogue: Catalogue) -> MeasuredFamily:
    """Every outreach measure that the participants have the fields for, and what they have not.

    Raises ``UnlistedCategory`` for participants that do not fit their lists.
    """
    if participants is None:
        return MeasuredFamily((), tuple(_nothing(catalogue)), ())
    laying_out = OutreachTables(participants, catalogue)
    tables = tuple(laying_out.all())
    population = count_population(_to_count(laying_out), tables)
    return MeasuredFamily(tables, tuple(_missing(participants, catalogue)), (population,))


def _to_count(laying_out: OutreachTables) -> PeopleToCount:
    criteria = laying_out.criteria
    variables = {each.variable: each.codes for each in criteria}
    variables |= {ANY_CRITERION: ANY_CODES} if criteria else {}
    relation = with_criteria(laying_out.participants.relation, criteria)
    return participants_to_count(laying_out.participants, relation, variables)


def _nothing(catalogue: Catalogue) -> Iterator[NotMeasured]:
    for each in catalogue.measures:
        if each.family == FAMILY:
            words = f"{each.title} is not measured: it needs outreach participants."
            yield NotMeasured(each.id, ("outreach_participants",), words)


def _missing(participants: Participants, catalogue: Catalogue) -> Iterator[NotMeasured]:
    """The criteria, steps and breakdowns that are not on record."""
    for criterion in CRITERIA:
        if criterion.column not in participants.columns:
            where = f"for “{criterion.title}”"
            yield without_field("outreach_eligible_share", where, (criterion.column,), catalogue)
    for milestone in MILESTONES:
        if milestone.column not in participants.columns:
            where = f"at the step “{milestone.title}”"
            yield without_field("outreach_conversion_rate", where, (milestone.column,), catalogue)
    if participants.programme is None:
        yield without_field("outreach_participants", "by programme", (PROGRAMME,), catalogue)
