"""One row of a protected table, worked out again from the counts as they may be seen."""

from footing.disclosure.dominance import is_dominated
from footing.disclosure.reasons import NOBODY, TOO_FEW, withheld_reason
from footing.disclosure.result import ProtectedCounts
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate, Estimate, ReleasableRow, Status, units
from footing.tables.raw import FromCounts, FromValues, RawRow, RawTable


def protected_row(
    row: RawRow, table: RawTable, counts: ProtectedCounts, totals: frozenset[Coordinate], policy: DisclosurePolicy
) -> ReleasableRow:
    """A row with its figure, or with the reason why it is kept back and nothing else.

    ``totals`` are the cells of the table's measure whose totals may be shown.
    """
    figure = row.figure
    if isinstance(figure, FromValues) and (figure.adds_up or figure.averages) and figure.base not in totals:
        return _empty(row, Status.WITHHELD, withheld_reason(table, figure, policy))
    estimate = (
        _from_counts(figure, counts, policy) if isinstance(figure, FromCounts) else from_values(figure, counts, policy)
    )
    if estimate is None:
        return _empty(row, Status.WITHHELD, withheld_reason(table, figure, policy))
    if estimate.value is None:
        return _empty(row, Status.NOT_APPLICABLE, _why_missing(figure, counts))
    step = policy.rounding.pay if table.unit == units.POUNDS else None
    return ReleasableRow(
        key=row.key,
        value=_rounded(estimate.value, table.unit, step),
        lower=_rounded(estimate.lower, table.unit, step),
        upper=_rounded(estimate.upper, table.unit, step),
        base=counts.shown[figure.base],
        status=Status.ROUNDED if counts.rounded else Status.SHOWN,
        reason=None,
        rests_on=_rests_on(figure),
    )


def _empty(row: RawRow, status: Status, reason: str) -> ReleasableRow:
    return ReleasableRow(
        key=row.key,
        value=None,
        lower=None,
        upper=None,
        base=None,
        status=status,
        reason=reason,
        rests_on=_rests_on(row.figure),
    )


def _rests_on(figure: FromCounts | FromValues) -> tuple[Coordinate, ...]:
    return tuple(dict.fromkeys((figure.base, *figure.cells)))


def _why_missing(figure: FromCounts | FromValues, counts: ProtectedCounts) -> str:
    """Why a figure that may be shown does not exist; a rounded nought need not be nobody."""
    return NOBODY if counts.shown[figure.base] == 0 and not counts.rounded else TOO_FEW


def _from_counts(figure: FromCounts, counts: ProtectedCounts, policy: DisclosurePolicy) -> Estimate | None:
    """The figure worked out from protected counts; ``None`` if one of them is withheld.

    A share on a small rounded base would be far off and could pass 100 %, so it is not shown.
    """
    cells = (*figure.cells, figure.base)
    if any(cell not in counts.shown for cell in cells):
        return None
    is_share = figure.cells != (figure.base,)
    if counts.rounded and is_share and 0 < counts.shown[figure.base] < policy.counts.threshold:
        return None
    return figure.estimate(*(counts.shown[cell] for cell in figure.cells))


def from_values(figure: FromValues, counts: ProtectedCounts, policy: DisclosurePolicy) -> Estimate | None:
    """The figure as it is; ``None`` unless every group behind it is shown, large enough and not dominated by a few."""
    cells = (*figure.cells, figure.base)
    if any(cell not in counts.shown or is_of_few(cell, counts, policy) for cell in cells):
        return None
    if figure.contribution is not None and is_dominated(figure.contribution, policy.dominance):
        return None
    return figure.estimate


def is_of_few(cell: Coordinate, counts: ProtectedCounts, policy: DisclosurePolicy) -> bool:
    """Whether a group is too small for an average under the policy."""
    return counts.exact[cell] < policy.averages.minimum_for([variable for variable, _ in cell])


def _rounded(value: float | None, unit: str, step: int | None) -> float | None:
    """A figure with the decimals of its unit, or to the policy's step for pay."""
    if value is None:
        return None
    if step is not None:
        return float(round(value / step) * step)
    return round(value, units.DECIMALS[unit])
