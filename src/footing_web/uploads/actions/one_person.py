"""What the law gives a person: a copy of the rows that are kept of them, and to have those rows erased."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from footing.workforce.minimising import rows_of_person, write_without_person
from footing_web.accounts.models import Organisation, User
from footing_web.audit.actions import write_entry
from footing_web.records import actions as records
from footing_web.records.models import DeletionReason
from footing_web.records.private_folder import private_folder
from footing_web.records.queries import name_of, write_opened
from footing_web.uploads import refusals
from footing_web.uploads.models import Purpose, Upload, UploadRecord
from footing_web.uploads.pseudonyms import Pseudonyms
from footing_web.uploads.queries import kept_uploads, mapping_of
from footing_web.uploads.records_of import add, of_purpose

KeyField = Literal["person_key", "candidate_key", "participant_key"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A kept sheet in which people are told apart by the kind of key that was asked for."""

    upload: Upload
    file: UploadRecord
    heading: str
    key: str


def export_person(*, organisation: Organisation, field: KeyField, key: str, by: User | None) -> list[dict[str, Any]]:
    """Every row that is kept of somebody, with the extract and the file that it is in.

    Raises ``Refused`` where there is none.
    """
    found = [
        {
            "extract": sheet.upload.title,
            "snapshot_date": sheet.upload.snapshot_date.isoformat() if sheet.upload.snapshot_date else None,
            "kept_until": sheet.upload.retain_until.isoformat(),
            "file": sheet.file.source,
            "rows": rows,
        }
        for sheet in _sheets(field, key)
        if (rows := _rows(sheet))
    ]
    if not found:
        raise refusals.no_such_person()
    _enter("records.person_exported", organisation, by, len(found))
    return found


def erase_person(*, organisation: Organisation, field: KeyField, key: str, by: User | None) -> int:
    """Write every kept sheet that has rows of somebody anew without them, and delete the old one; how many rows.

    Raises ``Refused`` where there is none.
    """
    with transaction.atomic():
        erased = [rows for sheet in list(_sheets(field, key)) if (rows := _rewritten(sheet, by))]
        if not erased:
            raise refusals.no_such_person()
        _enter("records.person_erased", organisation, by, len(erased))
    return sum(erased)


def _sheets(field: KeyField, key: str) -> Iterator[_Sheet]:
    for upload in kept_uploads():
        mapping = mapping_of(upload)
        pseudonyms = Pseudonyms.of_organisation(upload.organisation_id, settings.PSEUDONYM_KEY)
        stored = pseudonyms.of(key) if upload.pseudonymise else key
        for file in of_purpose(upload, Purpose.SHEET):
            name = Path(name_of(file.record)).stem
            entry = next((each for each in mapping.sheets if each.sheet == name), None) if mapping else None
            heading = entry.heading_of(field) if entry else None
            if heading is not None:
                yield _Sheet(upload, file, heading, stored)


def _rows(sheet: _Sheet) -> list[dict[str, str | None]]:
    with private_folder(sheet.file.record.size) as folder:
        path = write_opened(sheet.file.record, folder, "sheet.parquet")
        return rows_of_person(path, key_heading=sheet.heading, key=sheet.key)


def _rewritten(sheet: _Sheet, by: User | None) -> int:
    """Write a sheet anew without somebody; how many rows were left out, and nothing is done where there are none."""
    old = sheet.file.record
    with private_folder(old.size) as folder:
        path, without = write_opened(old, folder, "sheet.parquet"), folder / "without.parquet"
        rows = write_without_person(path, without, key_heading=sheet.heading, key=sheet.key)
        if rows:
            with without.open("rb") as file:
                source, position = sheet.file.source, sheet.file.position
                add(sheet.upload, Purpose.SHEET, file, name=name_of(old), source=source, position=position)
            records.delete(old, by=by.pk if by else None, reason=DeletionReason.ERASURE)
    return rows


def _enter(action: str, organisation: Organisation, by: User | None, sheets: int) -> None:
    subject = f"request:{timezone.now():%Y%m%d%H%M%S}"
    write_entry(
        action, by=by.pk if by else None, organisation=organisation.pk, subject=subject, facts={"sheets": sheets}
    )
