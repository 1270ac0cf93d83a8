"""What ``footing protect`` does once it knows what was asked for: read, protect, enter in the ledger, write."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from footing.cli.recording import enter, read_history
from footing.disclosure import Release, ReleaseRefused
from footing.disclosure.ledger import History, LedgerBroken
from footing.disclosure.nearest import release_or_say_what_could_be
from footing.disclosure.search import THOROUGH, Price
from footing.disclosure.tabulating import DesignFault, Tabulated, load_design, protected_files, tabulate
from footing.disclosure.tabulating.places import WITHIN
from footing.disclosure.tabulating.writing import Form
from footing.disclosure.wider import propose_wider_groups
from footing.reporting.files import write_folder
from footing.standards import DisclosurePolicy, load_catalogue
from footing.standards.errors import StandardsError
from footing.workforce.limits import Limits

REFUSED = 1
WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Request:
    """One protection as somebody asked for it, nothing of it checked yet."""

    tables: tuple[Path, ...]
    out: Path
    policy: str
    hierarchy: Path | None
    keep: str
    on: dt.date
    ledger: Path | None = None
    snapshot: dt.date | None = None
    corrects: int | None = None
    reason: str = ""
    wider: bool = False


def carry_out(request: Request) -> Release:
    """Protect the tables and write them. Whatever stops it ends the command with a message and leaves no table."""
    try:
        policy = load_catalogue().policy(request.policy)
        tabulated = _tabulated(request)
        released = _released(request, tabulated, policy)
        form: Form = "xlsx" if request.tables[0].suffix.lower() == ".xlsx" else "csv"
        write_folder(request.out, protected_files(released, tabulated, form))
        if request.wider:
            _propose(tabulated, policy)
    except StandardsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USAGE) from error
    except (DesignFault, ReleaseRefused, LedgerBroken) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(REFUSED) from error
    except OSError as error:
        typer.echo(f"The tables cannot be written to {request.out} ({error.strerror}).", err=True)
        raise typer.Exit(WRONG_USAGE) from error
    return released


def _propose(tabulated: Tabulated, policy: DisclosurePolicy) -> None:
    proposals = propose_wider_groups(tabulated.raw, policy=policy)
    for proposal in proposals:
        typer.echo(proposal.statement.replace(WITHIN, " / "), err=True)
    if not proposals:
        typer.echo("No wider groups of one characteristic would show more people.", err=True)


def _tabulated(request: Request) -> Tabulated:
    tabulated = tabulate(request.tables, load_design(request.hierarchy) if request.hierarchy else None, Limits())
    if request.hierarchy is None:
        taken = tabulated.design.model_dump(exclude_defaults=True)
        typer.echo(f"No --hierarchy given, so taken as: {taken}", err=True)
    return tabulated


def _released(request: Request, tabulated: Tabulated, policy: DisclosurePolicy) -> Release:
    """The release, entered in the ledger where there is one: before its files are written, so that it is on record."""
    search = replace(THOROUGH, price=Price(request.keep))
    if request.ledger is None:
        return release_or_say_what_could_be(tabulated.raw, policy=policy, search=search)
    history = _history(request, request.ledger, tabulated)
    released = release_or_say_what_could_be(tabulated.raw, policy=policy, search=search, history=history)
    enter(released, history, request.ledger, policy, on=request.on, corrects=request.corrects, reason=request.reason)
    return released


def _history(request: Request, ledger: Path, tabulated: Tabulated) -> History:
    return read_history(
        ledger,
        snapshot=(request.snapshot or request.on).isoformat(),
        populations=[each.name for each in tabulated.raw.populations],
        keys=tabulated.keys,
    )
