"""``footing check``: whether an extract can be used, and if not, everything that is wrong with it."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from footing.cli.showing import show_json

if TYPE_CHECKING:
    from footing.workforce import CheckResult, CodedExtract, FaultReport, Mapping, Workforce

FAULTS_FOUND = 1
WRONG_USAGE = 2


def check(
    extract: Annotated[Path, typer.Argument(help="CSV, XLSX, XLS, ODS or Parquet: one row for each person.")],
    *,
    mapping: Annotated[Path | None, typer.Option(help="The mapping of columns and words, as YAML.")] = None,
    suggest_mapping: Annotated[
        Path | None, typer.Option(help="Write a complete draft of a mapping to this file, to read and change.")
    ] = None,
    applications: Annotated[Path | None, typer.Option(help="A file of applications, one row each.")] = None,
    events: Annotated[Path | None, typer.Option(help="A file of dated events: joined, promoted, moved, left.")] = None,
    outreach: Annotated[Path | None, typer.Option(help="A file of people who took part in outreach.")] = None,
    as_at: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that counts as today.", show_default="today"),
    ] = None,
    faults: Annotated[Path | None, typer.Option(help="Write every fault, row by row, to this CSV file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON for machines.")] = False,
) -> None:
    """Check an extract: read it, map its columns and words, and report everything that is wrong in one pass."""
    from footing.cli.reading_progress import reading_progress
    from footing.standards import load_catalogue
    from footing.workforce import check_extract

    if mapping is not None and suggest_mapping is not None:
        typer.echo("Give --mapping to use a mapping or --suggest-mapping to draft one, not both.", err=True)
        raise typer.Exit(WRONG_USAGE)
    given = load_given_mapping(mapping)
    with reading_progress() as progress:
        result = check_extract(
            extract,
            mapping=given,
            catalogue=load_catalogue(),
            as_at=today(as_at),
            applications=applications,
            events=events,
            outreach=outreach,
            progress=progress,
        )
    with result:
        if suggest_mapping is not None:
            _write_suggestion(result, suggest_mapping)
        report_faults(result.faults, every_fault=faults, beside=extract)
        (_show_result_as_json if as_json else _show_result)(result)
    if result.faults.errors:
        raise typer.Exit(FAULTS_FOUND)


def require_usable(result: "CheckResult") -> "Workforce":
    """The workforce of an extract that can be assessed; any other ends the command, saying what must be decided."""
    if result.workforce is None:
        _show_result(result)
        raise typer.Exit(FAULTS_FOUND)
    return result.workforce


def today(as_at: dt.datetime | None) -> dt.date:
    """The day given with --as-at, or the day on the user's own calendar."""
    return as_at.date() if as_at else dt.date.today()  # noqa: DTZ011


def load_given_mapping(path: Path | None) -> "Mapping | None":
    """The mapping in a file that the user gave; one that cannot be used ends the command."""
    from footing.workforce import MappingRefused, load_mapping

    try:
        return load_mapping(path) if path else None
    except MappingRefused as error:
        typer.echo(str(error.fault), err=True)
        raise typer.Exit(FAULTS_FOUND) from error


def report_faults(report: "FaultReport", *, every_fault: Path | None, beside: Path) -> None:
    """Show the first faults on stderr; write all of them to ``every_fault``, or ``beside`` the extract if many."""
    from footing.workforce.faults.report import SHOWN_FAULTS

    for line in report.lines():
        typer.echo(line, err=True)
    if every_fault is None and len(report.in_order) > SHOWN_FAULTS:
        every_fault = beside.with_name(f"{beside.stem}.faults.csv")
    if every_fault is not None and report.faults:
        try:
            report.write_csv(every_fault)
        except OSError as error:
            typer.echo(f"The faults cannot be written to {every_fault} ({error.strerror}).", err=True)
            raise typer.Exit(WRONG_USAGE) from error
        typer.echo(f"Every fault, row by row, is in {every_fault}.", err=True)


def _write_suggestion(result: "CheckResult", path: Path) -> None:
    from footing.workforce import write_mapping

    if result.suggestion is None:
        return
    try:
        write_mapping(result.suggestion.mapping, path)
    except OSError as error:
        typer.echo(f"The mapping cannot be written to {path} ({error.strerror}).", err=True)
        raise typer.Exit(WRONG_USAGE) from error
    typer.echo(f"The suggested mapping is in {path}.", err=True)


def _show_result(result: "CheckResult") -> None:
    """In one or two sentences on stderr: what was read, or what must be decided."""
    if result.coded is not None:
        held = f"{_listed(_rows_of(result.coded))}, at {result.coded.snapshot_date:%-d %B %Y}"
        typer.echo(f"{result.extract.path_name} can be assessed: {held}.", err=True)
        return
    count = result.faults.error_count
    errors = "1 error" if count == 1 else f"{count:,} errors"
    typer.echo(f"{result.extract.path_name} cannot be assessed yet: {errors}.", err=True)
    if result.suggestion and result.suggestion.undecided:
        typer.echo("Write the suggested mapping with --suggest-mapping FILE and decide in it:", err=True)
        for each in result.suggestion.undecided:
            typer.echo(f"  - {each}", err=True)


def _rows_of(coded: "CodedExtract") -> list[str]:
    """How many rows of each kind were coded, in words; nothing of what there is none of."""
    companions = {"applications": coded.applications, "participants of outreach": coded.participants}
    counts = {"people": coded.people.person_count}
    counts |= {what: each.row_count for what, each in companions.items() if each}
    return [f"{count:,} {what}" for what, count in counts.items() if count]


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _show_result_as_json(result: "CheckResult") -> None:
    coded, suggestion = result.coded, result.suggestion
    content: dict[str, Any] = {
        "extract": {"name": result.extract.path_name, "sha256": result.extract.digest_sha256},
        "usable": coded is not None,
        "people": coded.people.person_count if coded else None,
        "applications": coded.applications.row_count if coded and coded.applications else None,
        "events": coded.events.row_count if coded and coded.events else None,
        "participants": coded.participants.row_count if coded and coded.participants else None,
        "snapshot_date": str(coded.snapshot_date) if coded else None,
        "questions": [each.question_id for each in coded.people.questions] if coded else [],
        "characteristics": [each.variable for each in coded.people.characteristics] if coded else [],
        "mapping": result.mapping.model_dump(mode="json", exclude_defaults=True) if result.mapping else None,
        "undecided": list(suggestion.undecided) if suggestion else [],
        "report": result.faults.to_json(),
    }
    show_json(content)
