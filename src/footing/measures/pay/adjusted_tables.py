"""Tables of the gap that is left when people alike in other ways are compared, and of what goes with the rest.

Pay is taken as a logarithm, so that a gap is one of typical pay (the geometric mean), which the highest pay moves less
than it moves the mean. Parts of a gap add up to it: each is its share of the gap in logarithms, of the gap in per cent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import expm1, sqrt

import numpy as np

from footing.measures.division import ALL
from footing.measures.pay.cells import Cells
from footing.measures.pay.chance import critical_t
from footing.measures.pay.comparison import Comparison
from footing.measures.pay.controls import REMAINS_NOTE, HeldEqual
from footing.measures.pay.decomposition import (
    CONSTANT,
    GROUP,
    REFERENCE,
    SIDE,
    Part,
    TwoFold,
    TwoSides,
    side_contrast,
    three_fold,
    two_fold,
)
from footing.measures.pay.partners import Scope, one_cell
from footing.measures.pay.regression import Regression
from footing.measures.pay.subject import Setting, Subject, comparison_dimension
from footing.measures.staff import STAFF
from footing.tables import Category, Dimension, Estimate
from footing.tables.raw import FromValues, RawRow, RawTable

FAMILY = "adjusted_pay_gap"
GAP_MEASURE, EXPLAINED_MEASURE = "pay_gap_adjusted", "pay_gap_explained"
REASONS_MEASURE, PARTS_MEASURE = "pay_gap_reasons", "pay_gap_three_parts"

TYPICAL_NOTE = (
    "A gap is in typical pay (the geometric mean) and in per cent of the pay of those compared with; above nought, the "
    "group named first is paid less."
)
POINTS_NOTE = "Parts are in percentage points of the gap in typical pay, and add up to it."

WITH_SIDE = Category("group_held_equal", "At the rates of pay of both groups, the group itself held equal")
WITHOUT_SIDE = Category("group_not_held_equal", "At the rates of pay of both groups taken as one")
WHOLE, EXPLAINED, LEFT = (
    Category("gap", "Gap in typical pay"),
    Category("explained", "Goes with what is held equal"),
    Category("left", "Left when it is held equal"),
)
EVERYTHING_ELSE = Category("everything_else", "Everything else")
THREE_PARTS = (
    Category("endowments", "Different jobs and people"),
    Category("coefficients", "Different pay for the same"),
    Category("interaction", "Both at once"),
)


@dataclass(frozen=True, slots=True)
class AdjustedWriter:
    """Writes the tables of one subject from compressed people. ``lines`` are what is held equal, more in each."""

    subject: Subject
    setting: Setting
    scope: Scope
    cells: Cells
    lines: tuple[HeldEqual, ...]
    notes: tuple[str, ...]

    def adjusted_gaps(self) -> Iterator[RawTable]:
        """The gap left with nothing held equal, then with more and more; a line that cannot be told has no row."""
        rows = [
            RawRow((line.category.code, comparison.category.code), self._figure(comparison, estimate))
            for line in self.lines
            for comparison in self.subject.comparisons
            if (estimate := self._adjusted_gap(comparison, line))
        ]
        if rows:
            told = {code for row in rows for code in row.key}
            lines = tuple(line.category for line in self.lines if line.category.code in told)
            comparisons = [each for each in self.subject.comparisons if each.category.code in told]
            dimensions = (Dimension("held_equal", "Held equal", lines), comparison_dimension(comparisons))
            notes = (TYPICAL_NOTE, *self._warnings, REMAINS_NOTE)
            yield self._table("held_equal", GAP_MEASURE, dimensions, rows, notes)

    def decompositions(self) -> Iterator[RawTable]:
        """What the headline gap goes with, when everything in the last line is held equal, as far as it can be told."""
        comparison, line = self.subject.comparisons[0], self.lines[-1]
        sides = self._sides(comparison, line)
        regression = self._regression(sides)
        parts = two_fold(sides, regression) if regression and line.controls else None
        if parts is not None:
            yield self._explained(comparison, sides, parts)
            yield from self._reasons(comparison, line, parts)
            yield from self._three_parts(comparison, line, sides, parts)

    @property
    def _warnings(self) -> tuple[str, ...]:
        return tuple(line.warning for line in self.lines if line.warning)

    def _adjusted_gap(self, comparison: Comparison, line: HeldEqual) -> Estimate | None:
        regression = self._regression(self._sides(comparison, line))
        if regression is None:
            return None
        contrast = side_contrast(regression)
        return _as_percent(
            Part(regression.value(contrast), regression.variance(contrast)), regression.degrees_of_freedom
        )

    def _sides(self, comparison: Comparison, line: HeldEqual) -> TwoSides:
        codes = self.subject.definition.codes
        side = np.full(len(codes), -1)
        side[[codes.index(code) for code in comparison.reference]] = REFERENCE
        side[[codes.index(code) for code in comparison.group]] = GROUP
        places = side[self.cells.codes[self.subject.variable]]
        controls = tuple(each.variable for each in line.controls)
        compared = self.cells.with_code(SIDE, places).where(places >= 0).by((SIDE, *controls))
        return TwoSides.of(compared, controls, {each.variable: len(each.categories) for each in line.controls})

    def _regression(self, sides: TwoSides) -> Regression | None:
        """Both groups in one regression; ``None`` where there are too few, or nothing tells the groups apart."""
        terms = self.setting.terms
        if min(sides.people(REFERENCE), sides.people(GROUP)) < terms.minimum_people:
            return None
        regression = sides.pooled(with_side=True)
        enough = regression.people >= terms.people_per_term * regression.rank
        return regression if enough and regression.can_tell(side_contrast(regression)) else None

    def _explained(self, comparison: Comparison, sides: TwoSides, parts: TwoFold) -> RawTable:
        without = two_fold(sides, sides.pooled(with_side=False))
        rows = [
            RawRow((rates.code, part.code), self._figure(comparison, _in_points(value, each)))
            for rates, each in ((WITH_SIDE, parts), (WITHOUT_SIDE, without))
            if each is not None
            for part, value in ((WHOLE, each.gap), (EXPLAINED, each.explained), (LEFT, each.unexplained))
        ]
        dimensions = (
            Dimension("rates", "Rates of pay", (WITH_SIDE, WITHOUT_SIDE)),
            Dimension("part", "Part", (WHOLE, EXPLAINED, LEFT)),
        )
        notes = (POINTS_NOTE, *self._warnings, REMAINS_NOTE)
        return self._table("explained", EXPLAINED_MEASURE, dimensions, rows, notes, comparison=comparison)

    def _reasons(self, comparison: Comparison, line: HeldEqual, parts: TwoFold) -> Iterator[RawTable]:
        """What of the explained part goes with each characteristic; none where one says what another says."""
        if parts.by_variable is not None:
            reasons = _reasons_of(line)
            rows = [
                RawRow((reason.code,), self._figure(comparison, _in_points(part, parts)))
                for reason, part in zip(reasons, (*parts.by_variable.values(), parts.explained), strict=True)
            ]
            dimensions = (Dimension("reason", "Goes with", reasons),)
            notes = (POINTS_NOTE, *self._warnings, REMAINS_NOTE)
            yield self._table("reasons", REASONS_MEASURE, dimensions, rows, notes, comparison=comparison)

    def _three_parts(
        self, comparison: Comparison, line: HeldEqual, sides: TwoSides, parts: TwoFold
    ) -> Iterator[RawTable]:
        """The split by a regression of each group; none where a group has nobody in a category of the other's."""
        split = three_fold(sides)
        if split is not None:
            reasons = (*_reasons_of(line)[:-1], EVERYTHING_ELSE, ALL)
            parts_by_variable = (split.endowments, split.coefficients, split.interaction)
            columns = [_with_total(by_variable, line) for by_variable in parts_by_variable]
            rows = [
                RawRow((reason.code, kind.code), self._figure(comparison, _in_points(Part(value), parts)))
                for reason, values in zip(reasons, zip(*columns, strict=True), strict=True)
                for kind, value in zip(THREE_PARTS, values, strict=True)
            ]
            dimensions = (Dimension("reason", "Goes with", reasons), Dimension("part", "Part", THREE_PARTS))
            notes = (POINTS_NOTE, *self._warnings, REMAINS_NOTE)
            yield self._table("three_parts", PARTS_MEASURE, dimensions, rows, notes, comparison=comparison)

    def _figure(self, comparison: Comparison, estimate: Estimate) -> FromValues:
        variable, group = comparison.variable, comparison.group
        return FromValues(
            cells=self.scope.cells({}, variable, (*group, *comparison.reference)),
            base=one_cell({}, variable, group, self.subject.definition.hierarchy),
            estimate=estimate,
        )

    def _table(
        self,
        name: str,
        measure: str,
        dimensions: tuple[Dimension, ...],
        rows: Sequence[RawRow],
        notes: tuple[str, ...],
        *,
        comparison: Comparison | None = None,
    ) -> RawTable:
        definition = self.setting.catalogue.measure(measure)
        return RawTable(
            id=f"{FAMILY}.{self.subject.variable}.{name}",
            measure=measure,
            title=f"{definition.title}: {comparison.label}" if comparison else definition.title,
            unit=definition.unit,
            population=STAFF,
            dimensions=dimensions,
            rows=tuple(rows),
            notes=(*notes, *self.notes, *self.scope.notes),
        )


