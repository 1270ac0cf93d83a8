"""Protected tables: the only ones that a page, a file, a store or a pool may be made from."""

from dataclasses import dataclass, field
from enum import StrEnum

from footing.tables.coordinate import Coordinate
from footing.tables.dimension import Dimension
from footing.tables.seal import Seal, require_seal


class Status(StrEnum):
    """Whether a figure may be seen, and if not, in which way it is kept back."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    ROUNDED = "rounded"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ReleasableRow:
    """One protected row. A withheld row has no value, no interval and no base, only the reason.

    ``rests_on`` are the groups of people behind its figure, the one shown as its base first: never how many they are.
    """

    key: tuple[str, ...]
    value: float | None
    lower: float | None
    upper: float | None
    base: int | None
    status: Status
    reason: str | None
    rests_on: tuple[Coordinate, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleasableTable:
    """One protected table. Only ``footing.disclosure`` can make one; anything else raises ``UnsealedTable``."""

    id: str
    measure: str
    title: str
    unit: str
    population: str
    dimensions: tuple[Dimension, ...]
    rows: tuple[ReleasableRow, ...]
    benchmark: str | None
    notes: tuple[str, ...]
    seal: Seal = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        require_seal(self.seal)
