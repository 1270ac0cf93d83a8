"""Tables of average pay and of gaps between averages: by the hour, or in bonus.

What is published is chosen so that nothing can be worked out by subtraction. Averages in pounds are shown for whole
groups alone; where people are divided further, only the gap of the headline comparison is, one characteristic at a
time. A gap is a ratio: without the averages behind it, no total can be taken from another. A figure names every group
that it rests on, so that a gap against "all others" is withheld with the smallest of the others.

The counts behind an hourly gap are of everybody in its groups, which the tables of representation show already. The
few without hourly pay, and partners, could otherwise be counted by subtraction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from footing.measures.intervals import NOBODY
from footing.measures.pay.cut import Cut, CutRow
from footing.measures.pay.gap import contribution, worst_contribution
from footing.measures.pay.grid import Who, who
from footing.measures.pay.partners import Scope, one_cell
from footing.measures.pay.reduction import GroupPay
from footing.measures.pay.subject import Setting, Subject
from footing.measures.staff import STAFF
from footing.tables import Category, Estimate, coordinate, units
from footing.tables.raw import FromValues, RawRow, RawTable

FAMILY = "pay_gap"

GAP_NOTE = "A gap is in per cent of the pay of those compared with; above nought, the group named first is paid less."
INTERVAL_NOTE = "The interval (95 %) says how far chance alone could have moved a figure of this many people."


@dataclass(frozen=True, slots=True)
class Average:
    """A mean or a median, of a group or as a gap: the end of its tables' ids, its definition, how it is worked out."""

    ending: str
    measure: str
    estimate: Callable[..., Estimate]
    has_total: bool
    """Whether one very high amount could dominate it, as it can a mean but not a median."""


@dataclass(frozen=True, slots=True)
class PayKind:
    """What is averaged. ``paid`` restricts the cells of a figure to those who were paid it, where that is published."""

    stem: str
    base_note: str
    paid: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GapWriter:
    """Writes the tables of one kind of pay for one subject, from the reduced pay of its groups."""

    kind: PayKind
    subject: Subject
    reduced: Mapping[Who, GroupPay]
    setting: Setting
    notes: tuple[str, ...]

    def gaps(self, cut: Cut, average: Average) -> RawTable:
        """The gaps of one cut."""
        return RawTable(
            id=self._id(cut.id, average.ending),
            measure=average.measure,
            title=f"{self.setting.title(average.measure)}{cut.words}",
            unit=units.PERCENT,
            population=STAFF,
            dimensions=cut.dimensions,
            rows=tuple(RawRow(row.key, self._gap(cut, row, average)) for row in cut.rows()),
            notes=(GAP_NOTE, *self._notes(cut.scope)),
        )

    def averages(self, scope: Scope, average: Average, *, units_per_pound: int) -> RawTable:
        """The average of each group, in pounds an hour."""
        figures = (self._average(scope, group, average, units_per_pound) for group in self.subject.groups)
        return RawTable(
            id=self._id("pounds", average.ending),
            measure=average.measure,
            title=self.setting.title(average.measure),
            unit=units.POUNDS_AN_HOUR,
            population=STAFF,
            dimensions=(self.subject.groups_dimension,),
            rows=tuple(RawRow((group.code,), each) for group, each in zip(self.subject.groups, figures, strict=True)),
            notes=self._notes(scope),
        )

    def _gap(self, cut: Cut, row: CutRow, average: Average) -> FromValues:
        key, comparison = {**row.place, **self._paid(cut.scope)}, row.comparison
        sides = [self.reduced[side] for side in cut.sides(row)]
        enough = all(side.people >= self.setting.terms.minimum_people for side in sides)
        return FromValues(
            cells=cut.scope.cells(key, comparison.variable, (*comparison.group, *comparison.reference)),
            base=one_cell(key, comparison.variable, comparison.group, self.subject.definition.hierarchy),
            estimate=average.estimate(*sides) if enough else NOBODY,
            contribution=worst_contribution(sides) if average.has_total and enough else None,
        )

    def _average(self, scope: Scope, group: Category, average: Average, units_per_pound: int) -> FromValues:
        variable, pay = self.subject.variable, self.reduced[group_of(self.subject, scope, group)]
        enough = pay.people >= self.setting.terms.minimum_people
        return FromValues(
            cells=scope.cells(self._paid(scope), variable, (group.code,)),
            base=coordinate(**{**self._paid(scope), variable: group.code}),
            estimate=average.estimate(pay, units=units_per_pound) if enough else NOBODY,
            contribution=contribution(pay, units=units_per_pound) if average.has_total and enough else None,
            averages=average.has_total,
        )

    def _paid(self, scope: Scope) -> dict[str, str]:
        """The restriction to those who were paid, in a scope, where how many they are is published."""
        return {**self.kind.paid, **scope.only} if self.kind.paid else {}

    def _id(self, name: str, ending: str) -> str:
        return f"{FAMILY}.{self.subject.variable}.{self.kind.stem}{name}.{ending}"

    def _notes(self, scope: Scope) -> tuple[str, ...]:
        return (*self.notes, *scope.notes, self.kind.base_note, INTERVAL_NOTE)


def group_of(subject: Subject, scope: Scope, group: Category) -> Who:
    """Who is in one group of a subject."""
    return who(scope.only, {subject.variable: group.code})
