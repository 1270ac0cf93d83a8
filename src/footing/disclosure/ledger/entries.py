"""One entry of the ledger, as a value and as a line of JSON."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from footing.disclosure.ledger.fingerprint import Fingerprint
from footing.tables import Coordinate

Kind = Literal["release", "correction", "withdrawal"]
Method = Literal["none", "nearest", "controlled"]


@dataclass(frozen=True, slots=True)
class PrintedCells:
    """What a release printed of one set of people: counts, cells kept back, and the fingerprint of the people.

    ``withheld`` says of each count that was kept back the least it can be by the rule. No such count is in it, nor
    which of them were small.
    """

    population: str
    shown: Mapping[Coordinate, int]
    withheld: Mapping[Coordinate, int]
    people: Fingerprint | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A release or a correction, with what it printed; or the withdrawal of one.

    ``of`` is the number of the entry that is corrected or withdrawn. What was published once stays known: a withdrawn
    release protects nobody, and still counts in all that come after.
    """

    kind: Kind
    on: dt.date
    snapshot: str = ""
    policy: str = ""
    threshold: int = 0
    rounding: Method = "none"
    printed: tuple[PrintedCells, ...] = ()
    tables: tuple[str, ...] = ()
    of: int | None = None
    reason: str = ""


def as_content(entry: LedgerEntry) -> dict[str, Any]:
    """The entry as JSON would have it."""
    return {
        "kind": entry.kind,
        "on": entry.on.isoformat(),
        "snapshot": entry.snapshot,
        "policy": entry.policy,
        "threshold": entry.threshold,
        "rounding": entry.rounding,
        "tables": list(entry.tables),
        "of": entry.of,
        "reason": entry.reason,
        "printed": [_printed_content(each) for each in entry.printed],
    }


def from_content(content: Mapping[str, Any]) -> LedgerEntry:
    """The entry that JSON describes. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    return LedgerEntry(
        kind=content["kind"],
        on=dt.date.fromisoformat(content["on"]),
        snapshot=content["snapshot"],
        policy=content["policy"],
        threshold=int(content["threshold"]),
        rounding=content["rounding"],
        tables=tuple(content["tables"]),
        of=content["of"],
        reason=content["reason"],
        printed=tuple(_printed(each) for each in content["printed"]),
    )


def as_text(content: Mapping[str, Any]) -> str:
    """One line of JSON, the same for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _printed_content(printed: PrintedCells) -> dict[str, Any]:
    people = printed.people
    return {
        "population": printed.population,
        "shown": [[list(map(list, cell)), count] for cell, count in sorted(printed.shown.items())],
        "withheld": [[list(map(list, cell)), least] for cell, least in sorted(printed.withheld.items())],
        "people": None if people is None else {"key": people.key_id, "sums": [f"{each:x}" for each in people.sums]},
    }


def _printed(content: Mapping[str, Any]) -> PrintedCells:
    people = content["people"]
    return PrintedCells(
        population=content["population"],
        shown={_cell(pairs): int(count) for pairs, count in content["shown"]},
        withheld={_cell(pairs): int(least) for pairs, least in content["withheld"]},
        people=None if people is None else Fingerprint(people["key"], tuple(int(each, 16) for each in people["sums"])),
    )


def _cell(pairs: list[list[str]]) -> Coordinate:
    return tuple((str(variable), str(code)) for variable, code in pairs)