def _reasons_of(line: HeldEqual) -> tuple[Category, ...]:
    return (*(Category(each.variable, each.title) for each in line.controls), ALL)


def _with_total(by_variable: Mapping[str, float], line: HeldEqual) -> list[float]:
    own = [by_variable[each.variable] for each in line.controls]
    return [*own, by_variable[CONSTANT], sum(by_variable.values())]


def _as_percent(part: Part, degrees_of_freedom: int) -> Estimate:
    """A gap in logarithms as a gap in per cent."""
    reach = _reach(part, degrees_of_freedom)
    return Estimate(_percent(part.value), _percent(part.value - reach), _percent(part.value + reach))


def _in_points(part: Part, parts: TwoFold) -> Estimate:
    """A part of a gap in logarithms in percentage points of the gap in per cent."""
    gap = parts.gap.value
    points = _percent(gap) / gap if gap else 100.0
    if part.variance is None:
        return Estimate(points * part.value)
    reach = _reach(part, parts.degrees_of_freedom)
    return Estimate(points * part.value, points * (part.value - reach), points * (part.value + reach))


def _percent(gap: float) -> float:
    return -100 * expm1(-gap)


def _reach(part: Part, degrees_of_freedom: int) -> float:
    return critical_t(degrees_of_freedom) * sqrt(part.variance or 0.0)
