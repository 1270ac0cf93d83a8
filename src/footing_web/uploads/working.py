"""What the worker does with an extract: check it, and keep what is used of it. Each is done whole or not at all."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from footing.workforce import CheckResult, Fault, FaultReport
from footing.workforce.minimising import Minimised, Pseudonym, minimise
from footing_web.records.models import DeletionReason
from footing_web.records.private_folder import private_folder
from footing_web.uploads import records_of
from footing_web.uploads.checking import Outcome, catalogue, checked, outcome_of, summary_of
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import WORKING, Purpose, State, Upload
from footing_web.uploads.pseudonyms import Pseudonyms
from footing_web.uploads.queries import handed_in_files, mapping_of
from footing_web.uploads.states import end, enter

_TELL_EVERY = timedelta(seconds=0.5)


class Stopped(Exception):
    """Somebody cancelled, or another worker has taken over; what was begun is left undone."""


class UploadProgress:
    """Writes down how far the worker is, and stops it when the extract is no longer its own."""

    def __init__(self, upload: Upload) -> None:
        self._upload, self._told = upload, timezone.now()
        self._step, self._done, self._total = "", 0, 0

    def start(self, description: str, total: int) -> None:
        """A new step begins. Names of sheets are left out."""
        self._step, self._done, self._total = description.partition(' "')[0][:80], 0, total
        self._tell()

    def advance(self, n: int) -> None:
        """``n`` more of the step is done."""
        self._done += n
        if timezone.now() - self._told > _TELL_EVERY:
            self._tell()

    def _tell(self) -> None:
        self._told = timezone.now()
        told = own(self._upload).update(step=self._step, done=self._done, total=self._total, heard_of_at=self._told)
        if not told:
            raise Stopped


def own(upload: Upload) -> QuerySet[Upload]:
    """The extract, as long as this worker has it."""
    found: QuerySet[Upload] = Upload.objects.filter(pk=upload.pk, state=upload.state, attempts=upload.attempts)
    return found


def taken(upload: Upload, waiting: State, working: State) -> bool:
    """Take an extract that waits for a worker; whether it was still to be had."""
    free = Upload.objects.filter(pk=upload.pk, state=waiting, heard_of_at=None)
    got = free.update(state=working, heard_of_at=timezone.now(), attempts=F("attempts") + 1)
    upload.refresh_from_db()
    return bool(got)


def check(upload: Upload) -> None:
    """Check an extract that was taken, and write down what is to be done next."""
    with handed_in_files(upload) as paths:
        result = checked(paths, mapping=mapping_of(upload), progress=UploadProgress(upload))
        with result as found, faults_file(found.faults) as every_fault:
            _store_outcome(upload, outcome_of(found), found.faults, every_fault)


def keep(upload: Upload) -> None:
    """Check an extract once more as it was decided, and keep what is used of it in the place of the files."""
    with handed_in_files(upload) as paths:
        result = checked(paths, mapping=mapping_of(upload), progress=UploadProgress(upload))
        with result as found:
            if found.coded is None:
                with faults_file(found.faults) as every_fault:
                    _store_outcome(upload, outcome_of(found), found.faults, every_fault)
                return
            with private_folder(sum(path.stat().st_size for path in paths.values())) as folder:
                _store_kept(upload, found, minimise(found, catalogue(), folder, pseudonym=_pseudonym(upload)))


def refuse(upload: Upload, fault: Fault) -> None:
    """Refuse an extract that was taken: its files are deleted, and it is said why."""
    with transaction.atomic():
        records_of.delete(upload, by=None, reason=DeletionReason.REFUSED)
        words = {"code": fault.code, "title": fault.title, "message": fault.message, "next_step": fault.next_step}
        end(upload, WORKING, State.REFUSED, refusal=words)
        enter("uploads.refused", upload, None, {"code": fault.code})


@contextmanager
def faults_file(faults: FaultReport) -> Iterator[bytes]:
    """Every fault, row by row, as CSV."""
    with private_folder() as folder:
        path = folder / "faults.csv"
        faults.write_csv(path)
        yield path.read_bytes()


def _store_outcome(upload: Upload, outcome: Outcome, faults: FaultReport, every_fault: bytes) -> None:
    if outcome.refusal is not None or outcome.mapping is None:
        refuse(upload, outcome.refusal or faults.errors[0])
        return
    with transaction.atomic():
        _write_down(upload, outcome, faults)
        records_of.put(upload, Purpose.MAPPING, outcome.mapping.model_dump_json(), name="mapping.json", by=None)
        _put_faults(upload, faults, every_fault)


def _write_down(upload: Upload, outcome: Outcome, faults: FaultReport) -> None:
    """What is known of the extract now, unless somebody cancelled meanwhile."""
    notices = sum(fault.count for fault in faults.notices)
    counts = {"error_count": faults.error_count, "notice_count": notices}
    date = outcome.summary.get("snapshot_date")
    if not own(upload).update(
        state=outcome.state, summary=outcome.summary, snapshot_date=date, heard_of_at=None, step="", **counts
    ):
        raise Stopped
    upload.refresh_from_db()
    enter("uploads.checked", upload, None, {"outcome": outcome.state.value, "errors": faults.error_count})


def _put_faults(upload: Upload, faults: FaultReport, every_fault: bytes) -> None:
    shown = json.dumps(faults.to_json(LIMITS.kept_faults))
    records_of.put(upload, Purpose.FAULTS, shown, name="faults.json", by=None)
    records_of.put(upload, Purpose.FAULTS_FILE, every_fault.decode("utf-8-sig"), name="faults.csv", by=None)


def _store_kept(upload: Upload, result: CheckResult, kept: Minimised) -> None:
    """Keep the sheets and delete the files, in one transaction."""
    with transaction.atomic():
        for position, sheet in enumerate(kept.sheets):
            with sheet.path.open("rb") as file:
                name, source = sheet.path.name, sheet.source
                records_of.add(upload, Purpose.SHEET, file, name=name, source=source, position=position)
        records_of.put(upload, Purpose.MAPPING, kept.mapping.model_dump_json(), name="mapping.json", by=None)
        records_of.delete(upload, Purpose.HANDED_IN, by=None, reason=DeletionReason.PSEUDONYMISED)
        summary = summary_of(result)
        moved = own(upload).update(
            state=State.READY,
            summary=summary | {"left_out": upload.summary.get("left_out", 0)},
            snapshot_date=summary["snapshot_date"],
            kept_at=timezone.now(),
            heard_of_at=None,
            step="",
        )
        if not moved:
            raise Stopped
        enter("uploads.kept", upload, None, {"people": summary["people"], "sheets": len(kept.sheets)})
    upload.refresh_from_db()


def _pseudonym(upload: Upload) -> Pseudonym | None:
    if not upload.pseudonymise:
        return None
    return Pseudonyms.of_organisation(upload.organisation_id, settings.PSEUDONYM_KEY).of
