"""What assessing on the command line consists of, shared by the commands that do it."""

import datetime as dt
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import typer

from footing.assessment import Assessment
from footing.assessment.from_files import (
    DUCKDB,
    CannotAssess,
    ExtractUnusable,
    Files,
    Wanted,
    WrongRequest,
    assess_files,
)
from footing.assessment.steps import Step
from footing.cli.check import FAULTS_FOUND, WRONG_USAGE, report_faults, require_usable
from footing.cli.reading_progress import ReadingBar, reading_progress
from footing.cli.recording import enter, staff_history
from footing.disclosure import Release, ReleaseRefused
from footing.disclosure.ledger import History, LedgerBroken
from footing.reporting import FORMATS, write_report
from footing.reporting.freed_memory import share_pools
from footing.reporting.outline import FULL
from footing.reporting.publication import UNSAID, Publication
from footing.standards import Catalogue, DisclosurePolicy, PooledBenchmarks, StandardsError, load_catalogue, load_pooled
from footing.workforce import CheckResult, Mapping, Workforce
from footing.workforce.spark import SparkUnavailable

__all__ = ["Files", "Request", "carry_out"]

HEADLINES = 6
"""How many findings are printed; the report has all of them."""

OPTIONS = {
    "A001": "The option for events is --events.",
    "A004": "The option for that is --previous-date.",
    "A006": "--cross takes two or more, with commas between.",
}
"""Which option helps with what an assessment could not do."""


@dataclass(frozen=True, slots=True)
class Request:
    """One assessment as somebody asked for it, nothing of it checked yet."""

    files: Files
    out: Path
    as_at: dt.date
    policy: str
    formats: tuple[str, ...]
    kinds: tuple[str, ...] = (FULL,)
    publication: Publication = UNSAID
    mapping: Mapping | None = None
    organisation: str | None = None
    benchmarks: tuple[str, ...] | None = None
    coalition: Path | None = None
    """A file of what a coalition pooled."""
    crossings: tuple[tuple[str, ...], ...] | None = None
    engine: str = DUCKDB
    faults: Path | None = None
    ledger: Path | None = None

    def wanted(self, pooled: PooledBenchmarks | None) -> Wanted:
        """What is to be assessed, without what is to be written."""
        return Wanted(
            files=self.files,
            as_at=self.as_at,
            policy=self.policy,
            mapping=self.mapping,
            organisation=self.organisation,
            benchmarks=self.benchmarks,
            crossings=self.crossings,
            engine=self.engine,
            coalition=pooled,
        )


@dataclass(frozen=True, slots=True)
class _Terminal:
    """Whoever waits at a terminal: told on stderr how far it is."""

    request: Request

    def reading(self) -> AbstractContextManager[ReadingBar]:
        """A bar."""
        return reading_progress()

    def checked(self, result: CheckResult, extract: Path) -> None:
        """The faults of an extract; all of this year's in the file that was asked for."""
        every = self.request.faults if extract == self.request.files.extract else None
        report_faults(result.faults, every_fault=every, beside=extract)

    def begins(self, step: Step, who: str) -> None:
        """One line before the long part."""
        if step is Step.MEASURING:
            typer.echo(f"Measuring {who} and protecting every table …", err=True)


@dataclass(frozen=True, slots=True)
class _LedgerFile:
    """The ledger in a file, read before anything is protected and added to before anything is written."""

    path: Path
    on: dt.date

    def history(self, workforce: Workforce) -> History:
        """What it says of earlier assessments of these people."""
        return staff_history(self.path, workforce)

    def enter(self, released: Release, history: History, policy: DisclosurePolicy) -> None:
        """One more entry."""
        enter(released, history, self.path, policy, on=self.on)


def carry_out(request: Request) -> None:
    """Read, measure, protect and write. Whatever stops it ends the command with a message and leaves no report."""
    share_pools()
    _require_formats(request.formats)
    pooled = _pooled(request)
    catalogue = load_catalogue().with_benchmarks(pooled.benchmarks if pooled else ())
    assessment = _assessed(request, pooled, catalogue)
    _write(assessment, catalogue, request)
    _show_headlines(assessment, request.out)


def _pooled(request: Request) -> PooledBenchmarks | None:
    """What a coalition pooled, where its file is given."""
    try:
        return load_pooled(request.coalition, load_catalogue()) if request.coalition else None
    except StandardsError as error:
        raise _ended(error, WRONG_USAGE) from error


def _assessed(request: Request, pooled: PooledBenchmarks | None, catalogue: Catalogue) -> Assessment:
    ledger = _LedgerFile(request.ledger, request.as_at) if request.ledger else None
    try:
        return assess_files(request.wanted(pooled), catalogue=catalogue, watcher=_Terminal(request), ledger=ledger)
    except ExtractUnusable as error:
        require_usable(error.result)
        raise typer.Exit(FAULTS_FOUND) from error
    except WrongRequest as error:
        raise _ended(error, WRONG_USAGE, OPTIONS.get(error.code)) from error
    except CannotAssess as error:
        raise _ended(error, FAULTS_FOUND, OPTIONS.get(error.code)) from error
    except (StandardsError, SparkUnavailable) as error:
        raise _ended(error, WRONG_USAGE) from error
    except (LedgerBroken, ReleaseRefused) as error:
        raise _ended(error, FAULTS_FOUND) from error


def _ended(error: Exception, code: int, option: str | None = None) -> typer.Exit:
    typer.echo(f"{error} {option}" if option else str(error), err=True)
    return typer.Exit(code)


def _require_formats(wanted: tuple[str, ...]) -> None:
    if not wanted or not set(wanted) <= set(FORMATS):
        typer.echo(f"--format takes one or more of {', '.join(FORMATS)}, with commas between.", err=True)
        raise typer.Exit(WRONG_USAGE)


def _write(assessment: Assessment, catalogue: Catalogue, request: Request) -> None:
    try:
        write_report(assessment, catalogue, request.out, request.formats, request.kinds, request.publication)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        typer.echo(f"The report cannot be written to {request.out} ({reason}). Nothing was changed there.", err=True)
        raise typer.Exit(WRONG_USAGE) from error


def _show_headlines(assessment: Assessment, out: Path) -> None:
    for finding in assessment.findings[:HEADLINES]:
        typer.echo(f"- {finding.statement}")
    typer.echo(f"The report is in {out}.", err=True)
