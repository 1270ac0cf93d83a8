"""Handing in: the files are kept as they came, encrypted, and a check of them is asked for."""

import datetime as dt
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from footing.workforce import Mapping as ColumnsMapping
from footing.workforce.mapping import Source
from footing_web.accounts.models import Organisation, User
from footing_web.records.models import DeletionReason
from footing_web.uploads import refusals
from footing_web.uploads.jobs import carry_out_check
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import OPEN, Purpose, State, Upload
from footing_web.uploads.records_of import add, delete, put
from footing_web.uploads.states import enter, move

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it was handed in, open to be read from any place of it, with the name that it had."""

    file: Any
    name: str

    def written(self, folder: Path) -> Path:
        """The file as it was handed in, in a new folder that must be a private one."""
        folder.mkdir()
        path = folder / file_name(self.name)
        self.file.seek(0)
        with path.open("wb") as file:
            shutil.copyfileobj(self.file, file)
        return path


def hand_in(
    *,
    organisation: Organisation,
    title: str,
    files: Mapping[Source, Handed],
    retain_until: dt.date,
    pseudonymise: bool,
    by: User | None,
    mapping: ColumnsMapping | None = None,
) -> Upload:
    """Take in an extract and have it checked. With ``mapping`` it is read as another was, or as a file says.

    Raises ``Refused`` for a last day that is over, or too far away.
    """
    require_last_day(retain_until)
    by_id = by.pk if by else None
    with transaction.atomic():
        upload: Upload = Upload.objects.create(
            organisation=organisation,
            title=title,
            retain_until=retain_until,
            pseudonymise=pseudonymise,
            handed_in_by=by,
        )
        _take_in(upload, files)
        if mapping is not None:
            put(upload, Purpose.MAPPING, mapping.model_dump_json(), name="mapping.json", by=by_id)
        facts: dict[str, str | int | bool] = {
            "files": len(files),
            "pseudonymised": pseudonymise,
            "last_day": retain_until.isoformat(),
        }
        enter("uploads.handed_in", upload, by_id, facts)
        carry_out_check.enqueue(str(upload.pk))
    return upload


def hand_in_again(*, upload: Upload, files: Mapping[Source, Handed], by: User | None) -> None:
    """Take in corrected files in the place of those of the same kind, and check again as was decided before."""
    by_id = by.pk if by else None
    with transaction.atomic():
        move(upload, OPEN, State.RECEIVED)
        delete(upload, Purpose.HANDED_IN, sources=tuple(files), by=by_id, reason=DeletionReason.REPLACED)
        _take_in(upload, files)
        enter("uploads.corrected", upload, by_id, {"files": len(files)})
        carry_out_check.enqueue(str(upload.pk))


def _take_in(upload: Upload, files: Mapping[Source, Handed]) -> None:
    for source, handed in files.items():
        handed.file.seek(0)
        add(upload, Purpose.HANDED_IN, handed.file, name=file_name(handed.name), source=source)


def file_name(given: str) -> str:
    """A name that a file can have in a folder of ours: without folders and odd signs, with its ending."""
    plain = re.sub(r"[^\w .()\-]", " ", given.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}.{ending[:10]}" if dot else plain[:_LONGEST_NAME] or "file"


def require_last_day(last_day: dt.date) -> None:
    """Raise ``Refused`` unless the day is ahead, and not too far."""
    today = timezone.localdate()
    if not today < last_day <= today + LIMITS.longest_retention:
        raise refusals.retention_wrong()
