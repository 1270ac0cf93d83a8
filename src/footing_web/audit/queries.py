"""Reading the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from footing_web.audit.chain import digest_of
from footing_web.audit.models import AuditEntry


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What came of following the digests of one log: how many entries, and the first number that does not fit."""

    entries: int
    broken_at: int | None

    @property
    def whole(self) -> bool:
        """Whether every entry is there and says what it said."""
        return self.broken_at is None


def entries_of(organisation_id: UUID | None) -> QuerySet[AuditEntry]:
    """The log of one organisation, oldest first; of the service itself for ``None``."""
    return AuditEntry.objects.filter(organisation_id=organisation_id).order_by("number")


def check_chain(organisation_id: UUID | None) -> ChainCheck:
    """Follow the digests of a log from its first entry to its last."""
    return follow(entries_of(organisation_id).iterator(chunk_size=2000))


def follow(entries: Iterable[AuditEntry]) -> ChainCheck:
    """Whether these entries, in order, are numbered from 1 without a gap and each tied to the one before."""
    before, count = "", 0
    for count, entry in enumerate(entries, start=1):
        if entry.number != count or entry.previous_digest != before or entry.digest != digest_of(entry):
            return ChainCheck(count, broken_at=count)
        before = entry.digest
    return ChainCheck(count, broken_at=None)
