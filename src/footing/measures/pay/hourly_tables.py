"""The tables of hourly pay: averages, gaps between them, and the quarters of the pay range."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from footing.measures.pay.cut import Cut
from footing.measures.pay.gap import mean_gap, mean_pay, median_gap, median_pay, ranks_needed
from footing.measures.pay.gap_tables import Average, GapWriter, PayKind, group_of
from footing.measures.pay.grid import Grid, Who, who
from footing.measures.pay.hourly import MILLIONTHS_PER_POUND, HourlyPay
from footing.measures.pay.partners import Scope, scopes_of
from footing.measures.pay.quarter_tables import coverage_table, quarter_counts, quarter_table
from footing.measures.pay.quarters import count_quarters, ranks_at_boundaries
from footing.measures.pay.reduction import GroupPay, Ranks, reduce_groups
from footing.measures.pay.subject import Setting, Subject
from footing.measures.population import Variable
from footing.tables import Coordinate
from footing.tables.raw import RawTable

BREAKDOWNS = ("grade", "sex", "ethnicity")
"""The characteristics that the headline gap is divided by, one at a time."""

KIND = PayKind(
    stem="",
    base_note=(
        "The base is everybody in the group (of a gap, the group named first), those whose hourly pay does not count "
        "among them."
    ),
)
GAPS = (
    Average("mean", "pay_gap_mean", mean_gap, has_total=True),
    Average("median", "pay_gap_median", median_gap, has_total=False),
)
POUNDS = (
    Average("mean", "pay_hourly_mean", mean_pay, has_total=True),
    Average("median", "pay_hourly_median", median_pay, has_total=False),
)


@dataclass(frozen=True, slots=True)
class HourlyTables:
    """The tables of one subject, and the counts of people by quarter that they rest on."""

    tables: tuple[RawTable, ...]
    counts: Mapping[Coordinate, int]


def hourly_tables(subject: Subject, pay: HourlyPay, setting: Setting, notes: tuple[str, ...]) -> HourlyTables:
    """Measure the hourly pay of one subject, divided further in the first of its scopes alone."""
    scopes = scopes_of(setting.people, subject.variable)
    first, everybody = scopes[0], who(scopes[0].only)
    breakdowns = [each for each in setting.characteristics(BREAKDOWNS) if each.variable != subject.variable]
    cuts = (
        *(Cut(scope, subject.comparisons) for scope in scopes),
        *(Cut(first, subject.headline, each) for each in breakdowns),
    )
    variables = setting.people.variables
    reduced = reduce_groups(pay.amounts, variables, _asked(subject, cuts, first) | {everybody: ranks_at_boundaries})
    writer = GapWriter(KIND, subject, reduced, setting, (pay.rule, *notes))
    tables = (
        coverage_table(subject, first, setting, writer.notes),
        *_averages(writer, first, pay),
        *(writer.gaps(cut, average) for cut in cuts for average in GAPS),
        quarter_table(subject, first, setting, writer.notes),
    )
    return HourlyTables(tables, _quarters(subject, pay, variables, everybody, reduced[everybody]))


def _asked(subject: Subject, cuts: Sequence[Cut], scope: Scope) -> dict[Who, Ranks]:
    asked: dict[Who, Ranks] = {group_of(subject, scope, group): ranks_needed for group in subject.groups}
    for cut in cuts:
        asked |= cut.asked()
    return asked


def _averages(writer: GapWriter, scope: Scope, pay: HourlyPay) -> Iterator[RawTable]:
    """Averages in pounds, where pay is by the hour and not by the week."""
    if pay.in_pounds:
        for average in POUNDS:
            yield writer.averages(scope, average, units_per_pound=MILLIONTHS_PER_POUND)


def _quarters(
    subject: Subject, pay: HourlyPay, variables: Mapping[str, Variable], everybody: Who, boundaries: GroupPay
) -> dict[Coordinate, int]:
    columns = {*dict(everybody), subject.variable}
    grid = Grid({column: variables[column].codes for column in sorted(columns)})
    rates = list(boundaries.ranked.values())
    return quarter_counts(count_quarters(pay.amounts, grid, everybody, subject.variable, rates), subject)
