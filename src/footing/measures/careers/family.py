"""Everything about careers: progression, retention, induction, transitions, flow, and who is senior."""

from collections.abc import Iterator
from itertools import chain

from footing.measures.careers import acting_up, flow, induction, progression, retention, senior, transitions
from footing.measures.careers.careers import SEX, Careers, careers_of, reasons_on_record
from footing.measures.careers.events import is_temporary_reason
from footing.measures.careers.ladder import GRADE, Ladder, ladder_of
from footing.measures.careers.missing import not_measured, without_careers, without_events_of, without_question
from footing.measures.careers.over_time import over_time
from footing.measures.careers.part import Part
from footing.measures.careers.period import JOINED, LEFT, PROMOTED
from footing.measures.careers.table_writer import TableWriter
from footing.measures.careers.terms import CareerTerms
from footing.measures.careers.wholes import count_with_wholes
from footing.measures.family import MeasuredFamily
from footing.measures.staff import KEY_QUESTION, STAFF, staff_in_post
from footing.standards import Catalogue
from footing.workforce.workforce import QuestionInUse, Workforce

NEEDS_CAREERS = (
    *progression.MEASURES,
    acting_up.MEASURE,
    *transitions.MEASURES,
    *flow.MEASURES,
    *retention.MEASURES,
    *induction.LEAVING_MEASURES,
    *induction.ITEM_MEASURES.values(),
)

NEEDS_SENIOR = "it needs grades in an order, or the senior ones by name."


def measure(
    workforce: Workforce, *, catalogue: Catalogue, terms: CareerTerms | None = None, question_id: str = KEY_QUESTION
) -> MeasuredFamily:
    """Measure careers by the background that one question asks for.

    Raises ``ValueError`` for a senior grade that is not on the ladder, and ``UnlistedCategory`` for a workforce whose
    people or events do not fit its lists.
    """
    terms = terms or CareerTerms()
    asked = [each for each in workforce.questions if each.question_id == question_id]
    if not asked:
        missing = without_question((*senior.MEASURES, *NEEDS_CAREERS), question_id, catalogue)
        return MeasuredFamily((), tuple(missing), (), {}, {})
    parts = tuple(_parts(workforce, asked[0], catalogue, terms))
    counted = {
        part.people.name: count_with_wholes(part.people, part.tables) for part in parts if part.people and part.tables
    }
    staff = counted.pop(STAFF, None)
    return MeasuredFamily(
        tables=tuple(chain.from_iterable(part.tables for part in parts)),
        not_measured=tuple(chain.from_iterable(part.not_measured for part in parts)),
        populations=tuple(counted.values()),
        counts=staff.counts if staff else {},
        hierarchies={GRADE: staff.hierarchies[GRADE]} if staff else {},
    )


def _parts(workforce: Workforce, question: QuestionInUse, catalogue: Catalogue, terms: CareerTerms) -> Iterator[Part]:
    yield _senior(workforce, question, catalogue, ladder_of(workforce, terms))
    careers = careers_of(workforce, question, catalogue, terms)
    if careers is None:
        yield Part(not_measured=tuple(without_careers(NEEDS_CAREERS, workforce, question, catalogue)))
        return
    yield over_time(careers)
    yield _acting_up(workforce, careers)
    yield _transitions(careers)
    yield _flow(careers)


def _senior(workforce: Workforce, question: QuestionInUse, catalogue: Catalogue, ladder: Ladder) -> Part:
    held = {each.variable: each for each in workforce.characteristics}
    if GRADE not in held or not ladder.senior:
        return Part(not_measured=tuple(not_measured(senior.MEASURES, (GRADE,), NEEDS_SENIOR, catalogue)))
    tables = senior.senior_tables(question, ladder, held.get(SEX), catalogue)
    return Part(tables, people=senior.with_senior_grades(staff_in_post(workforce), ladder))


def _acting_up(workforce: Workforce, careers: Careers) -> Part:
    if workforce.events is None or not any(
        is_temporary_reason(each, careers.terms) for each in reasons_on_record(workforce)
    ):
        reason = "no reason that the events give says that a promotion was for a while."
        return Part(not_measured=tuple(not_measured((acting_up.MEASURE,), ("reason",), reason, careers.catalogue)))
    writer = TableWriter(careers, acting_up.PROMOTIONS)
    return Part((acting_up.acting_up_table(writer),), people=acting_up.promotions_to_count(careers, workforce.events))


def _transitions(careers: Careers) -> Part:
    if not careers.ladder.grades:
        return _without_grades(transitions.MEASURES, "it needs grades.", careers)
    if LEFT not in careers.period.listed:
        missing = without_events_of((LEFT,), transitions.MEASURES, careers.period, careers.catalogue)
        return Part(not_measured=tuple(missing))
    writer = TableWriter(careers, transitions.THERE_AT_START)
    return Part(transitions.transition_tables(writer), people=transitions.transitions_to_count(careers))


def _flow(careers: Careers) -> Part:
    if not careers.ladder.senior:
        return _without_grades(flow.MEASURES, NEEDS_SENIOR, careers)
    needed = (JOINED, PROMOTED, LEFT)
    if not careers.period.listed.issuperset(needed):
        missing = without_events_of(needed, flow.MEASURES, careers.period, careers.catalogue)
        return Part(not_measured=tuple(missing))
    return Part(flow.flow_tables(TableWriter(careers, flow.SENIOR_STRETCHES)), people=flow.stretches_to_count(careers))


def _without_grades(measures: tuple[str, ...], reason: str, careers: Careers) -> Part:
    return Part(not_measured=tuple(not_measured(measures, (GRADE,), reason, careers.catalogue)))
