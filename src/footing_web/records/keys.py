"""The keys around the keys: a master key wraps an organisation's key, which wraps the key of each record.

Master keys lie outside the database and the storage. To rotate one, put a new one first and wrap the organisations'
keys again; no record is touched. To delete a record for good, destroy its wrapped key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from footing_web.records.sealing import NotOpened, open_text, seal_text


@dataclass(frozen=True, slots=True)
class MasterKeys:
    """The master keys with their names; the first wraps, the others only open what was wrapped before."""

    keys: Sequence[tuple[str, bytes]]

    @property
    def current_name(self) -> str:
        """The name of the key that wraps."""
        return self.keys[0][0]

    def wrap(self, organisation_key: bytes, *, organisation: UUID, version: int) -> bytes:
        """The key of an organisation, wrapped with the current master key."""
        return seal_text(organisation_key, key=self.keys[0][1], context=_of_organisation(organisation, version))

    def unwrap(self, wrapped: bytes, *, name: str, organisation: UUID, version: int) -> bytes:
        """The key of an organisation; raises NotOpened when no master key of that name is held any more."""
        held = dict(self.keys).get(name)
        if held is None:
            raise NotOpened(f'The master key "{name}" is not among those given to this service.')
        return open_text(wrapped, key=held, context=_of_organisation(organisation, version))


def wrap_data_key(data_key: bytes, *, organisation_key: bytes, record: UUID) -> bytes:
    """The key of one record, wrapped with the key of its organisation."""
    return seal_text(data_key, key=organisation_key, context=context_of_record(record))


def unwrap_data_key(wrapped: bytes, *, organisation_key: bytes, record: UUID) -> bytes:
    """The key of one record; raises NotOpened where it was wrapped for another record or with another key."""
    return open_text(wrapped, key=organisation_key, context=context_of_record(record))


def context_of_record(record: UUID) -> bytes:
    """What binds a sealed record to its own row."""
    return b"record:" + record.bytes


def _of_organisation(organisation: UUID, version: int) -> bytes:
    return b"organisation:" + organisation.bytes + version.to_bytes(4, "big")
