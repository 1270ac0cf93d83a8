"""What each family of measures gives: tables laid out, and what could not be measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footing.tables import Coordinate, Hierarchy
from footing.tables.raw import Population, RawRelease, RawTable


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A measure that could not be worked out: the fields it ``needs``, and the reason in ``words``."""

    measure: str
    needs: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class MeasuredFamily:
    """The tables of one family.

    ``populations`` are the family's own, such as applications or spells in a grade. Cells of the staff in post are
    counted later, together with those of all other families, save those that only the family can tell: their
    ``counts``, with the ``hierarchies`` that its own variables follow.
    """

    tables: tuple[RawTable, ...]
    not_measured: tuple[NotMeasured, ...] = ()
    populations: tuple[Population, ...] = ()
    counts: Mapping[Coordinate, int] = field(default_factory=dict)
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was measured, exact and not yet fit to leave, and what was not."""

    release: RawRelease
    not_measured: tuple[NotMeasured, ...]
