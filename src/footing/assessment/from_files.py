"""From files to an assessment: read, check, measure and protect. Whatever stops it is raised, with a code."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from footing.assessment.assess import Choices, assess
from footing.assessment.result import Assessment
from footing.assessment.steps import Step
from footing.disclosure import Release
from footing.disclosure.ledger import History
from footing.standards import Catalogue, DisclosurePolicy, PooledBenchmarks
from footing.tables.words import counted, listed, long_date
from footing.workforce import (
    CheckResult,
    FaultReport,
    Mapping,
    Progress,
    SnapshotDate,
    Workforce,
    check_extract,
    mapping_to_yaml,
)
from footing.workforce.spark import in_spark, require_spark

DUCKDB, SPARK = "duckdb", "spark"

_NO_PEOPLE = (
    "The extract holds no people in post, no applications and nobody who took part in outreach, so there is "
    "nothing to assess. Give the staff extract first, and events beside it."
)
_NOT_EARLIER = (
    "The extract of the earlier year is taken to be of {day}, which is not before the day of this one. "
    "Say of which day it is."
)
_ROUNDED_YEARS = (
    "The policy rounds counts, and two years of rounded counts cannot be checked against each other in a "
    "reasonable time. Choose a policy that withholds, or leave the earlier year out."
)
_CROSSINGS = "Look at two or more different characteristics together, out of: {held}."


class CannotAssess(ValueError):
    """These files cannot be assessed. ``code`` is stable; the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} · {message}")
        self.code = code


class WrongRequest(CannotAssess):
    """What was asked for cannot be done with any files, or not with these."""


class ExtractUnusable(CannotAssess):
    """An extract has errors; ``faults`` says which and where, ``result`` what was understood of it."""

    def __init__(self, result: CheckResult) -> None:
        super().__init__("A007", f"{result.extract.path_name} has errors and cannot be assessed yet.")
        self.result = result

    @property
    def faults(self) -> FaultReport:
        """Everything that is wrong."""
        return self.result.faults


@dataclass(frozen=True, slots=True)
class Files:
    """The extract, the files beside it, and the extract of an earlier year with the day that it is of."""

    extract: Path
    applications: Path | None = None
    events: Path | None = None
    outreach: Path | None = None
    previous_extract: Path | None = None
    previous_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One assessment as somebody asked for it, nothing of it checked yet."""

    files: Files
    as_at: dt.date
    policy: str
    mapping: Mapping | None = None
    previous_mapping: Mapping | None = None
    """How the extract of the earlier year is read, where that is not as this year's."""
    organisation: str | None = None
    benchmarks: tuple[str, ...] | None = None
    crossings: tuple[tuple[str, ...], ...] | None = None
    engine: str = DUCKDB
    coalition: PooledBenchmarks | None = None


class Watcher(Protocol):
    """Somebody who waits for an assessment and is told how far it is."""

    def reading(self) -> AbstractContextManager[Progress]:
        """What draws the progress of reading one extract and the files beside it."""

    def checked(self, result: CheckResult, extract: Path) -> None:
        """An extract was read and checked; it may have faults."""

    def begins(self, step: Step, who: str) -> None:
        """A step begins; ``who`` says in words whom there is to measure."""


class ReleaseLedger(Protocol):
    """Where releases of these people are entered."""

    def history(self, workforce: Workforce) -> History:
        """What was released of them before. Raises ``LedgerBroken``."""

    def enter(self, released: Release, history: History, policy: DisclosurePolicy) -> None:
        """Enter a release, before anything is made of it."""


def assess_files(
    wanted: Wanted, *, catalogue: Catalogue, watcher: Watcher, ledger: ReleaseLedger | None = None
) -> Assessment:
    """Read, measure, protect and put into words.

    Raises ``CannotAssess`` or one of its kinds; ``StandardsError`` for a policy or benchmark that cannot serve;
    ``SparkUnavailable``; ``LedgerBroken``; and ``ReleaseRefused`` when the tables cannot be protected.
    """
    policy = catalogue.policy(wanted.policy)
    _require_one_year_or_no_rounding(wanted, policy)
    if wanted.engine == SPARK:
        require_spark()
    with _checked(wanted, catalogue, watcher) as result:
        workforce = _usable(result)
        _require_crossings(wanted, workforce)
        choices = _choices(wanted, policy, result)
        choices, enter = _with_ledger(choices, workforce, ledger)
        who = _who(workforce)
        with _previous(wanted, result, catalogue, watcher) as previous, _held_by(wanted.engine, workforce) as held:
            if not who:
                raise CannotAssess("A001", _NO_PEOPLE)
            return assess(
                held,
                choices,
                catalogue=catalogue,
                previous=previous,
                enter=enter,
                begins=lambda step: watcher.begins(step, who),
            )


