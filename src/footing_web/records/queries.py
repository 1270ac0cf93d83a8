"""Reading from the store."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from footing_web.accounts.models import Organisation
from footing_web.records.keys import MasterKeys, context_of_record, unwrap_data_key
from footing_web.records.models import DeletedRecord, OrganisationKey, Record
from footing_web.records.private_folder import private_folder
from footing_web.records.sealing import open_file, open_text
from footing_web.records.storing import stored


def master_keys() -> MasterKeys:
    """The master keys that this service was given."""
    return MasterKeys(settings.RECORD_KEYS)


def name_of(record: Record) -> str:
    """The name that the file was handed in under."""
    return open_text(bytes(record.sealed_name), key=_data_key(record), context=context_of_record(record.pk)).decode()


def pieces_of(record: Record) -> Iterator[bytes]:
    """What a record holds, piece by piece. Raises ``NotOpened``; what came before must then not be used."""
    with stored(record.storage_name) as sealed:
        yield from open_file(sealed, key=_data_key(record), context=context_of_record(record.pk))


def content_of(record: Record) -> bytes:
    """What a small record holds, such as a mapping."""
    return b"".join(pieces_of(record))


def write_opened(record: Record, folder: Path, name: str) -> Path:
    """Decrypt a record into a private folder, as a file of this name; where it lies."""
    path = folder / name
    with path.open("wb") as plain:
        for piece in pieces_of(record):
            plain.write(piece)
    return path


@contextmanager
def opened(record: Record) -> Iterator[Path]:
    """A record, decrypted under its own name into a private folder, which is wiped at the end."""
    with private_folder(record.size) as folder:
        yield write_opened(record, folder, name_of(record))


def deletions(organisation: Organisation) -> QuerySet[Any]:
    """The evidence of what was deleted, newest first."""
    found: QuerySet[Any] = DeletedRecord.objects.filter(organisation=organisation)
    return found


def due(on: dt.date) -> QuerySet[Any]:
    """The records of the organisations in scope whose last day was before ``on``."""
    found: QuerySet[Any] = Record.objects.filter(retain_until__lt=on)
    return found


def organisation_key(organisation_id: UUID, version: int) -> bytes:
    """The key of an organisation. Raises ``NotOpened`` where the master key that wrapped it is not held."""
    key = OrganisationKey.objects.get(organisation_id=organisation_id, version=version)
    return master_keys().unwrap(
        bytes(key.wrapped), name=key.master_name, organisation=organisation_id, version=key.version
    )


def _data_key(record: Record) -> bytes:
    return unwrap_data_key(
        bytes(record.wrapped_key),
        organisation_key=organisation_key(record.organisation_id, record.key_version),
        record=record.pk,
    )
