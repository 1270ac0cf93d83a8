"""The ledger as the commands use it: read before anything is protected, and added to before anything leaves."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from footing.disclosure import Release
from footing.disclosure.ledger import History, append_entry, history_from, printed_cells, read_ledger
from footing.standards import DisclosurePolicy

if TYPE_CHECKING:
    from footing.workforce import Workforce


def read_history(
    ledger: Path, *, snapshot: str, populations: Iterable[str], keys: Mapping[str, Iterable[str]] | None = None
) -> History:
    """What the ledger says of earlier releases. Raises ``LedgerBroken``."""
    found = read_ledger(ledger)
    for notice in found.notices:
        typer.echo(notice, err=True)
    return history_from(found, ledger, snapshot=snapshot, populations=populations, keys=keys or {})


def history_of_staff(ledger: Path, workforce: "Workforce") -> History:
    """What the ledger says of earlier assessments of these people. Raises ``LedgerBroken``."""
    from footing.measures.staff import STAFF

    keys = workforce.people.select("person_key").to_pyarrow().column("person_key").to_pylist()
    history = read_history(
        ledger,
        snapshot=workforce.snapshot_date.isoformat(),
        populations=[STAFF],
        keys={STAFF: map(str, keys)} if keys else {},
    )
    return replace(history, names={})


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
