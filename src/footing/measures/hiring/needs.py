"""Which hiring measures could not be worked out, and why: the fields that they need and that nobody filled in."""

from collections.abc import Iterator, Sequence

from footing.measures.family import NotMeasured
from footing.measures.hiring.applications import BREAKDOWNS, Setting
from footing.measures.hiring.layout import FAMILY
from footing.measures.hiring.reduction import REQUISITION
from footing.measures.hiring.stages import APPLIED, DECLINED_ON, LATER_STAGES, SIFT, WITHDRAWN_ON
from footing.measures.staff import FURTHER_QUESTIONS, KEY_QUESTION, without_field
from footing.standards import Catalogue
from footing.tables.raw import RawTable

BACKGROUND, APPLICATIONS = "background", "applications"


def nothing_measured(needs: str, catalogue: Catalogue) -> Iterator[NotMeasured]:
    """Every measure of the family, for want of one thing that all of them need."""
    for each in catalogue.measures:
        if each.family == FAMILY:
            yield _needing(each.id, (needs,), catalogue)


def not_measured(tables: Sequence[RawTable], setting: Setting) -> Iterator[NotMeasured]:
    """The measures that have no table, then the questions, stages and breakdowns that those with tables lack."""
    catalogue, held = setting.catalogue, _fields_on_record(setting)
    measured = {table.measure for table in tables}
    for each in catalogue.measures:
        if each.family == FAMILY and each.id not in measured:
            lacking = tuple(field for field in each.needs if field not in held)
            yield _needing(each.id, lacking, catalogue) if lacking else _too_few(each.id, catalogue)
    for question in (KEY_QUESTION, *FURTHER_QUESTIONS):
        if question not in held:
            where = f"for “{catalogue.question(question).title}”"
            yield without_field("hiring_stage_rate", where, (question,), catalogue)
    for stage in LATER_STAGES:
        if stage not in setting.funnel.later:
            yield without_field("hiring_stage_rate", f"at the stage “{stage.title}”", (stage.column,), catalogue)
    for variable in BREAKDOWNS:
        if variable not in held:
            yield without_field("hiring_offer_rate", f"by {variable}", (variable,), catalogue)


def _fields_on_record(setting: Setting) -> set[str]:
    """The fields that the applications have; any stage will do where a definition names the first one."""
    funnel = setting.funnel
    return {
        BACKGROUND,
        APPLICATIONS,
        *(subject.variable for subject in setting.subjects),
        *(each.variable for each in setting.breakdowns),
        *(stage.column for stage in funnel.later),
        *([SIFT.column] if funnel.later else []),
        *([APPLIED.column] if funnel.dated else []),
        *([WITHDRAWN_ON] if funnel.withdrawals else []),
        *([DECLINED_ON] if funnel.declines else []),
        *([REQUISITION] if REQUISITION in setting.relation.columns else []),
    }


def _needing(measure: str, needs: tuple[str, ...], catalogue: Catalogue) -> NotMeasured:
    fields = " and ".join(needs).replace("_", " ")
    return NotMeasured(measure, needs, f"{catalogue.measure(measure).title} is not measured: it needs {fields}.")


def _too_few(measure: str, catalogue: Catalogue) -> NotMeasured:
    words = f"{catalogue.measure(measure).title} is not measured: too few applications can be compared."
    return NotMeasured(measure, (), words)
