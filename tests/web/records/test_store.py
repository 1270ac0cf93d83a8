"""What is kept can be opened by its own organisation, read by nobody else, and deleted for good, with evidence."""

import datetime as dt
import io
import os
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_scopes import scopes_disabled
from django_scopes.exceptions import ScopeError

from footing_web.accounts.scoping import in_organisation
from footing_web.records import actions, queries
from footing_web.records.models import DeletedRecord, DeletionReason, OrganisationKey, Record
from footing_web.records.sealing import NotOpened
from footing_web.records.storing import stored_names

ANSWER = b"Technical and craft occupations such as: motor mechanic"
LATER = dt.date(2099, 1, 1)


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings) -> Path:
    """A storage of its own for each test."""
    folder = tmp_path / "files"
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**django_settings.STORAGES, "default": backend}
    return folder


@pytest.fixture
def kept(organisation) -> Record:
    return keep(organisation)


def keep(organisation, text: bytes = ANSWER, until: dt.date = LATER) -> Record:
    with in_organisation(organisation):
        return actions.keep(
            organisation=organisation, kind="sheet", file=io.BytesIO(text), name="Staff of 2024.csv", retain_until=until
        )


def content(record: Record) -> bytes:
    with in_organisation(record.organisation):
        return queries.content_of(Record.objects.get(pk=record.pk))


def everything_stored(files: Path) -> bytes:
    """Every byte of the storage and of the tables of this app."""
    stored = b"".join(path.read_bytes() for path in files.rglob("*") if path.is_file())
    with connection.cursor() as cursor:
        for table in ("records_record", "records_organisationkey", "records_deletedrecord"):
            cursor.execute(f"SELECT * FROM {table}")
            stored += b" ".join(bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                                for row in cursor.fetchall() for cell in row)  # fmt: skip
    return stored


def test_a_record_comes_back_under_its_own_name_and_the_folder_is_wiped(kept, organisation):
    with in_organisation(organisation), queries.opened(kept) as path:
        assert (path.name, path.read_bytes()) == ("Staff of 2024.csv", ANSWER)
    assert not path.parent.exists()


def test_nothing_readable_is_stored_neither_the_text_nor_the_name_nor_a_key(kept, files, settings):
    with scopes_disabled():
        stored = everything_stored(files)
    assert len(stored) > len(ANSWER)
    for readable in (b"Technical", b"mechanic", b"Staff", b"2024.csv", *dict(settings.RECORD_KEYS).values()):
        assert readable not in stored
        assert readable.hex().encode() not in stored


@pytest.mark.django_db(transaction=True)
def test_deleting_removes_key_and_file_and_leaves_evidence(organisation, files, owner):
    record = keep(organisation)
    with in_organisation(organisation):
        actions.delete(record, by=owner.pk, reason=DeletionReason.WITHDRAWN)
        evidence = queries.deletions(organisation).get()
        assert not Record.objects.exists()
    assert [path for path in files.rglob("*") if path.is_file()] == []
    assert evidence.file_gone_at is not None
    assert (evidence.digest_sha256, evidence.by, evidence.reason) == (record.digest_sha256, str(owner.pk), "withdrawn")


@pytest.mark.django_db(transaction=True)
def test_a_deletion_that_is_undone_deletes_nothing(organisation, files):
    record = keep(organisation)
    with in_organisation(organisation), transaction.atomic():
        actions.delete(record, by=None, reason=DeletionReason.WITHDRAWN)
        transaction.set_rollback(True)
    with in_organisation(organisation):
        assert queries.content_of(Record.objects.get()) == ANSWER
        assert not queries.deletions(organisation).exists()


def test_records_are_deleted_on_the_day_after_their_last(organisation, other_organisation):
    today = timezone.localdate()
    yesterday = keep(organisation, until=today - dt.timedelta(days=1))
    keep(other_organisation, until=today)
    assert actions.delete_due(now=timezone.now()) == 1
    with scopes_disabled():
        assert Record.objects.get().organisation == other_organisation
        assert (DeletedRecord.objects.get().pk, DeletedRecord.objects.get().reason) == (yesterday.pk, "retention")


@pytest.mark.django_db(transaction=True)
def test_a_file_that_a_killed_deletion_left_is_removed_later(organisation, files, monkeypatch):
    record = keep(organisation)
    monkeypatch.setattr(actions, "_remove_file", lambda _: None)
    with in_organisation(organisation):
        actions.delete(record, by=None, reason=DeletionReason.WITHDRAWN)
    monkeypatch.undo()
    assert list(stored_names()) == [record.storage_name]
    assert actions.finish_deletions() == 1
    with scopes_disabled():
        assert DeletedRecord.objects.get().file_gone_at is not None
    assert list(stored_names()) == []


def test_a_file_that_a_killed_write_left_is_removed_once_it_is_old(kept, files):
    for name, age in (("old", 7), ("new", 5)):
        (files / "records" / name).mkdir()
        stray = files / "records" / name / name
        stray.write_bytes(b"ciphertext")
        when = timezone.now().timestamp() - age * 3600
        os.utime(stray, (when, when))
    assert actions.remove_strays(now=timezone.now()) == 1
    assert set(stored_names()) == {"records/new/new", kept.storage_name}


def test_with_a_new_master_key_records_open_and_the_old_one_can_go(kept, settings):
    old, new = settings.RECORD_KEYS[0], ("new", b"n" * 32)
    settings.RECORD_KEYS = (new, old)
    assert content(kept) == ANSWER
    call_command("rotate_keys")
    settings.RECORD_KEYS = (new,)
    assert content(kept) == ANSWER
    settings.RECORD_KEYS = (old,)
    with pytest.raises(NotOpened, match="new"):
        content(kept)


def test_an_organisation_gets_a_new_key_and_the_old_one_is_gone(kept, organisation):
    with in_organisation(organisation):
        before = OrganisationKey.objects.get()
    call_command("rotate_keys", "--organisations")
    assert content(kept) == ANSWER
    with in_organisation(organisation):
        after = OrganisationKey.objects.get()
        assert (after.version, Record.objects.get().key_version) == (before.version + 1, before.version + 1)


def test_records_of_another_organisation_are_not_found(kept, other_organisation):
    with in_organisation(other_organisation):
        assert not Record.objects.filter(pk=kept.pk).exists()
        assert not queries.due(LATER + dt.timedelta(days=1)).exists()
    with pytest.raises(ScopeError):
        Record.objects.count()


def test_a_record_cannot_be_opened_as_that_of_another_organisation(kept, other_organisation):
    keep(other_organisation)
    with in_organisation(other_organisation):
        kept.organisation = other_organisation
        with pytest.raises(NotOpened):
            queries.content_of(kept)


def test_a_file_that_was_changed_in_the_storage_is_not_opened(kept, files):
    path = files / kept.storage_name
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(NotOpened):
        content(kept)
