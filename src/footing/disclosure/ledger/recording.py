"""What goes into the ledger of a release, and the history that a release is made with."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from footing.disclosure.ledger.entries import PrintedCells
from footing.disclosure.ledger.file import ReadLedger
from footing.disclosure.ledger.fingerprint import fingerprint_of, ledger_key
from footing.disclosure.ledger.history import History
from footing.disclosure.result import Release

SAME_PEOPLE = "people"
"""What the only population of a release is called in the ledger, whatever its file was called."""


def history_from(
    ledger: ReadLedger, path: Path, *, snapshot: str, populations: Iterable[str], keys: Mapping[str, Iterable[str]]
) -> History:
    """The history that the ledger at a path holds for records in the state ``snapshot``.

    ``keys`` are the keys of the people of each population, where they are known. A release of one population alone is
    taken to be of the same people as every other such release in the ledger: keep a ledger for each set of people.
    """
    names = list(populations)
    secret = ledger_key(path) if keys else b""
    return History(
        entries=ledger.entries,
        snapshot=snapshot,
        people={name: fingerprint_of(each, secret) for name, each in keys.items()},
        names={names[0]: SAME_PEOPLE} if len(names) == 1 else {},
    )


def printed_cells(released: Release, history: History) -> tuple[PrintedCells, ...]:
    """What a release prints of each set of people, for the ledger."""
    return tuple(
        PrintedCells(
            population=history.name(population),
            shown={cell: int(each.smallest) for cell, each in seen.items() if each.known},
            withheld={cell: int(each.smallest) for cell, each in seen.items() if not each.known},
            people=history.people.get(population),
        )
        for population, seen in released.seen.items()
    )
