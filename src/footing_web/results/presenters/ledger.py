"""The ledger of releases in words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from footing.disclosure.ledger import ReadLedger
from footing.standards import UnknownReference, load_catalogue
from footing_web.results.models import Result


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """One entry: when, of which state of the records, under which policy, and the result that it was made for."""

    number: int
    kind: str
    on: dt.date
    snapshot: str
    policy: str
    tables: int
    shown: int
    withheld: int
    reason: str
    result: Result | None


def ledger_lines(ledger: ReadLedger, results: Iterable[Result]) -> list[LedgerItem]:
    """Every entry, the latest first."""
    by_number = {each.ledger_number: each for each in results}
    items = [
        LedgerItem(
            number=number,
            kind=entry.kind.capitalize(),
            on=entry.on,
            snapshot=entry.snapshot,
            policy=_policy(entry.policy),
            tables=len(entry.tables),
            shown=sum(len(each.shown) for each in entry.printed),
            withheld=sum(len(each.withheld) for each in entry.printed),
            reason=entry.reason,
            result=by_number.get(number),
        )
        for number, entry in enumerate(ledger.entries, start=1)
    ]
    return items[::-1]


def _policy(policy: str) -> str:
    try:
        return load_catalogue().policy(policy).title
    except UnknownReference:
        return policy