def _choices(wanted: Wanted, policy: DisclosurePolicy, result: CheckResult) -> Choices:
    mapping = sha256(mapping_to_yaml(result.mapping).encode()).hexdigest() if result.mapping else ""
    return Choices(
        as_at=wanted.as_at,
        policy=policy,
        mapping_sha256=mapping,
        organisation=wanted.organisation,
        benchmarks=wanted.benchmarks,
        crossings=wanted.crossings,
        coalition=wanted.coalition,
    )


def _checked(wanted: Wanted, catalogue: Catalogue, watcher: Watcher) -> CheckResult:
    with watcher.reading() as progress:
        result = check_extract(
            wanted.files.extract,
            mapping=wanted.mapping,
            catalogue=catalogue,
            as_at=wanted.as_at,
            applications=wanted.files.applications,
            events=wanted.files.events,
            outreach=wanted.files.outreach,
            progress=progress,
        )
    watcher.checked(result, wanted.files.extract)
    return result


@contextmanager
def _previous(
    wanted: Wanted, result: CheckResult, catalogue: Catalogue, watcher: Watcher
) -> Iterator[Workforce | None]:
    """The workforce of the earlier year, read with the same mapping; ``None`` where none was given."""
    if wanted.files.previous_extract is None:
        yield None
        return
    mapping = wanted.previous_mapping or wanted.mapping or result.mapping
    with _read_previous(wanted, mapping, catalogue, watcher) as before:
        previous = _usable(before)
        if result.workforce is not None and previous.snapshot_date >= result.workforce.snapshot_date:
            raise CannotAssess("A004", _NOT_EARLIER.format(day=long_date(previous.snapshot_date)))
        with _held_by(wanted.engine, previous) as held:
            yield held


def _read_previous(wanted: Wanted, mapping: Mapping | None, catalogue: Catalogue, watcher: Watcher) -> CheckResult:
    extract = wanted.files.previous_extract or wanted.files.extract
    dated = SnapshotDate(date=wanted.files.previous_date) if wanted.files.previous_date else None
    with watcher.reading() as progress:
        result = check_extract(
            extract,
            mapping=mapping.model_copy(update={"snapshot": dated}) if mapping else None,
            catalogue=catalogue,
            as_at=wanted.as_at,
            progress=progress,
        )
    watcher.checked(result, extract)
    return result


def _usable(result: CheckResult) -> Workforce:
    if result.workforce is None:
        raise ExtractUnusable(result)
    return result.workforce


def _require_one_year_or_no_rounding(wanted: Wanted, policy: DisclosurePolicy) -> None:
    if wanted.files.previous_extract is not None and policy.rounding.method != "none":
        raise WrongRequest("A005", _ROUNDED_YEARS)


def _require_crossings(wanted: Wanted, workforce: Workforce) -> None:
    """Raise ``WrongRequest`` unless characteristics to look at together are two or more that the extract has."""
    held = [each.variable for each in workforce.characteristics]
    for crossing in wanted.crossings or ():
        if len(set(crossing)) < max(2, len(crossing)) or not set(crossing) <= set(held):
            raise WrongRequest("A006", _CROSSINGS.format(held=", ".join(held)))


def _held_by(engine: str, workforce: Workforce) -> AbstractContextManager[Workforce]:
    """The workforce with its tables in the engine that is to measure them."""
    return in_spark(workforce) if engine == SPARK else nullcontext(workforce)


def _with_ledger(
    choices: Choices, workforce: Workforce, ledger: ReleaseLedger | None
) -> tuple[Choices, Callable[[Release], None] | None]:
    """The choices with what the ledger says was released before, and how the release is entered."""
    if ledger is None:
        return choices, None
    history = ledger.history(workforce)
    return replace(choices, history=history), lambda released: ledger.enter(released, history, choices.policy)


def _who(workforce: Workforce) -> str:
    """Whom there is anything to measure about, in words; nothing for nobody."""
    held = (
        (workforce.person_count, "person", "people"),
        (workforce.applications_companion.row_count, "application", "applications"),
        (workforce.participants_companion.row_count, "participant in outreach", "participants in outreach"),
    )
    return listed([counted(number, one, many) for number, one, many in held if number])
