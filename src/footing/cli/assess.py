"""``footing assess``: from an extract to a protected report, in one command."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

DEFAULT_POLICY = "publish-10"
DEFAULT_FORMATS = "html,json,csv"
DEFAULT_REPORT = "assessment"

DAY = ["%Y-%m-%d"]

ExtractFile = Annotated[Path, typer.Argument(help="CSV, XLSX, XLS, ODS or Parquet: one row for each person.")]
OutFolder = Annotated[Path, typer.Option(help="The folder to write the report to.", file_okay=False)]
MappingFile = Annotated[Path | None, typer.Option(help="The mapping of columns and words, as YAML.")]
ApplicationsFile = Annotated[Path | None, typer.Option(help="A file of applications, one row each.")]
EventsFile = Annotated[Path | None, typer.Option(help="A file of dated events: joined, promoted, moved, left.")]
OutreachFile = Annotated[Path | None, typer.Option(help="A file of people who took part in outreach.")]
PreviousExtract = Annotated[
    Path | None, typer.Option(help="The staff extract of an earlier year, for what has changed since.")
]
PreviousDate = Annotated[
    dt.datetime | None,
    typer.Option(formats=DAY, help="The day that the extract of the earlier year is of."),
]
Organisation = Annotated[str | None, typer.Option(help="The organisation's name, for the report.")]
Policy = Annotated[str, typer.Option(help="A disclosure policy (footing reference list policies).")]
Benchmarks = Annotated[
    list[str] | None,
    typer.Option(help="A benchmark to compare with; may be given again.", show_default="the national ones that fit"),
]
CoalitionFile = Annotated[
    Path | None, typer.Option(help="A file of benchmarks that a coalition pooled of its members.")
]
Crossings = Annotated[
    list[str] | None,
    typer.Option(
        help="Characteristics to look at together, with commas, such as grade,sex,ethnicity; may be given again.",
        show_default="grade with each other one",
    ),
]
Formats = Annotated[str, typer.Option("--format", help="With commas: html, json, csv, pdf, docx, xlsx, ods, bundle.")]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        help="A kind of report; may be given again: assessment, appendix, board, coalition, hiring, leaders, pay, "
        "staff, statement, year-on-year.",
        show_default="assessment",
    ),
]
Language = Annotated[
    str, typer.Option(help="en-GB; or cy, for a statement or a staff summary in Welsh that nobody has reviewed.")
]
Contact = Annotated[str | None, typer.Option(help="Whom to ask about a figure, for the report.")]
CorrectionsFile = Annotated[Path | None, typer.Option(help="A YAML list of corrections to the report: date and said.")]
AsAt = Annotated[
    dt.datetime | None,
    typer.Option(formats=DAY, help="The day that counts as today.", show_default="today"),
]
Engine = Annotated[
    Literal["duckdb", "spark"],
    typer.Option(help="What measures; spark needs Footing's extra of that name and Java."),
]
FaultsFile = Annotated[Path | None, typer.Option(help="Write every fault, row by row, to this CSV file.")]
LedgerFile = Annotated[
    Path | None, typer.Option(help="The ledger of what was released of these people; the report is entered in it.")
]


def assess(
    extract: ExtractFile,
    *,
    out: OutFolder,
    mapping: MappingFile = None,
    applications: ApplicationsFile = None,
    events: EventsFile = None,
    outreach: OutreachFile = None,
    previous_extract: PreviousExtract = None,
    previous_date: PreviousDate = None,
    organisation: Organisation = None,
    policy: Policy = DEFAULT_POLICY,
    benchmark: Benchmarks = None,
    coalition: CoalitionFile = None,
    cross: Crossings = None,
    formats: Formats = DEFAULT_FORMATS,
    report: Reports = None,
    language: Language = "en-GB",
    contact: Contact = None,
    corrections: CorrectionsFile = None,
    as_at: AsAt = None,
    engine: Engine = "duckdb",
    faults: FaultsFile = None,
    ledger: LedgerFile = None,
) -> None:
    """Assess an extract: measure, protect, and write a report that can be published."""
    from footing.cli.assessing import Files, Request, carry_out
    from footing.cli.check import load_given_mapping, today
    from footing.cli.publishing import publication_of, require_kinds

    before = previous_date.date() if previous_date else None
    request = Request(
        files=Files(extract, applications, events, outreach, previous_extract, before),
        out=out,
        as_at=today(as_at),
        policy=policy,
        formats=_parts(formats.lower()),
        kinds=require_kinds(report or [DEFAULT_REPORT], language),
        publication=publication_of(contact, corrections, language),
        mapping=load_given_mapping(mapping),
        organisation=organisation,
        benchmarks=tuple(benchmark) if benchmark else None,
        coalition=coalition,
        crossings=tuple(map(_parts, cross)) if cross else None,
        engine=engine,
        faults=faults,
        ledger=ledger,
    )
    carry_out(request)


def _parts(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(each.strip() for each in text.split(",") if each.strip())
