"""Tables of the four quarters of the pay range, and of how many people have hourly pay that counts."""

from functools import partial

from footing.measures.division import ALL
from footing.measures.intervals import share_of
from footing.measures.pay.gap_tables import FAMILY, INTERVAL_NOTE
from footing.measures.pay.grid import IntArray
from footing.measures.pay.partners import Scope
from footing.measures.pay.quarters import QUARTERS
from footing.measures.pay.subject import Setting, Subject
from footing.measures.population import Variable
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rate_of, rows_of
from footing.tables import TOTAL, Coordinate, Dimension, Hierarchy, coordinate, units
from footing.tables.raw import FromCounts, RawTable

HOURLY_PAY, COUNTED, NOT_COUNTED = "hourly_pay", "counted", "not_counted"

HOURLY_PAY_CODES = Variable(
    (*(quarter.code for quarter in QUARTERS), NOT_COUNTED),
    Hierarchy(HOURLY_PAY, {**{quarter.code: COUNTED for quarter in QUARTERS}, COUNTED: TOTAL, NOT_COUNTED: TOTAL}),
)
"""Which quarter of the pay range each person is in; not counted are those without hourly pay, and partners."""


def quarter_table(subject: Subject, scope: Scope, setting: Setting, notes: tuple[str, ...]) -> RawTable:
    """The share of each group in each quarter."""
    dimensions = (Dimension(HOURLY_PAY, "Quarter of hourly pay", QUARTERS), subject.groups_dimension)
    base_note = "Quarters are of everybody whose hourly pay counts; shares are of those whose group is known."
    return RawTable(
        id=f"{FAMILY}.{subject.variable}.quarters",
        measure="pay_quarters",
        title=setting.title("pay_quarters"),
        unit=units.PERCENT,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(_share, subject=subject)),
        notes=(*notes, *scope.notes, base_note, INTERVAL_NOTE),
    )


def coverage_table(subject: Subject, scope: Scope, setting: Setting, notes: tuple[str, ...]) -> RawTable:
    """The share of each group, and of everybody, whose hourly pay counts."""
    dimensions = (Dimension(subject.variable, subject.title, (*subject.groups, ALL)),)
    return RawTable(
        id=f"{FAMILY}.{subject.variable}.coverage",
        measure="pay_coverage",
        title=setting.title("pay_coverage"),
        unit=units.PERCENT,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(_coverage, scope=scope)),
        notes=(*notes, *scope.notes),
    )


def quarter_counts(quarters: IntArray, subject: Subject) -> dict[Coordinate, int]:
    """How many people are in each quarter and in all four, by each code and roll-up of the subject and in all."""
    codes = {TOTAL: tuple(range(quarters.shape[1])), **subject.definition.members()}
    rows = {quarter.code: quarters[place] for place, quarter in enumerate(QUARTERS)} | {COUNTED: quarters.sum(axis=0)}
    return {
        coordinate(**{HOURLY_PAY: row, subject.variable: code}): int(people[list(places)].sum())
        for row, people in rows.items()
        for code, places in codes.items()
    }


def _share(key: Key, *, subject: Subject) -> FromCounts:
    group = key[subject.variable]
    base = coordinate(**{**key, subject.variable: str(subject.definition.hierarchy.parent(group))})
    return FromCounts(cells=(coordinate(**key), base), base=base, estimate=share_of)


def _coverage(key: Key, *, scope: Scope) -> FromCounts:
    base = coordinate(**{**key, **scope.only})
    return FromCounts(cells=(coordinate(**{**key, HOURLY_PAY: COUNTED}), base), base=base, estimate=rate_of)
