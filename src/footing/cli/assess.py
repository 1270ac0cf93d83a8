"""``footing assess``: from an extract to a protected report, in one command."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

DEFAULT_POLICY = "publish-10"
DEFAULT_FORMATS = "html,json,csv"
DEFAULT_REPORT = "assessment"


def assess(
    extract: Annotated[Path, typer.Argument(help="CSV, XLSX, XLS, ODS or Parquet: one row for each person.")],
    *,
    out: Annotated[Path, typer.Option(help="The folder to write the report to.", file_okay=False)],
    mapping: Annotated[Path | None, typer.Option(help="The mapping of columns and words, as YAML.")] = None,
    applications: Annotated[Path | None, typer.Option(help="A file of applications, one row each.")] = None,
    events: Annotated[Path | None, typer.Option(help="A file of dated events: joined, promoted, moved, left.")] = None,
    outreach: Annotated[Path | None, typer.Option(help="A file of people who took part in outreach.")] = None,
    previous_extract: Annotated[
        Path | None, typer.Option(help="The staff extract of an earlier year, for what has changed since.")
    ] = None,
    previous_date: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that the extract of the earlier year is of."),
    ] = None,
    organisation: Annotated[str | None, typer.Option(help="The organisation's name, for the report.")] = None,
    policy: Annotated[
        str, typer.Option(help="A disclosure policy (footing reference list policies).")
    ] = DEFAULT_POLICY,
    benchmark: Annotated[
        list[str] | None,
        typer.Option(
            help="A benchmark to compare with; may be given again.", show_default="the national ones that fit"
        ),
    ] = None,
    cross: Annotated[
        list[str] | None,
        typer.Option(
            help="Characteristics to look at together, with commas, such as grade,sex,ethnicity; may be given again.",
            show_default="grade with each other one",
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", help="With commas: html, json, csv, pdf, docx, xlsx, ods, bundle.")
    ] = DEFAULT_FORMATS,
    report: Annotated[
        list[str] | None,
        typer.Option(
            help="A kind of report; may be given again: assessment, appendix, board, hiring, leaders, pay, staff, "
            "statement, year-on-year.",
            show_default="assessment",
        ),
    ] = None,
    language: Annotated[
        str, typer.Option(help="en-GB; or cy, for a statement or a staff summary in Welsh that nobody has reviewed.")
    ] = "en-GB",
    contact: Annotated[str | None, typer.Option(help="Whom to ask about a figure, for the report.")] = None,
    corrections: Annotated[
        Path | None, typer.Option(help="A YAML list of corrections to the report: date and said.")
    ] = None,
    as_at: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that counts as today.", show_default="today"),
    ] = None,
    engine: Annotated[
        Literal["duckdb", "spark"],
        typer.Option(help="What measures; spark needs Footing's extra of that name and Java."),
    ] = "duckdb",
    faults: Annotated[Path | None, typer.Option(help="Write every fault, row by row, to this CSV file.")] = None,
    ledger: Annotated[
        Path | None, typer.Option(help="The ledger of what was released of these people; the report is entered in it.")
    ] = None,
) -> None:
    """Assess an extract: measure, protect, and write a report that can be published."""
    from footing.cli.assessing import Request, carry_out
    from footing.cli.check import load_given_mapping, today
    from footing.cli.publishing import publication_of, require_kinds

    request = Request(
        extract=extract,
        out=out,
        as_at=today(as_at),
        policy=policy,
        formats=tuple(each.strip().lower() for each in formats.split(",") if each.strip()),
        kinds=require_kinds(report or [DEFAULT_REPORT], language),
        publication=publication_of(contact, corrections, language),
        mapping=load_given_mapping(mapping),
        applications=applications,
        events=events,
        outreach=outreach,
        previous_extract=previous_extract,
        previous_date=previous_date.date() if previous_date else None,
        organisation=organisation,
        benchmarks=tuple(benchmark) if benchmark else None,
        crossings=tuple(tuple(each.strip() for each in one.split(",")) for one in cross) if cross else None,
        engine=engine,
        faults=faults,
        ledger=ledger,
    )
    carry_out(request)
