"""What one assessment says: protected tables, findings in words, and the manifest that traces every number."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from footing.disclosure import PrintedPopulation
from footing.tables import ReleasableTable


@dataclass(frozen=True, slots=True)
class InputDigest:
    """One file that was read: its name without the folder, its SHA-256 and how many people or events it held."""

    name: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is needed to work the same figures out again, and to check that they are the same."""

    footing_version: str
    organisation: str | None
    as_at: dt.date
    snapshot_date: dt.date
    inputs: tuple[InputDigest, ...]
    mapping_sha256: str
    policy: str
    benchmarks: tuple[str, ...]
    questions: tuple[str, ...]
    classifications: tuple[str, ...]
    measures: tuple[str, ...]
    engine: str
    seed: int
    """The seed of the protection search; the same input, rules and seed give the same tables."""
    people: int | None
    """How many people the extract held; ``None`` when that count itself is withheld."""


class Direction(StrEnum):
    """Which way a finding points."""

    ABOVE = "above"
    BELOW = "below"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    STATEMENT = "statement"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The row of a protected table that a finding rests on."""

    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One plain-word statement made from protected figures alone.

    ``size`` is in the unit of its first table (percentage points for a gap to a benchmark). ``weight`` ranks: the least
    relative size of a difference, times the people whom it is about. ``false_finding_rate`` is the share of false
    findings, from 0 to 1, at which it would be called clear, given all comparisons of the assessment.
    """

    id: str
    measure: str
    journey_stage: str
    direction: Direction
    statement: str
    size: float | None
    evidence: tuple[Evidence, ...]
    weight: float = 0.0
    false_finding_rate: float | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The ids of the tables that the finding rests on, in order, each once."""
        return tuple(dict.fromkeys(item.table for item in self.evidence))


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A measure that could not be worked out, the fields it needs, and in ``words`` which part of it is missing."""

    measure: str
    title: str
    needs: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A table that was not published because too many of its counts are small."""

    table: str
    title: str


@dataclass(frozen=True, slots=True)
class Protection:
    """What was done to protect one population's tables, in figures that are safe to publish."""

    population: str
    policy: str
    cells: int
    withheld: int
    narrowest_range: int | None
    """The width of the narrowest range that an outsider can work out for a withheld count; ``None`` if none is."""
    method: str
    solver: str = ""
    limits: tuple[str, ...] = ()
    """What the attack on the tables did not cover, in words."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of the main job. Everything a person sees is made from this."""

    manifest: Manifest
    tables: tuple[ReleasableTable, ...]
    findings: tuple[Finding, ...]
    not_measured: tuple[NotMeasured, ...]
    protection: tuple[Protection, ...]
    left_out: tuple[LeftOut, ...] = ()
    printed: tuple[PrintedPopulation, ...] = ()
    """The groups that figures rest on, with the counts that are shown: what anybody needs to attack the tables."""

    def table(self, table_id: str) -> ReleasableTable:
        """The table with this id. Raises ``KeyError`` when the assessment has none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)
