"""The workforce: what every measure is worked out from. One row per person, coded, with nothing left to read."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footing.standards import Classification
from footing.tables import Category

if TYPE_CHECKING:  # the expression language takes seconds to import, and only measures need it
    import duckdb
    import ibis

NOT_RECORDED = "not_recorded"
"""The category of a person whose grade, sex … is blank: a category of its own, so that margins add up."""

NOT_ANSWERED = "not_answered"
"""The group, and the option, of a person who gave no answer or has no row in the answers."""


@dataclass(frozen=True, slots=True)
class QuestionInUse:
    """A question that the extract answers, and the classification that its answers are coded to.

    The people table holds the group in the column ``question_id`` and the answer in ``<question_id>_option``; a group
    that was worked out from several other questions has no answer of its own.
    """

    question_id: str
    classification: Classification


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A column of categories, in the order they are shown.

    ``ordered`` says that the order means something (grades, from junior to senior); ``unranked`` are the categories
    that stand outside it. ``NOT_RECORDED`` is among the categories, last, when it is needed.
    """

    variable: str
    title: str
    categories: tuple[Category, ...]
    ordered: bool = False
    unranked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceDigest:
    """Which file was read: its name without folders, the SHA-256 of its bytes and how many rows it held."""

    name: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Companion:
    """What is coded in a companion table (events, applications or participants), beside its keys and dates."""

    questions: tuple[QuestionInUse, ...] = ()
    characteristics: tuple[Characteristic, ...] = ()
    row_count: int = 0


@dataclass(frozen=True, slots=True)
class StatedTerms:
    """What the employer says beside its rows: hours of a full-time week, and which grades are partners and senior.

    ``events_complete_from`` is the first day from which every event is listed.
    """

    full_time_hours: float | None = None
    partner_grades: frozenset[str] = frozenset()
    senior_grades: frozenset[str] = frozenset()
    events_complete_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Workforce:
    """The people at the snapshot date, as tables of the engine, and what their columns mean.

    ``people`` has one row per ``person_key``, and none where applications or participants were handed in alone. Amounts
    are in pence, hours in hours a week, dates are dates. ``events``, ``applications`` and ``participants`` of outreach
    are the companions, where they were given.
    """

    people: "ibis.Table"
    connection: "duckdb.DuckDBPyConnection"
    questions: tuple[QuestionInUse, ...]
    characteristics: tuple[Characteristic, ...]
    amounts: frozenset[str]
    snapshot_date: dt.date
    person_count: int
    sources: tuple[SourceDigest, ...]
    events: "ibis.Table | None" = None
    applications: "ibis.Table | None" = None
    events_companion: Companion = Companion()
    applications_companion: Companion = Companion()
    participants: "ibis.Table | None" = None
    participants_companion: Companion = Companion()
    stated: StatedTerms = StatedTerms()
    notices: tuple[str, ...] = ()

    @property
    def engine(self) -> str:
        """The name of the engine that holds the tables and measures them: ``duckdb`` or ``spark``."""
        name: str = self.people.get_backend().name
        return {"pyspark": "spark"}.get(name, name)
