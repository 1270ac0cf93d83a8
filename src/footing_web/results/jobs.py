"""What the worker does. A run is taken by one worker, which says that it is alive as long as it works."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django_scopes import scopes_disabled
from django_tasks import task

from footing_web.accounts.models import Organisation
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import through
from footing_web.results import refusals
from footing_web.results.actions.runs import refuse_run
from footing_web.results.models import Run, RunState
from footing_web.results.patience import HEARTBEAT_SECONDS
from footing_web.results.running import carry_out
from footing_web.results.sending import send_due

LOG = logging.getLogger(__name__)


@task()
def carry_out_run(run_id: str) -> None:
    """Carry out a run that waits; one that another worker has taken, or that was cancelled, is left alone."""
    organisation = _organisation_of(UUID(run_id))
    if organisation is None:
        return
    with in_organisation(organisation), through(f"job:{run_id}"):
        run = _taken(UUID(run_id))
        if run is None:
            return
        try:
            with _heartbeat(run):
                carry_out(run)
        except Exception as error:
            # The message could hold a value from the extract: only what kind of error it was is written down.
            LOG.error("run %s stopped: %s", run_id, type(error).__name__)
            refuse_run(run=run, refused=refusals.went_wrong())


@task()
def send_messages() -> None:
    """Send what other systems are to be told."""
    send_due(now=timezone.now())


def _organisation_of(run_id: UUID) -> Organisation | None:
    with scopes_disabled():
        run = Run.objects.filter(pk=run_id).select_related("organisation").first()
    return run.organisation if run else None


@transaction.atomic
def _taken(run_id: UUID) -> Run | None:
    """The run, taken by this worker."""
    now = timezone.now()
    waiting = Run.objects.filter(pk=run_id, state=RunState.QUEUED)
    if not waiting.update(
        state=RunState.RUNNING, attempts=F("attempts") + 1, started_at=now, heard_of_at=now, done=0, total=0
    ):
        return None
    return Run.objects.select_related("organisation", "upload", "previous_upload").get(pk=run_id)


@contextmanager
def _heartbeat(run: Run) -> Iterator[None]:
    """Say every few seconds that the worker is alive: measuring and protecting may take minutes without a word."""
    ended = Event()

    def beat() -> None:
        try:
            while not ended.wait(HEARTBEAT_SECONDS):
                with in_organisation(run.organisation):
                    Run.objects.filter(pk=run.pk, state=RunState.RUNNING).update(heard_of_at=timezone.now())
        finally:
            connection.close()

    thread = Thread(target=beat, name=f"heartbeat of run {run.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
