"""The ledger as the commands use it: read before anything is protected, and added to before anything leaves."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from footing.disclosure import Release
from footing.disclosure.ledger import (
    History,
    ReadLedger,
    append_entry,
    history_from,
    ledger_key,
    printed_cells,
    read_ledger,
)
from footing.standards import DisclosurePolicy

if TYPE_CHECKING:
    from footing.workforce import Workforce


def read_history(
    ledger: Path, *, snapshot: str, populations: Iterable[str], keys: Mapping[str, Iterable[str]] | None = None
) -> History:
    """What the ledger says of earlier releases. Raises ``LedgerBroken``."""
    return history_from(_read(ledger), ledger, snapshot=snapshot, populations=populations, keys=keys or {})


def staff_history(ledger: Path, workforce: "Workforce") -> History:
    """What the ledger says of earlier assessments of these people. Raises ``LedgerBroken``."""
    from footing.assessment.history import history_of_staff

    return history_of_staff(_read(ledger), workforce, lambda: ledger_key(ledger))


def _read(ledger: Path) -> ReadLedger:
    found = read_ledger(ledger)
    for notice in found.notices:
        typer.echo(notice, err=True)
    return found


def enter(
    released: Release,
    history: History,
    ledger: Path,
    policy: DisclosurePolicy,
    *,
    on: dt.date,
    corrects: int | None = None,
    reason: str = "",
) -> None:
    """Enter a release in the ledger. Called before its files are written: what may have left is always on record."""
    tables = (table.id for table in released.tables)
    entry = history.entry(on, policy, printed_cells(released, history), tables, corrects=corrects, reason=reason)
    number = append_entry(ledger, entry)
    typer.echo(f"Entered in {ledger} as number {number}.", err=True)
