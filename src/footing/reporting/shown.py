"""Which tables a section of an outline shows, and what the id of a table tells of it."""

from collections.abc import Iterable, Iterator

from footing.reporting.definitions import benchmark_of, definition_of
from footing.reporting.outline import FamilyOutline
from footing.standards import Catalogue
from footing.tables import ReleasableTable

BREAKDOWN = "by_"
"""How the part of a table's id begins that names its breakdown."""


def shown_by(
    section: FamilyOutline, tables: Iterable[ReleasableTable], catalogue: Catalogue
) -> Iterator[ReleasableTable]:
    """The tables that a section of an outline shows."""
    own = _compared(section, [each for each in tables if family_of(each, catalogue) in section.families], catalogue)
    questions = frozenset(each.id for each in catalogue.questions)
    asked = [each for each in dict.fromkeys(question_of(table) for table in own) if each in questions]
    unshown = frozenset(asked[section.questions :] if section.questions is not None else ())
    named = {measure for view in section.shown_views for measure in view.measures}
    for table in own:
        breakdown = breakdown_of(table.id)
        if (
            question_of(table) not in unshown
            and (section.breakdowns is None or breakdown is None or breakdown in section.breakdowns)
            and (section.only_views is None or table.measure in named)
        ):
            yield table


def _compared(section: FamilyOutline, own: list[ReleasableTable], catalogue: Catalogue) -> list[ReleasableTable]:
    """The tables without comparisons of another scope than the section asks for, about questions that have one."""
    if section.compared_with is None:
        return own
    scopes = {each.id: held.scope for each in own if (held := benchmark_of(each, catalogue)) is not None}
    questions = {question_of(each) for each in own if scopes.get(each.id) == section.compared_with}
    return [
        each
        for each in own
        if question_of(each) in questions and scopes.get(each.id, section.compared_with) == section.compared_with
    ]


def family_of(table: ReleasableTable, catalogue: Catalogue) -> str:
    """The family of measures that a table belongs to."""
    definition = definition_of(table, catalogue)
    return definition.family if definition and definition.family else family_of_id(table.id)


def is_broken_down(table: ReleasableTable) -> bool:
    """Whether a table divides people by a characteristic, and not everybody together."""
    return breakdown_of(table.id) is not None


def question_of(table: ReleasableTable) -> str:
    """The part of a table's id that names the question, in families that have one."""
    return table.id.split(".")[1]


def family_of_id(table: str) -> str:
    """The family that the id of a table begins with; a family joined by others has its own."""
    return table.split(".", 1)[0]


def breakdown_of(table: str) -> str | None:
    """What a table is broken down by, such as ``grade`` or ``grade_and_sex``; ``None`` for everybody together."""
    parts = (each.removeprefix(BREAKDOWN) for each in table.split(".") if each.startswith(BREAKDOWN))
    return next(parts, None)
