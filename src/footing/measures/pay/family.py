"""Pay: averages by the hour, gaps between groups, quarters of the pay range, bonus, and the gap among people alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from footing.measures.counting import count_cells
from footing.measures.family import MeasuredFamily, NotMeasured
from footing.measures.pay.adjusted import ADJUSTED_MEASURES, adjusted_tables
from footing.measures.pay.bonus import BONUS, BONUS_CODES, BONUS_PAY, bonus_tables, tell_bonus_apart
from footing.measures.pay.comparison import Comparison
from footing.measures.pay.hourly import WEEKLY_HOURS, HourlyPay, has_pay, hourly_pay
from footing.measures.pay.hourly_tables import BREAKDOWNS, hourly_tables
from footing.measures.pay.partners import PARTNERSHIP, PARTNERSHIP_CODES, tell_partners_apart
from footing.measures.pay.quarter_tables import HOURLY_PAY, HOURLY_PAY_CODES
from footing.measures.pay.snapshot import snapshot_note
from footing.measures.pay.subject import Setting, Subject, subjects_of
from footing.measures.pay.terms import PayTerms
from footing.measures.staff import KEY_QUESTION, staff_in_post, without_field
from footing.standards import Catalogue
from footing.tables import Coordinate
from footing.tables.raw import RawTable
from footing.workforce.workforce import Workforce

GAP_MEASURES = ("pay_gap_mean", "pay_gap_median")
POUND_MEASURES = ("pay_hourly_mean", "pay_hourly_median")
HOURLY_MEASURES = ("pay_coverage", *POUND_MEASURES, *GAP_MEASURES, "pay_quarters")
BONUS_MEASURES = ("pay_bonus_proportion", "pay_bonus_gap_mean", "pay_bonus_gap_median")

OWN_VARIABLES = {HOURLY_PAY: HOURLY_PAY_CODES, BONUS: BONUS_CODES, PARTNERSHIP: PARTNERSHIP_CODES}
"""What this family divides people by that no column of the workforce holds."""


def measure(
    workforce: Workforce,
    *,
    catalogue: Catalogue,
    comparisons: Sequence[Comparison] | None = None,
    terms: PayTerms | None = None,
) -> MeasuredFamily:
    """The gaps in hourly pay and bonus for the comparisons given, or the usual ones between backgrounds.

    Raises ``KeyError`` for a comparison by a variable that the workforce does not have, and ``UnlistedCategory`` for a
    workforce whose people do not fit its lists.
    """
    people = tell_partners_apart(staff_in_post(workforce), terms or PayTerms())
    people = tell_bonus_apart(people) if BONUS_PAY in people.relation.columns else people
    setting = Setting(workforce, people, catalogue, terms or PayTerms())
    pay = hourly_pay(people.relation, setting.terms) if has_pay(people.relation) else None
    subjects = subjects_of(setting, comparisons)
    parts = [_measure(subject, pay, setting) for subject in subjects]
    tables = tuple(chain.from_iterable(part.tables for part in parts))
    counts = {cell: count for part in parts for cell, count in part.counts.items()}
    return MeasuredFamily(
        tables=tables,
        not_measured=(
            *_not_measured(setting, subjects, pay),
            *chain.from_iterable(part.not_measured for part in parts),
        ),
        counts={**counts, **count_cells(people, [cell for cell in _own_cells(tables) if cell not in counts])},
        hierarchies={name: variable.hierarchy for name, variable in OWN_VARIABLES.items()},
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What is measured of one subject, with the counts by quarter of the pay range."""

    tables: tuple[RawTable, ...]
    not_measured: tuple[NotMeasured, ...]
    counts: Mapping[Coordinate, int]


def _measure(subject: Subject, pay: HourlyPay | None, setting: Setting) -> _Part:
    notes = (snapshot_note(setting.workforce.snapshot_date),)
    bonus = bonus_tables(subject, setting, notes) if BONUS in setting.people.variables else ()
    if pay is None:
        return _Part(bonus, (), {})
    hourly, adjusted = hourly_tables(subject, pay, setting, notes), adjusted_tables(subject, pay, setting, notes)
    return _Part((*hourly.tables, *bonus, *adjusted.tables), adjusted.not_measured, hourly.counts)


def _own_cells(tables: Sequence[RawTable]) -> Iterator[Coordinate]:
    for table in tables:
        for row in table.rows:
            for cell in (*row.figure.cells, row.figure.base):
                if any(variable in OWN_VARIABLES for variable, _ in cell):
                    yield cell


def _not_measured(setting: Setting, subjects: Sequence[Subject], pay: HourlyPay | None) -> Iterator[NotMeasured]:
    background = () if subjects else (KEY_QUESTION,)
    in_pounds = pay.in_pounds if pay else WEEKLY_HOURS in setting.people.relation.columns
    for measure in (*HOURLY_MEASURES, *ADJUSTED_MEASURES):
        hours = (WEEKLY_HOURS,) if measure in POUND_MEASURES and not in_pounds else ()
        yield from _missing(setting, measure, (*background, *(() if pay else ("annual_pay",)), *hours))
    for measure in BONUS_MEASURES:
        yield from _missing(setting, measure, (*background, *(() if BONUS in setting.people.variables else ("bonus",))))
    if subjects and pay:
        held = {each.variable for each in setting.workforce.characteristics}
        for variable in BREAKDOWNS:
            if variable not in held:
                for measure in GAP_MEASURES:
                    yield without_field(measure, f"by {variable}", (variable,), setting.catalogue)


def _missing(setting: Setting, measure: str, needs: tuple[str, ...]) -> Iterator[NotMeasured]:
    if needs:
        fields = " and ".join(needs).replace("_", " ")
        yield NotMeasured(measure, needs, f"{setting.title(measure)} is not measured: it needs {fields}.")
