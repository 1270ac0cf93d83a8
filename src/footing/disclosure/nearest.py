"""What could be released instead of tables that were refused."""

from footing.disclosure.ledger.history import History
from footing.disclosure.release import release
from footing.disclosure.result import Release, ReleaseRefused
from footing.disclosure.search import Search
from footing.standards import DisclosurePolicy
from footing.tables.raw import RawRelease, RawTable
from footing.tables.words import listed

MOST_TABLES = 12
"""With more tables than this, trying them one after another takes too long: those of earlier releases are tried."""


def release_or_say_what_could_be(
    raw: RawRelease, *, policy: DisclosurePolicy, search: Search | None = None, history: History | None = None
) -> Release:
    """``release``; a refusal of several tables says as well which of them could be released together."""
    try:
        return release(raw, policy=policy, search=search, history=history)
    except ReleaseRefused as refusal:
        possible = nearest_release(raw, policy=policy, search=search, history=history) if len(raw.tables) > 1 else ()
        if not possible:
            raise
        named = f"{refusal.next_step} These tables could be released together: {listed(possible)}."
        raise ReleaseRefused(refusal.code, refusal.reason, named) from refusal


def nearest_release(
    raw: RawRelease, *, policy: DisclosurePolicy, search: Search | None = None, history: History | None = None
) -> tuple[str, ...]:
    """The ids of tables that can be released together: each in its order, where those before it still can.

    Of more than ``MOST_TABLES`` those that an earlier release held. Empty where not even one can, or those cannot.
    """
    if len(raw.tables) > MOST_TABLES:
        return _released_before(raw, policy=policy, search=search, history=history)
    kept: list[RawTable] = []
    for table in raw.tables:
        try:
            release(_only(raw, [*kept, table]), policy=policy, search=search, history=history)
        except ReleaseRefused:
            continue
        kept.append(table)
    return tuple(table.id for table in kept)


def _released_before(
    raw: RawRelease, *, policy: DisclosurePolicy, search: Search | None, history: History | None
) -> tuple[str, ...]:
    """The ids of the tables that an earlier release held, if they can be released together."""
    before = {table for entry in (history.entries if history else ()) for table in entry.tables}
    tables = [table for table in raw.tables if table.id in before]
    if not 0 < len(tables) < len(raw.tables):
        return ()
    try:
        release(_only(raw, tables), policy=policy, search=search, history=history)
    except ReleaseRefused:
        return ()
    return tuple(table.id for table in tables)


def _only(raw: RawRelease, tables: list[RawTable]) -> RawRelease:
    populations = {table.population for table in tables}
    return RawRelease(tuple(each for each in raw.populations if each.name in populations), tuple(tables))
