"""Hiring: how applications of each background fare from applying to starting, and where the gap opens."""

from collections.abc import Iterator

from footing.measures.family import MeasuredFamily
from footing.measures.hiring.adjusted import adjusted_table
from footing.measures.hiring.applications import Setting, Subject, setting_of
from footing.measures.hiring.cells import count_applications
from footing.measures.hiring.decomposition import gap_table
from footing.measures.hiring.fairness import fairness_tables
from footing.measures.hiring.like_for_like import like_for_like_tables
from footing.measures.hiring.needs import APPLICATIONS, BACKGROUND, not_measured, nothing_measured
from footing.measures.hiring.rates import breakdown_tables, rate_tables
from footing.measures.hiring.reduction import REQUISITION
from footing.measures.hiring.terms import HiringTerms
from footing.measures.hiring.timing import timing_tables
from footing.measures.staff import KEY_QUESTION
from footing.standards import Catalogue
from footing.tables.raw import RawTable
from footing.workforce.workforce import Workforce


def measure(workforce: Workforce, *, catalogue: Catalogue, terms: HiringTerms | None = None) -> MeasuredFamily:
    """Every hiring measure that the applications have the fields for, and what they have not.

    Raises ``UnlistedCategory`` for a workforce whose applications do not fit its lists.
    """
    if workforce.applications is None:
        return MeasuredFamily((), tuple(nothing_measured(APPLICATIONS, catalogue)), ())
    setting = setting_of(workforce.applications, workforce, catalogue, terms)
    if not setting.subjects:
        return MeasuredFamily((), tuple(nothing_measured(BACKGROUND, catalogue)), ())
    tables = tuple(table for subject in setting.subjects for table in _tables(subject, setting))
    return MeasuredFamily(tables, tuple(not_measured(tables, setting)), (count_applications(setting, tables),))


def _tables(subject: Subject, setting: Setting) -> Iterator[RawTable]:
    """The tables of one question; only for the key one are applications divided further, and more held equal."""
    funnel, key = setting.funnel, subject.variable == KEY_QUESTION
    yield from rate_tables(subject, setting)
    if funnel.later:
        yield from fairness_tables(subject, setting)
    if funnel.overall:
        yield from gap_table(subject, funnel.overall, setting)
    if REQUISITION in setting.relation.columns:
        yield from like_for_like_tables(subject, setting)
        yield from adjusted_table(subject, setting) if key else ()
        yield from timing_tables(subject, setting) if funnel.dated else ()
    for by in setting.breakdowns if key else ():
        yield from breakdown_tables(subject, by, setting)
