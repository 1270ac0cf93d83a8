"""Files of a report: made of the kept tables when they are first asked for, and handed out from storage after that."""

from hashlib import sha256
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from footing.reporting.archive import zipped
from footing.reporting.writing import report_files
from footing.standards import load_catalogue
from footing_web.accounts.models import User
from footing_web.audit.actions import write_entry
from footing_web.results.keeping import assessment_of
from footing_web.results.models import ReportFile, Result


def report_file(*, result: Result, kind: str, wanted: str) -> ReportFile:
    """The file of a kind of report in a format. Raises ``UnknownKind`` and ``UnknownFormat``."""
    found = ReportFile.objects.filter(result=result, kind=kind, format=wanted).first()
    return found or _kept(result, kind, wanted, *_made(result, kind, wanted))


def note_download(*, file: ReportFile, by: User | None) -> None:
    """Enter in the log that somebody downloaded a file."""
    write_entry(
        "results.downloaded",
        by=by.pk if by else None,
        organisation=file.organisation_id,
        subject=f"result:{file.result_id}",
        facts={"kind": file.kind, "format": file.format},
    )


def _made(result: Result, kind: str, wanted: str) -> tuple[str, bytes]:
    """The name and the content; a folder of files goes into one zip file."""
    files = report_files(assessment_of(result), load_catalogue(), [wanted], kind)
    if len(files) == 1:
        ((name, content),) = files.items()
        return name, content
    return f"{PurePosixPath(next(iter(files))).parts[0]}.zip", zipped(files)


def _kept(result: Result, kind: str, wanted: str, name: str, content: bytes) -> ReportFile:
    place = default_storage.save(f"results/{result.pk}/{kind}-{wanted}", ContentFile(content))
    try:
        with transaction.atomic():
            return ReportFile.objects.create(
                organisation=result.organisation,
                result=result,
                kind=kind,
                format=wanted,
                name=name,
                storage_name=place,
                size=len(content),
                digest_sha256=sha256(content).hexdigest(),
            )
    except IntegrityError:  # somebody else made it at the same time
        default_storage.delete(place)
        return ReportFile.objects.get(result=result, kind=kind, format=wanted)
