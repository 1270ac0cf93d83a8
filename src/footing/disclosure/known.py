"""What is known of the same people's records from releases that went before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footing.disclosure.seen import UNBOUNDED, Demand, Seen, SeenCells
from footing.tables import Coordinate


@dataclass(frozen=True, slots=True)
class Kept:
    """A count that was kept back: the threshold it was kept back for, and the least it can be by the rule of then."""

    threshold: int
    least: int


@dataclass(frozen=True, slots=True)
class Known:
    """Counts that earlier releases showed, and those that they kept back.

    ``alike`` are those that were kept back under the very policy of the new release, and under no other.
    """

    shown: Mapping[Coordinate, int] = field(default_factory=dict)
    withheld: Mapping[Coordinate, Kept] = field(default_factory=dict)
    alike: frozenset[Coordinate] = frozenset()

    @property
    def cells(self) -> frozenset[Coordinate]:
        """Every cell that an earlier release printed a row for."""
        return frozenset((*self.shown, *self.withheld))

    def added_to(self, seen: SeenCells) -> dict[Coordinate, Seen]:
        """What somebody sees who reads the earlier releases beside the new one."""
        both = dict(seen)
        for cell, kept in self.withheld.items():
            if cell not in both or both[cell].smallest < kept.least:
                both[cell] = Seen(float(kept.least))
        both.update({cell: Seen(float(count), float(count)) for cell, count in self.shown.items()})
        return both

    def demands_beside(self, counts: Mapping[Coordinate, int]) -> dict[Coordinate, Demand]:
        """What earlier releases ask for beside the demands of a new one, which knows these counts.

        A count that the policy protects has a demand of the new release. One that it does not protect, such as a nought
        that was kept back to hide others, asked for nothing then under the same policy and asks for nothing now.
        """
        asked = self.demands()
        return {cell: demand for cell, demand in asked.items() if cell not in self.alike or cell not in counts}

    def demands(self) -> dict[Coordinate, Demand]:
        """No count that was kept back may now be known to be under the threshold it was kept back for."""
        return {
            cell: Demand(UNBOUNDED, float(kept.threshold))
            for cell, kept in self.withheld.items()
            if cell not in self.shown
        }


NOTHING_KNOWN = Known()
