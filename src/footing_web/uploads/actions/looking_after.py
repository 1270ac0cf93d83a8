"""What happens by itself: lost checks go on, what nobody decided and what is past its last day is deleted."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_scopes import scopes_disabled
from django_tasks.base import Task

from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.records.actions import delete_due, finish_deletions, remove_strays
from footing_web.records.private_folder import remove_all_abandoned
from footing_web.uploads.actions.ending import cancel, expire
from footing_web.uploads.faults import NOT_FINISHED
from footing_web.uploads.jobs import carry_out_check, carry_out_keeping
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import KEPT, OPEN, WORKING, State, Upload
from footing_web.uploads.waiting_jobs import job_waits
from footing_web.uploads.working import refuse


def look_after(*, now: dt.datetime) -> dict[str, int]:
    """Do all that is due; how many of each. To be called about once a minute."""
    today = timezone.localdate(now)
    lost = Q(state__in=(State.CHECKING, State.KEEPING), heard_of_at__lt=now - LIMITS.stalled_after)
    over = Q(state__in=(*WORKING, *OPEN, *KEPT), retain_until__lt=today)
    undecided = Q(state__in=OPEN, created_at__lt=now - LIMITS.time_to_decide)
    waiting = Q(state__in=(State.RECEIVED, State.KEEPING), heard_of_at=None)
    return {
        "resumed": sum(map(_resume, _found(lost))),
        "asked_again": sum(map(_ask_again, _found(waiting))),
        "expired": sum(map(_expire, _found(over))),
        "cancelled": sum(map(_cancel, _found(undecided))),
        "records": delete_due(now=now),
        "files": finish_deletions() + (remove_strays(now=now) if now.minute == 0 else 0),
        "folders": remove_all_abandoned(),
    }


def _found(condition: Q) -> list[Upload]:
    with scopes_disabled():
        return list(Upload.objects.filter(condition).select_related("organisation"))


def _resume(upload: Upload) -> bool:
    """Have another worker go on with an extract whose own was lost; after some attempts it is given up."""
    with in_organisation(upload.organisation), transaction.atomic():
        if upload.attempts >= LIMITS.attempts:
            refuse(upload, NOT_FINISHED.at(attempts=upload.attempts))
            return True
        waiting = State.RECEIVED if upload.state == State.CHECKING else State.KEEPING
        lost = Upload.objects.filter(pk=upload.pk, state=upload.state, heard_of_at=upload.heard_of_at)
        if not lost.update(state=waiting, heard_of_at=None):
            return False
        _job_of(waiting).enqueue(str(upload.pk))
    return True


def _ask_again(upload: Upload) -> bool:
    """Ask for a job that its worker died on before it began; whether there was none any more."""
    job = _job_of(State(upload.state))
    with in_organisation(upload.organisation), transaction.atomic():
        if job_waits(job.module_path, upload.pk):
            return False
        job.enqueue(str(upload.pk))
    return True


def _job_of(waiting: State) -> Task[Any, Any]:
    return carry_out_check if waiting is State.RECEIVED else carry_out_keeping


def _expire(upload: Upload) -> bool:
    return _ended(upload, expire)


def _cancel(upload: Upload) -> bool:
    return _ended(upload, lambda *, upload: cancel(upload=upload, by=None))


def _ended(upload: Upload, act: Callable[..., None]) -> bool:
    with in_organisation(upload.organisation):
        try:
            act(upload=upload)
        except Refused:  # somebody was quicker
            return False
    return True
