"""What ``footing protect`` does once it knows what was asked for: read, protect, enter in the ledger, write."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from footing.cli.recording import enter, read_history
from footing.disclosure import Release, ReleaseRefused
from footing.disclosure.ledger import History, LedgerBroken
from footing.disclosure.nearest import release_or_say_what_could_be
from footing.disclosure.search import FOR_MANY_CELLS, THOROUGH, Price, Search
from footing.disclosure.tabulating import (
    Chosen,
    DesignFault,
    TableDesign,
    Tabulated,
    load_design,
    protected_files,
    tabulate,
    tabulate_chosen,
)
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
    most_cells: int | None = None
    """How many cells chosen tables may have together; ``None`` where the tables are not to be chosen."""


def carry_out(request: Request) -> Release:
    """Protect the tables and write them. Whatever stops it ends the command with a message and leaves no table."""
    try:
        policy = load_catalogue().policy(request.policy)
        chosen = _chosen(request, policy)
        tabulated = chosen.tabulated if chosen else _tabulated(request)
        released = _released(request, tabulated, policy, FOR_MANY_CELLS if _is_large(chosen) else THOROUGH)
        form: Form = "xlsx" if request.tables[0].suffix.lower() == ".xlsx" else "csv"
        write_folder(request.out, protected_files(released, tabulated, form, chosen))
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
    tabulated = tabulate(request.tables, _design(request), Limits())
    _say_what_was_drafted(request, tabulated.design)
    return tabulated


def _chosen(request: Request, policy: DisclosurePolicy) -> Chosen | None:
    """The tables that are worth showing, where they are to be chosen; they are named before they are protected."""
    if request.most_cells is None:
        return None
    chosen = tabulate_chosen(request.tables, _design(request), Limits(), policy, request.most_cells)
    _say_what_was_drafted(request, chosen.tabulated.design)
    names = (" by ".join(columns) for columns in chosen.tabulated.design.tables)
    typer.echo(f"Chosen, {chosen.plan.cells:,} cells together: {'; '.join(names)}.", err=True)
    for name, reason in chosen.left_out():
        typer.echo(f"Left out with all that is finer: {name}. {reason}", err=True)
    if chosen.together is not None:
        typer.echo(f"Only tables of at most {chosen.together} dimensions were looked at.", err=True)
    return chosen


def _design(request: Request) -> TableDesign | None:
    return load_design(request.hierarchy) if request.hierarchy else None


def _say_what_was_drafted(request: Request, design: TableDesign) -> None:
    if request.hierarchy is None:
        typer.echo(f"No --hierarchy given, so taken as: {design.model_dump(exclude_defaults=True)}", err=True)


def _is_large(chosen: Chosen | None) -> bool:
    """Whether tables were chosen that are so large that they are protected part by part."""
    return chosen is not None and chosen.plan.cells > THOROUGH.together


def _released(request: Request, tabulated: Tabulated, policy: DisclosurePolicy, effort: Search) -> Release:
    """The release, entered in the ledger where there is one: before its files are written, so that it is on record."""
    search = replace(effort, price=Price(request.keep))
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
