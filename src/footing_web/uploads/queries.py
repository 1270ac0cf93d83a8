"""Reading extracts: the list, what was found in one, and its files for an assessment."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from footing.assessment.from_files import Files
from footing.workforce import Mapping
from footing.workforce.fields import load_fields
from footing.workforce.mapping import Source
from footing.workforce.minimising import reassemble
from footing_web.records.private_folder import private_folder
from footing_web.records.queries import content_of, name_of, write_opened
from footing_web.uploads.completing import field_at
from footing_web.uploads.models import KEPT, Purpose, Upload
from footing_web.uploads.records_of import of_purpose

NOT_LISTED = "W014"
SOURCES: tuple[Source, ...] = ("extract", "applications", "events", "outreach")


@dataclass(frozen=True, slots=True)
class KeptExtract:
    """A kept extract, decrypted: its files, how they are read, and the day that it is of."""

    files: Files
    mapping: Mapping
    snapshot_date: dt.date | None


def uploads() -> QuerySet[Upload]:
    """The extracts of the organisation in scope, newest first."""
    found: QuerySet[Upload] = Upload.objects.select_related("handed_in_by", "organisation")
    return found


def upload_with(upload_id: UUID) -> Upload | None:
    """One extract of the organisation in scope."""
    return uploads().filter(pk=upload_id).first()


def kept_uploads() -> QuerySet[Upload]:
    """The extracts that can be assessed, newest first."""
    return uploads().filter(state__in=KEPT)


def mapping_of(upload: Upload) -> Mapping | None:
    """How the files are read, as far as that has been decided or suggested."""
    found = of_purpose(upload, Purpose.MAPPING)
    return Mapping.model_validate_json(content_of(found[0].record)) if found else None


def faults_of(upload: Upload) -> dict[str, Any]:
    """The faults of the last check, as ``FaultReport.to_json`` gives them."""
    found = of_purpose(upload, Purpose.FAULTS)
    faults: dict[str, Any] = json.loads(content_of(found[0].record)) if found else {"faults": [], "not_shown": 0}
    return faults


def new_words_of(upload: Upload, mapping: Mapping) -> dict[str, list[tuple[str, int]]]:
    """The words that are not in the list of their field, as the last check found them, by field."""
    found: dict[str, list[tuple[str, int]]] = {}
    for fault in faults_of(upload)["faults"]:
        if fault["code"] == NOT_LISTED and fault["value"]:
            field = field_at(mapping, fault["sheet"], fault["column"])
            specification = load_fields().field(field) if field else None
            if specification is not None:
                found.setdefault(specification.like or specification.id, []).append((fault["value"], fault["count"]))
    return found


def faults_file_of(upload: Upload) -> bytes | None:
    """Every fault, row by row, as CSV."""
    found = of_purpose(upload, Purpose.FAULTS_FILE)
    return content_of(found[0].record) if found else None


@contextmanager
def handed_in_files(upload: Upload) -> Iterator[dict[Source, Path]]:
    """The files as they were handed in, decrypted under their own names into a private folder, which is wiped."""
    found = of_purpose(upload, Purpose.HANDED_IN)
    with private_folder(sum(each.record.size for each in found)) as folder:
        paths: dict[Source, Path] = {}
        for source in SOURCES:
            for each in found:
                if each.source == source:
                    (folder / source).mkdir()
                    paths[source] = write_opened(each.record, folder / source, name_of(each.record))
        yield paths


@contextmanager
def workforce_files(upload: Upload) -> Iterator[KeptExtract]:
    """What an assessment needs of a kept extract; the decrypted files are gone at the end.

    Raises ``ValueError`` for an extract that is not kept, or not any more.
    """
    mapping = mapping_of(upload)
    if upload.state not in KEPT or mapping is None:
        raise ValueError("Only an extract that is kept can be assessed.")
    with ExitStack() as stack:
        paths = stack.enter_context(kept_sheets(upload))
        files = {source: reassemble(sheets, sheets[0].parent) for source, sheets in paths.items()}
        yield KeptExtract(
            Files(
                extract=files["extract"],
                applications=files.get("applications"),
                events=files.get("events"),
                outreach=files.get("outreach"),
            ),
            mapping,
            upload.snapshot_date,
        )


@contextmanager
def kept_sheets(upload: Upload) -> Iterator[dict[Source, list[Path]]]:
    """The kept sheets of each file, decrypted into a private folder, which is wiped."""
    found = of_purpose(upload, Purpose.SHEET)
    with private_folder(sum(each.record.size for each in found)) as folder:
        paths: dict[Source, list[Path]] = {}
        for source in SOURCES:
            for each in found:
                if each.source == source:
                    (folder / source).mkdir(exist_ok=True)
                    path = write_opened(each.record, folder / source, name_of(each.record))
                    paths.setdefault(source, []).append(path)
        yield paths
