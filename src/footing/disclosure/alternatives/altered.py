"""Counts that are shown other than they are, and the attack that each method has to stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from footing.disclosure.attack import TablesDisagree
from footing.disclosure.audit import audit_counts
from footing.disclosure.result import ReleaseRefused
from footing.disclosure.rounding import NOT_EXACT
from footing.disclosure.seen import Demand, Seen
from footing.tables import Coordinate
from footing.tables.raw import Population


@dataclass(frozen=True, slots=True)
class AlteredCounts:
    """``shown`` is what is printed of each cell, ``seen`` what the count can be, by what is printed and the method.

    ``method`` says in words what was done.
    """

    shown: Mapping[Coordinate, int]
    seen: Mapping[Coordinate, Seen]
    method: str


def require_none_is_exact(altered: AlteredCounts, population: Population, threshold: int) -> None:
    """Attack altered counts: none from 1 to under the threshold may be known exactly. Raises ``ReleaseRefused``."""
    small = [cell for cell in altered.shown if 0 < population.counts[cell] < threshold]
    demands = {cell: _not_exact(altered.seen[cell]) for cell in small}
    try:
        exposures = audit_counts(altered.seen, population.hierarchies, demands).exposures
    except TablesDisagree as fault:
        raise ReleaseRefused(
            "D002", f"In {population.name} the counts do not add up.", "Check how the categories add up."
        ) from fault
    if exposures:
        raise ReleaseRefused(
            "D004",
            f"{len(exposures)} small counts of {population.name} could be worked out from those around them: "
            f"{altered.method}.",
            "Withhold counts instead, or publish fewer breakdowns.",
        )


def _not_exact(seen: Seen) -> Demand:
    """Everything that a count is seen to be must stay possible; where that is one number, more than is seen."""
    return Demand(seen.smallest, max(seen.largest, seen.smallest + NOT_EXACT), NOT_EXACT)
