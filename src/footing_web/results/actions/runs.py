"""Starting, cancelling and ending runs."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from footing import __version__
from footing.assessment import Assessment
from footing_web.accounts.models import User
from footing_web.accounts.refusals import Refused
from footing_web.audit.actions import write_entry
from footing_web.results import refusals
from footing_web.results.actions import webhooks
from footing_web.results.keeping import assessment_of, packed
from footing_web.results.ledger import OrganisationLedger
from footing_web.results.models import UNDER_WAY, KeptAssessment, Result, Run, RunState
from footing_web.results.patience import MOST_ATTEMPTS, SILENT_SECONDS
from footing_web.results.queueing import CARRY_OUT_RUN, enqueue
from footing_web.uploads.actions import mark_assessed
from footing_web.uploads.models import KEPT, Upload
from footing_web.uploads.waiting_jobs import job_waits


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody chose for an assessment; ``None`` is the usual choice."""

    policy: str
    benchmarks: tuple[str, ...] | None = None
    crossings: tuple[tuple[str, ...], ...] | None = None
    previous_upload: Upload | None = None


@transaction.atomic
def start_run(*, upload: Upload, asked: Asked, by: User | None) -> Run:
    """Ask for an assessment of an extract that is kept. Raises ``Refused``."""
    if upload.state not in KEPT or (asked.previous_upload and asked.previous_upload.state not in KEPT):
        raise refusals.not_kept()
    if _assessed_alike(upload, asked):
        raise refusals.assessed_already()
    if Run.objects.filter(state__in=UNDER_WAY).count() >= refusals.MOST_UNDER_WAY:
        raise refusals.too_many()
    run = Run.objects.create(
        organisation=upload.organisation,
        upload=upload,
        previous_upload=asked.previous_upload,
        title=upload.title,
        policy=asked.policy,
        benchmarks=asked.benchmarks,
        crossings=asked.crossings,
        started_by=by,
    )
    _enter("results.run_started", run, by, policy=run.policy)
    enqueue(CARRY_OUT_RUN, str(run.pk))
    return run


def _assessed_alike(upload: Upload, asked: Asked) -> bool:
    """Whether this version of Footing has released a result of the same extract, made in the same way."""
    alike = Result.objects.filter(
        run__upload=upload, run__previous_upload=asked.previous_upload, run__policy=asked.policy
    ).select_related("run")
    benchmarks = None if asked.benchmarks is None else list(asked.benchmarks)
    crossings = None if asked.crossings is None else [list(each) for each in asked.crossings]
    same = [each for each in alike if (each.run.benchmarks, each.run.crossings) == (benchmarks, crossings)]
    return any(assessment_of(each).manifest.footing_version == __version__ for each in same)


@transaction.atomic
def cancel_run(*, run: Run, by: User | None) -> None:
    """Stop a run that is under way; the worker notices at its next step. Raises ``Refused`` for one that has ended."""
    ended = Run.objects.filter(pk=run.pk, state__in=UNDER_WAY).update(state=RunState.CANCELLED, ended_at=timezone.now())
    if not ended:
        raise refusals.has_ended()
    _enter("results.run_cancelled", run, by)


@transaction.atomic
def finish_run(*, run: Run, assessment: Assessment, ledger: OrganisationLedger) -> Result | None:
    """Keep what a run found, with its entry in the ledger, all or nothing; ``None`` for a run that was cancelled.

    Raises ``LedgerMoved`` where something else was released meanwhile, and ``Refused`` where the extract was withdrawn.
    """
    now = timezone.now()
    running = Run.objects.filter(pk=run.pk, state=RunState.RUNNING)
    if not running.update(state=RunState.DONE, step="", ended_at=now, heard_of_at=now):
        return None
    result = Result.objects.create(
        organisation=run.organisation,
        run=run,
        title=run.title,
        snapshot_date=assessment.manifest.snapshot_date,
        policy=assessment.manifest.policy,
        people=assessment.manifest.people,
        tables=len(assessment.tables),
        findings=len(assessment.findings),
        ledger_number=ledger.keep(),
    )
    if run.upload is not None:
        mark_assessed(upload=run.upload, by=run.started_by_id)
    KeptAssessment.objects.create(organisation=run.organisation, result=result, content=packed(assessment))
    _enter("results.released", run, run.started_by, tables=result.tables, ledger_number=result.ledger_number)
    webhooks.tell("run.done", run, result)
    return result


@transaction.atomic
def fail_run(*, run: Run, code: str, words: str) -> None:
    """End a run that cannot go on, with the reason in words that hold nothing of a person."""
    stopped = Run.objects.filter(pk=run.pk, state__in=UNDER_WAY).update(
        state=RunState.FAILED, failure_code=code, failure_words=words, ended_at=timezone.now()
    )
    if stopped:
        _enter("results.run_failed", run, None, code=code)
        webhooks.tell("run.failed", run, None)


def refuse_run(*, run: Run, refused: Refused) -> None:
    """End a run for a reason of the service's own."""
    fail_run(run=run, code=refused.code, words=refused.message)


@transaction.atomic
def take_up_again(*, run: Run, now: dt.datetime) -> None:
    """A run whose worker is not heard of any more goes back into the queue, or ends after too many attempts."""
    silent_since = now - dt.timedelta(seconds=SILENT_SECONDS)
    if run.attempts >= MOST_ATTEMPTS:
        refuse_run(run=run, refused=refusals.worker_died())
        return
    lost = Run.objects.filter(pk=run.pk, state=RunState.RUNNING, heard_of_at__lt=silent_since)
    if lost.update(state=RunState.QUEUED, step="", heard_of_at=now):
        enqueue(CARRY_OUT_RUN, str(run.pk))


@transaction.atomic
def ask_again(*, run: Run) -> None:
    """Ask for the job of a run that waits without one: the server or the worker died before the run was begun."""
    if not job_waits(CARRY_OUT_RUN, run.pk):
        enqueue(CARRY_OUT_RUN, str(run.pk))


def _enter(action: str, run: Run, by: User | None, **facts: str | int) -> None:
    write_entry(
        action, by=by.pk if by else None, organisation=run.organisation_id, subject=f"run:{run.pk}", facts=facts
    )
