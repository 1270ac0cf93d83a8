"""``footing ledger``: what was released when, and the withdrawal of a release."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from footing.cli.showing import show_json

if TYPE_CHECKING:
    from footing.disclosure.ledger import LedgerEntry, ReadLedger

BROKEN = 1
WRONG_USAGE = 2

app = typer.Typer(help="What was released when: show a ledger, or record that a release was withdrawn.")


@app.command()
def show(
    ledger: Annotated[Path, typer.Argument(help="The ledger that releases were entered in.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON for machines.")] = False,
) -> None:
    """List every release, correction and withdrawal, and check that nothing was changed since."""
    found = _read(ledger)
    for notice in found.notices:
        typer.echo(notice, err=True)
    if as_json:
        show_json({"entries": [_content(number, each) for number, each in enumerate(found.entries, start=1)]})
        return
    for number, each in enumerate(found.entries, start=1):
        typer.echo(_line(number, each))


@app.command()
def withdraw(
    ledger: Annotated[Path, typer.Argument(help="The ledger that the release was entered in.")],
    number: Annotated[int, typer.Argument(help="The number of the release, as footing ledger show lists it.")],
    *,
    reason: Annotated[str, typer.Option(help="Why it is withdrawn, in words that can be published.")],
    on: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it was.", show_default="today")
    ] = None,
) -> None:
    """Record that a release was withdrawn. What it showed stays known, and still counts in what comes after."""
    from footing.cli.check import today
    from footing.disclosure.ledger import LedgerEntry, append_entry

    entries = _read(ledger).entries
    if not 1 <= number <= len(entries) or entries[number - 1].kind == "withdrawal":
        typer.echo(f"{ledger} has no release with the number {number}; footing ledger show lists them.", err=True)
        raise typer.Exit(WRONG_USAGE)
    append_entry(ledger, LedgerEntry("withdrawal", today(on), of=number, reason=reason))
    typer.echo(f"Release {number} is recorded as withdrawn.", err=True)


def _read(path: Path) -> "ReadLedger":
    from footing.disclosure.ledger import LedgerBroken, read_ledger

    try:
        return read_ledger(path)
    except LedgerBroken as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BROKEN) from error


def _line(number: int, entry: "LedgerEntry") -> str:
    of = f" of {entry.of}" if entry.of else ""
    tables = (
        f", {len(entry.tables)} tables of {entry.snapshot or 'one state'} under {entry.policy}" if entry.policy else ""
    )
    return f"{number}. {entry.on.isoformat()} {entry.kind}{of}{tables}{': ' if entry.reason else ''}{entry.reason}"


def _content(number: int, entry: "LedgerEntry") -> dict[str, object]:
    return {
        "number": number,
        "kind": entry.kind,
        "on": entry.on.isoformat(),
        "of": entry.of,
        "reason": entry.reason,
        "snapshot": entry.snapshot,
        "policy": entry.policy,
        "tables": list(entry.tables),
    }
