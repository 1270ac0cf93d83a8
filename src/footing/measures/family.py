"""What each family of measures gives: tables laid out, and what could not be measured."""

from dataclasses import dataclass

from footing.tables.raw import RawRelease, RawTable


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A measure that could not be worked out: the fields it ``needs``, and the reason in ``words``."""

    measure: str
    needs: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class MeasuredFamily:
    """The tables of one family. Their cells are counted later, together with those of all other families."""

    tables: tuple[RawTable, ...]
    not_measured: tuple[NotMeasured, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was measured, exact and not yet fit to leave, and what was not."""

    release: RawRelease
    not_measured: tuple[NotMeasured, ...]
