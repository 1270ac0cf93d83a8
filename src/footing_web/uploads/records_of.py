"""The records of an extract: which there are, kept and replaced. Nothing here decides anything."""

import io
from collections.abc import Sequence
from typing import BinaryIO
from uuid import UUID

from django.db.models import QuerySet

from footing_web.records import actions as records
from footing_web.records.models import DeletionReason, Record
from footing_web.uploads.models import Purpose, Upload, UploadRecord


def add(
    upload: Upload, purpose: Purpose, file: BinaryIO, *, name: str, source: str = "", position: int = 0
) -> UploadRecord:
    """Keep one more record of an extract, for as long as the extract is kept."""
    record = records.keep(
        organisation=upload.organisation,
        kind=purpose.value,
        file=file,
        name=name,
        retain_until=upload.retain_until,
    )
    created: UploadRecord = UploadRecord.objects.create(
        organisation=upload.organisation,
        upload=upload,
        record=record,
        purpose=purpose,
        source=source,
        position=position,
    )
    return created


def keep_until(upload: Upload) -> None:
    """Give every record of an extract its last day."""
    Record.objects.filter(pk__in=_of(upload).values("record")).update(retain_until=upload.retain_until)


def put(upload: Upload, purpose: Purpose, text: str, *, name: str, by: UUID | None) -> None:
    """Keep a text of which an extract has one, in the place of the one before."""
    delete(upload, purpose, by=by, reason=DeletionReason.REPLACED)
    add(upload, purpose, io.BytesIO(text.encode()), name=name)


def delete(
    upload: Upload, *purposes: Purpose, by: UUID | None, reason: DeletionReason, sources: Sequence[str] = ()
) -> int:
    """Delete the records of an extract for good, or those of some purposes or sources; how many there were."""
    chosen = _of(upload, *purposes)
    chosen = chosen.filter(source__in=sources) if sources else chosen
    found = Record.objects.select_related("organisation").filter(pk__in=chosen.values("record"))
    return len([records.delete(record, by=by, reason=reason) for record in found])


def of_purpose(upload: Upload, purpose: Purpose) -> list[UploadRecord]:
    """The records of one purpose, with what they are of, in order."""
    return list(_of(upload, purpose).select_related("record__organisation").order_by("source", "position", "pk"))


def _of(upload: Upload, *purposes: Purpose) -> QuerySet[UploadRecord]:
    found: QuerySet[UploadRecord] = UploadRecord.objects.filter(upload=upload)
    return found.filter(purpose__in=purposes) if purposes else found
