"""What assessing on the command line consists of, shared by the commands that do it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import typer

from footing.assessment import Assessment, Choices
from footing.assessment import assess as assess_workforce
from footing.cli.check import FAULTS_FOUND, WRONG_USAGE, report_faults, require_usable
from footing.cli.reading_progress import reading_progress
from footing.cli.recording import enter, history_of_staff
from footing.disclosure import Release, ReleaseRefused
from footing.disclosure.ledger import LedgerBroken
from footing.reporting import FORMATS, write_report
from footing.reporting.outline import FULL
from footing.reporting.publication import UNSAID, Publication
from footing.standards import Catalogue, DisclosurePolicy, StandardsError, load_catalogue
from footing.tables.words import counted, listed, long_date
from footing.workforce import CheckResult, Mapping, SnapshotDate, Workforce, check_extract, mapping_to_yaml
from footing.workforce.spark import SparkUnavailable, in_spark, require_spark

DUCKDB, SPARK = "duckdb", "spark"

HEADLINES = 6
"""How many findings are printed; the report has all of them."""

NO_PEOPLE = (
    "A001 · The extract holds no people in post, no applications and nobody who took part in outreach, so there is "
    "nothing to assess. Give the staff extract first, and events with --events."
)


NOT_EARLIER = (
    "A004 · The extract of the earlier year is taken to be of {day}, which is not before the day of this one. "
    "Say of which day it is with --previous-date."
)


ROUNDED_YEARS = (
    "A005 · The policy rounds counts, and two years of rounded counts cannot be checked against each other in a "
    "reasonable time. Choose a policy that withholds, or leave the earlier year out."
)


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
    crossings: tuple[tuple[str, ...], ...] | None = None
    engine: str = DUCKDB
    faults: Path | None = None
    ledger: Path | None = None


def carry_out(request: Request) -> None:
    """Read, measure, protect and write. Whatever stops it ends the command with a message and leaves no report."""
    catalogue = load_catalogue()
    _require_formats(request.formats)
    policy = _policy(request.policy, catalogue)
    _require_one_year_or_no_rounding(request, policy)
    _require_engine(request.engine)
    with _checked(request, catalogue) as result:
        report_faults(result.faults, every_fault=request.faults, beside=request.files.extract)
        workforce = require_usable(result)
        choices = Choices(
            request.as_at,
            policy,
            _digest(result.mapping),
            request.organisation,
            request.benchmarks,
            _crossings(request, workforce),
        )
        choices, enter_release = _with_ledger(choices, workforce, request)
        with (
            _previous(request, result, catalogue) as previous,
            _held_by(request.engine, workforce) as held,
        ):
            assessment = _assessed((held, previous), choices, catalogue, enter_release)
    _write(assessment, catalogue, request)
    _show_headlines(assessment, request.out)


def _checked(request: Request, catalogue: Catalogue) -> CheckResult:
    with reading_progress() as progress:
        return check_extract(
            request.files.extract,
            mapping=request.mapping,
            catalogue=catalogue,
            as_at=request.as_at,
            applications=request.files.applications,
            events=request.files.events,
            outreach=request.files.outreach,
            progress=progress,
        )


@contextmanager
def _previous(request: Request, result: CheckResult, catalogue: Catalogue) -> Iterator[Workforce | None]:
    """The workforce of the earlier year, read with the same mapping; ``None`` where none was given."""
    if request.files.previous_extract is None:
        yield None
        return
    with _read_previous(request, request.mapping or result.mapping, catalogue) as before:
        report_faults(before.faults, every_fault=None, beside=request.files.previous_extract)
        previous = require_usable(before)
        if result.workforce is not None and previous.snapshot_date >= result.workforce.snapshot_date:
            typer.echo(NOT_EARLIER.format(day=long_date(previous.snapshot_date)), err=True)
            raise typer.Exit(FAULTS_FOUND)
        with _held_by(request.engine, previous) as held:
            yield held


def _read_previous(request: Request, mapping: Mapping | None, catalogue: Catalogue) -> CheckResult:
    dated = SnapshotDate(date=request.files.previous_date) if request.files.previous_date else None
    with reading_progress() as progress:
        return check_extract(
            request.files.previous_extract or request.files.extract,
            mapping=mapping.model_copy(update={"snapshot": dated}) if mapping else None,
            catalogue=catalogue,
            as_at=request.as_at,
            progress=progress,
        )


def _require_formats(wanted: tuple[str, ...]) -> None:
    if not wanted or not set(wanted) <= set(FORMATS):
        typer.echo(f"--format takes one or more of {', '.join(FORMATS)}, with commas between.", err=True)
        raise typer.Exit(WRONG_USAGE)


def _require_one_year_or_no_rounding(request: Request, policy: DisclosurePolicy) -> None:
    if request.files.previous_extract is not None and policy.rounding.method != "none":
        typer.echo(ROUNDED_YEARS, err=True)
        raise typer.Exit(WRONG_USAGE)


def _require_engine(engine: str) -> None:
    try:
        if engine == SPARK:
            require_spark()
    except SparkUnavailable as error:
        raise _wrong_usage(error) from error


@contextmanager
def _held_by(engine: str, workforce: Workforce) -> Iterator[Workforce]:
    """The workforce with its tables in the engine that is to measure them."""
    try:
        with in_spark(workforce) if engine == SPARK else nullcontext(workforce) as held:
            yield held
    except SparkUnavailable as error:
        raise _wrong_usage(error) from error


def _policy(policy_id: str, catalogue: Catalogue) -> DisclosurePolicy:
    try:
        return catalogue.policy(policy_id)
    except StandardsError as error:
        raise _wrong_usage(error) from error


def _crossings(request: Request, workforce: Workforce) -> tuple[tuple[str, ...], ...] | None:
    """The characteristics to look at together, as asked for."""
    held = [each.variable for each in workforce.characteristics]
    for crossing in request.crossings or ():
        if len(set(crossing)) < max(2, len(crossing)) or not set(crossing) <= set(held):
            typer.echo(
                f"--cross takes two or more different characteristics, with commas between, out of: {', '.join(held)}.",
                err=True,
            )
            raise typer.Exit(WRONG_USAGE)
    return request.crossings


def _digest(mapping: Mapping | None) -> str:
    """The SHA-256 of the mapping that the extract was read with, as it would be written to a file."""
    return sha256(mapping_to_yaml(mapping).encode()).hexdigest() if mapping else ""


def _with_ledger(
    choices: Choices, workforce: Workforce, request: Request
) -> tuple[Choices, Callable[[Release], None] | None]:
    """The choices with what the ledger says was released before, and how the release is entered; as asked for."""
    ledger = request.ledger
    if ledger is None:
        return choices, None
    try:
        history = history_of_staff(ledger, workforce)
    except LedgerBroken as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(FAULTS_FOUND) from error

    def enter_release(released: Release) -> None:
        enter(released, history, ledger, choices.policy, on=choices.as_at)

    return replace(choices, history=history), enter_release


def _assessed(
    years: tuple[Workforce, Workforce | None],
    choices: Choices,
    catalogue: Catalogue,
    enter_release: Callable[[Release], None] | None,
) -> Assessment:
    workforce, previous = years
    who = _who(workforce)
    if not who:
        typer.echo(NO_PEOPLE, err=True)
        raise typer.Exit(FAULTS_FOUND)
    typer.echo(f"Measuring {who} and protecting every table …", err=True)
    try:
        return assess_workforce(workforce, choices, catalogue=catalogue, previous=previous, enter=enter_release)
    except StandardsError as error:
        raise _wrong_usage(error) from error
    except ReleaseRefused as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(FAULTS_FOUND) from error


def _who(workforce: Workforce) -> str:
    """Whom there is anything to measure about, in words; nothing for nobody."""
    held = (
        (workforce.person_count, "person", "people"),
        (workforce.applications_companion.row_count, "application", "applications"),
        (workforce.participants_companion.row_count, "participant in outreach", "participants in outreach"),
    )
    return listed([counted(number, one, many) for number, one, many in held if number])


def _wrong_usage(error: Exception) -> typer.Exit:
    typer.echo(str(error), err=True)
    return typer.Exit(WRONG_USAGE)


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
