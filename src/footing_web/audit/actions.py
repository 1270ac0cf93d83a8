"""Adding to the log. Nothing else can be done to it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.audit.chain import digest_of
from footing_web.audit.kinds import KINDS
from footing_web.audit.models import AuditEntry

LONGEST_FACT = 80
"""Longer than any code, role, digest or list of field names; shorter than what a person would type."""

_through: ContextVar[str] = ContextVar("through", default="")

Fact = str | int | bool


class NotForTheLog(ValueError):
    """An action or a fact that the log does not take. Raised to the programmer, never shown to a visitor."""


@contextmanager
def through(way: str) -> Iterator[None]:
    """Everything entered inside was done by this way: ``key:…`` for a key of the API, ``command:…``, ``job:…``."""
    before = _through.set(way)
    try:
        yield
    finally:
        _through.reset(before)


def write_entry(
    action: str,
    *,
    by: int | str | UUID | None,
    organisation: UUID | None,
    subject: str,
    facts: Mapping[str, Fact] | None = None,
) -> AuditEntry:
    """Add one entry, in the transaction of what it tells of.

    ``by`` is the id of a user, or ``None`` for the service itself; ``subject`` is ``kind:id``. Raises ``NotForTheLog``
    for an action that is not in ``KINDS`` and for a fact that its kind does not name.
    """
    _require_listed(action, facts or {})
    entry = AuditEntry(
        organisation_id=organisation,
        at=timezone.now(),
        action=action,
        by="" if by is None else str(by),
        through=_through.get(),
        subject=_one_line(subject),
        facts=dict(facts or {}),
    )
    with transaction.atomic(), scopes_disabled():
        _take_place(entry)
        entry.save(force_insert=True)
    return entry


def _take_place(entry: AuditEntry) -> None:
    """The next number of the chain, and the digest that ties the entry to the one before."""
    _wait_for_turn(entry.organisation_id)
    last = AuditEntry.objects.filter(organisation_id=entry.organisation_id).order_by("-number").first()
    entry.number = last.number + 1 if last else 1
    entry.previous_digest = last.digest if last else ""
    entry.digest = digest_of(entry)


def _wait_for_turn(organisation_id: UUID | None) -> None:
    """One writer at a time for each chain. SQLite has one writer in all, since its transactions begin as writers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"audit {organisation_id}"])


def _require_listed(action: str, facts: Mapping[str, Fact]) -> None:
    kind = KINDS.get(action)
    if kind is None:
        raise NotForTheLog(f"L001 · “{action}” is not in the table of actions. Add it to audit/kinds.py.")
    for name, value in facts.items():
        if name not in kind.facts:
            raise NotForTheLog(f"L002 · “{action}” has no fact “{name}”. Add it to its line in audit/kinds.py.")
        if isinstance(value, str) and (len(value) > LONGEST_FACT or "@" in value):
            raise NotForTheLog(f"L003 · The fact “{name}” of “{action}” is too long, or is an address. Give a code.")
        if not isinstance(value, str | int | bool):
            raise NotForTheLog(f"L004 · The fact “{name}” of “{action}” is neither text, a whole number nor yes or no.")


def _one_line(subject: str) -> str:
    if "@" in subject or not subject.isprintable() or ":" not in subject:
        raise NotForTheLog("L005 · A subject is written kind:id, on one line, and never holds an address.")
    return subject
