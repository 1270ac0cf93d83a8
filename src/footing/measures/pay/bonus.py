"""Bonus: who was paid one in the 12 months that end with the snapshot date, and how much those who were paid got.

Regulations 10 to 12 of SI 2017/172. Everybody employed counts, whether on full pay or not; partners do not. A blank, no
bonus and a bonus taken back count as not paid one. Where nobody in the reference group was paid a bonus, there is no
gap, as in the Government's service.
"""

from functools import partial

from footing.measures.intervals import share_of
from footing.measures.pay.cut import Cut
from footing.measures.pay.gap import mean_gap, median_gap
from footing.measures.pay.gap_tables import FAMILY, INTERVAL_NOTE, Average, GapWriter, PayKind
from footing.measures.pay.partners import Scope, scopes_of
from footing.measures.pay.reduction import Amounts, reduce_groups
from footing.measures.pay.snapshot import bonus_period, long_date
from footing.measures.pay.subject import Setting, Subject
from footing.measures.population import PeopleToCount, Variable
from footing.measures.staff import STAFF
from footing.measures.tabulation import Key, rows_of
from footing.tables import TOTAL, Hierarchy, coordinate, units
from footing.tables.raw import FromCounts, RawTable

BONUS_PAY = "bonus_pence"
BONUS_AMOUNT = "bonus_amount"
BONUS, PAID, NOT_PAID = "bonus", "paid", "not_paid"
BONUS_CODES = Variable((PAID, NOT_PAID), Hierarchy(BONUS, {PAID: TOTAL, NOT_PAID: TOTAL}))
BAND_WIDTH = 100 * 100
"""In pence."""

KIND = PayKind("bonus_", "The base is everybody in the group named first who was paid a bonus.", {BONUS: PAID})
GAPS = (
    Average("mean", "pay_bonus_gap_mean", mean_gap, has_total=True),
    Average("median", "pay_bonus_gap_median", median_gap, has_total=False),
)


def tell_bonus_apart(people: PeopleToCount) -> PeopleToCount:
    """The people with the variable ``bonus`` and the column ``bonus_amount``, blank for those who were paid none."""
    paid = people.relation[BONUS_PAY] > 0
    relation = people.relation.mutate(
        paid.ifelse(people.relation[BONUS_PAY], None).name(BONUS_AMOUNT),
        paid.ifelse(PAID, NOT_PAID).name(BONUS),
    )
    return PeopleToCount(people.name, relation, {**people.variables, BONUS: BONUS_CODES})


def bonus_tables(subject: Subject, setting: Setting, notes: tuple[str, ...]) -> tuple[RawTable, ...]:
    """The proportion of each group that was paid a bonus, and the gaps between those who were."""
    people, scope = setting.people, scopes_of(setting.people, subject.variable)[0]
    cut = Cut(scope, subject.comparisons)
    amounts = Amounts(people.relation, BONUS_AMOUNT, BAND_WIDTH)
    reduced = reduce_groups(amounts, people.variables, cut.asked())
    first, last = bonus_period(setting.workforce.snapshot_date)
    period = f"Bonuses paid from {long_date(first)} to {long_date(last)}."
    writer = GapWriter(KIND, subject, reduced, setting, (period, *notes))
    return (_proportion(subject, scope, setting, writer.notes), *(writer.gaps(cut, average) for average in GAPS))


def _proportion(subject: Subject, scope: Scope, setting: Setting, notes: tuple[str, ...]) -> RawTable:
    dimensions = (subject.groups_dimension,)
    return RawTable(
        id=f"{FAMILY}.{subject.variable}.bonus_proportion",
        measure="pay_bonus_proportion",
        title=setting.title("pay_bonus_proportion"),
        unit=units.PERCENT,
        population=STAFF,
        dimensions=dimensions,
        rows=rows_of(dimensions, partial(_share_paid, scope=scope)),
        notes=(*notes, *scope.notes, INTERVAL_NOTE),
    )


def _share_paid(key: Key, *, scope: Scope) -> FromCounts:
    base = coordinate(**{**key, **scope.only})
    return FromCounts(cells=(coordinate(**{**key, **scope.only, BONUS: PAID}), base), base=base, estimate=share_of)
