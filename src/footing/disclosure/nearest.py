"""What could be released instead of tables that were refused."""

from footing.disclosure.ledger.history import History
from footing.disclosure.release import release
from footing.disclosure.result import Release, ReleaseRefused
from footing.disclosure.search import Search
from footing.standards import DisclosurePolicy
from footing.tables.raw import RawRelease, RawTable
from footing.tables.words import listed

MOST_TABLES = 12
"""With more tables than this, trying them one after another would take too long."""


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

    Empty where not even one can, or where there are more than ``MOST_TABLES``.
    """
    kept: list[RawTable] = []
    for table in raw.tables if len(raw.tables) <= MOST_TABLES else ():
        try:
            release(_only(raw, [*kept, table]), policy=policy, search=search, history=history)
        except ReleaseRefused:
            continue
        kept.append(table)
    return tuple(table.id for table in kept)


def _only(raw: RawRelease, tables: list[RawTable]) -> RawRelease:
    populations = {table.population for table in tables}
    return RawRelease(tuple(each for each in raw.populations if each.name in populations), tuple(tables))
