"""What an outsider sees of each count, before adding anything up."""

from collections.abc import Mapping
from dataclasses import dataclass

from footing.tables import Coordinate

UNBOUNDED = 1e7
"""Stands for "no upper end": more people than any employer has."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The smallest and largest count that one published cell can be by what is printed there and by the public rule."""

    smallest: float
    largest: float = UNBOUNDED

    @property
    def known(self) -> bool:
        """Whether there is one count only that it can be."""
        return self.smallest == self.largest


SeenCells = Mapping[Coordinate, Seen]


@dataclass(frozen=True, slots=True)
class Demand:
    """What must stay possible for a withheld or rounded count: one as small as ``low`` and one as large as ``high``.

    It is enough, instead, if the possible counts lie as far apart as ``width``.
    """

    low: float
    high: float
    width: float = UNBOUNDED
