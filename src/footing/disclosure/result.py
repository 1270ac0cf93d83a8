"""What protecting a release gives: tables that may be shown, and what was found when they were attacked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footing.disclosure.known import NOTHING_KNOWN, Known
from footing.disclosure.seen import Demand, SeenCells
from footing.tables import Coordinate, Hierarchy, ReleasableTable


class ReleaseRefused(ValueError):
    """These tables cannot be released under this policy. ``code`` is stable; ``next_step`` is what can be done."""

    def __init__(self, code: str, reason: str, next_step: str) -> None:
        super().__init__(f"{code} · {reason} {next_step}")
        self.code = code
        self.reason = reason
        self.next_step = next_step

    def __reduce__(self) -> tuple[type["ReleaseRefused"], tuple[str, str, str]]:
        """How a refusal is sent from one process to another."""
        return type(self), (self.code, self.reason, self.next_step)


@dataclass(frozen=True, slots=True)
class PopulationAudit:
    """How one set of people was protected, in figures that are safe to publish.

    ``withheld`` counts cells of the population, not rows of tables. ``narrowest_range`` is the smallest width, in
    people, to which an outsider can narrow down any count that the policy protects; ``None`` where none is withheld.
    """

    population: str
    cells: int
    withheld: int
    narrowest_range: int | None
    policy: str
    method: str
    solver: str
    limits: tuple[str, ...]

    @property
    def statement(self) -> str:
        """What the attack found, in words."""
        if self.narrowest_range is None:
            return "No count had to be withheld."
        return f"No small count can be narrowed down to fewer than {self.narrowest_range + 1} possible values."


@dataclass(frozen=True, slots=True)
class TableAudit:
    """How many rows of one table are shown and withheld."""

    table: str
    shown: int
    withheld: int


@dataclass(frozen=True, slots=True)
class PrintedPopulation:
    """Every group of a population that some figure rests on, and how categories add up.

    ``counts`` holds the count of each group that a shown figure tells of, and ``None`` for each of which none does.
    """

    name: str
    counts: Mapping[Coordinate, int | None]
    hierarchies: Mapping[str, Hierarchy]


@dataclass(frozen=True, slots=True)
class Release:
    """Tables protected together under one policy. What is not in ``tables`` did not leave.

    ``seen`` holds, for each population, the counts that the tables print or keep back, as somebody sees them;
    ``printed`` says the same in numbers that can be published.
    """

    policy_id: str
    policy_title: str
    tables: tuple[ReleasableTable, ...]
    audits: tuple[PopulationAudit, ...]
    table_audits: tuple[TableAudit, ...]
    seen: Mapping[str, SeenCells] = field(default_factory=dict)
    printed: tuple[PrintedPopulation, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectedCounts:
    """The counts of one population as they may be seen: ``shown`` holds only those; the rest are withheld.

    ``rounded`` says that the shown counts are not the true ones; rules about how large a group is use ``exact``.
    ``demands`` says how uncertain each cell that the policy protects must be left, ``method`` what was done, and
    ``known`` what earlier releases tell of the same records.
    """

    shown: Mapping[Coordinate, int]
    exact: Mapping[Coordinate, int]
    rounded: bool
    demands: Mapping[Coordinate, Demand]
    method: str
    known: Known = NOTHING_KNOWN
