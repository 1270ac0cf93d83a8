"""Writing to the store: keep, delete with evidence, rotate keys, and what is done without being asked."""

import datetime as dt
from functools import partial
from typing import BinaryIO
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts.models import Organisation
from footing_web.accounts.scoping import in_organisation
from footing_web.records import queries
from footing_web.records.keys import context_of_record, unwrap_data_key, wrap_data_key
from footing_web.records.models import DeletedRecord, DeletionReason, OrganisationKey, Record
from footing_web.records.sealing import new_key, seal_text
from footing_web.records.storing import remove_stored, storage, store_sealed, stored_names

STRAY_AFTER = dt.timedelta(hours=6)
"""A file of the storage that no record has for so long is left over from a write that was killed."""


def keep(*, organisation: Organisation, kind: str, file: BinaryIO, name: str, retain_until: dt.date) -> Record:
    """Encrypt a file and keep it until its last day. Where the transaction is undone, nothing readable stays behind."""
    record_id, data_key = uuid4(), new_key()
    context = context_of_record(record_id)
    storage_name, sealed = store_sealed(file, key=data_key, context=context)
    with transaction.atomic():
        version, wrapping = _current_key(organisation)
        return Record.objects.create(
            id=record_id,
            organisation=organisation,
            kind=kind,
            storage_name=storage_name,
            wrapped_key=wrap_data_key(data_key, organisation_key=wrapping, record=record_id),
            key_version=version,
            sealed_name=seal_text(name.encode(), key=data_key, context=context),
            size=sealed.size,
            digest_sha256=sealed.digest_sha256,
            retain_until=retain_until,
        )


def delete(record: Record, *, by: UUID | None, reason: DeletionReason) -> DeletedRecord:
    """Destroy the key of a record and then its file, and leave evidence. ``by`` is ``None`` for the service itself."""
    with transaction.atomic():
        evidence = DeletedRecord.objects.create(
            id=record.pk,
            organisation=record.organisation,
            kind=record.kind,
            size=record.size,
            digest_sha256=record.digest_sha256,
            storage_name=record.storage_name,
            created_at=record.created_at,
            deleted_at=timezone.now(),
            reason=reason,
            by="" if by is None else str(by),
        )
        record.delete()
        transaction.on_commit(partial(_remove_file, evidence), robust=True)  # what fails is done again later
    return evidence


def delete_due(*, now: dt.datetime) -> int:
    """Delete every record whose last day has passed, of whatever organisation; how many there were."""
    with scopes_disabled():
        found = list(queries.due(timezone.localdate(now)).select_related("organisation"))
    for record in found:
        with in_organisation(record.organisation):
            delete(record, by=None, reason=DeletionReason.RETENTION)
    return len(found)


def finish_deletions() -> int:
    """Remove the files of deleted records that a killed process left behind; how many there were."""
    with scopes_disabled():
        unfinished = list(DeletedRecord.objects.filter(file_gone_at=None))
    for evidence in unfinished:
        _remove_file(evidence)
    return len(unfinished)


def remove_strays(*, now: dt.datetime) -> int:
    """Remove old files that no record has, whose keys were never stored; how many there were.

    It goes through the whole storage, so once an hour is enough.
    """
    with scopes_disabled():
        held = set(Record.objects.values_list("storage_name", flat=True))
    strays = [name for name in stored_names() if name not in held and _is_old(name, now)]
    return sum(map(remove_stored, strays))


def rotate_organisation_key(*, organisation: Organisation) -> int:
    """Give an organisation a new key, wrap the keys of all its records with it, and destroy the old one.

    Returns how many records there are. No file is touched.
    """
    with transaction.atomic(), in_organisation(organisation):
        _latest_key()  # locked, so that no record is kept with the old key meanwhile
        version, new = _add_key(organisation)
        records = list(Record.objects.select_for_update())
        for record in records:
            old = queries.organisation_key(organisation.pk, record.key_version)
            data_key = unwrap_data_key(bytes(record.wrapped_key), organisation_key=old, record=record.pk)
            record.wrapped_key = wrap_data_key(data_key, organisation_key=new, record=record.pk)
            record.key_version = version
            record.save(update_fields=["wrapped_key", "key_version"])
        OrganisationKey.objects.filter(version__lt=version).delete()
    return len(records)


def wrap_with_current_master() -> int:
    """Wrap with the current master key what older ones wrapped, so that those can go; how many there were."""
    masters = queries.master_keys()
    with transaction.atomic(), scopes_disabled():
        keys = list(OrganisationKey.objects.select_for_update().exclude(master_name=masters.current_name))
        for key in keys:
            plain = masters.unwrap(
                bytes(key.wrapped), name=key.master_name, organisation=key.organisation_id, version=key.version
            )
            key.wrapped = masters.wrap(plain, organisation=key.organisation_id, version=key.version)
            key.master_name = masters.current_name
            key.save(update_fields=["wrapped", "master_name"])
    return len(keys)


def _current_key(organisation: Organisation) -> tuple[int, bytes]:
    """The version of the key that wraps new records, and the key; the first is made when it is first needed."""
    latest = _latest_key()
    if latest is None:
        try:
            with transaction.atomic():
                return _add_key(organisation)
        except IntegrityError:  # another request was first
            latest = _latest_key()
    version = latest.version if latest else 1
    return version, queries.organisation_key(organisation.pk, version)


def _latest_key() -> OrganisationKey | None:
    """The key of the organisation in scope, locked until the end of the transaction."""
    found: OrganisationKey | None = OrganisationKey.objects.select_for_update().order_by("-version").first()
    return found


def _add_key(organisation: Organisation) -> tuple[int, bytes]:
    latest = OrganisationKey.objects.order_by("-version").first()
    version, masters, key = latest.version + 1 if latest else 1, queries.master_keys(), new_key()
    OrganisationKey.objects.create(
        organisation=organisation,
        version=version,
        wrapped=masters.wrap(key, organisation=organisation.pk, version=version),
        master_name=masters.current_name,
    )
    return version, key


def _remove_file(evidence: DeletedRecord) -> None:
    """Remove the file of a record that is gone, and note it once the storage has none of that name."""
    if remove_stored(evidence.storage_name):
        with scopes_disabled():
            DeletedRecord.objects.filter(pk=evidence.pk).update(file_gone_at=timezone.now())


def _is_old(name: str, now: dt.datetime) -> bool:
    return now - storage().get_modified_time(name) > STRAY_AFTER
