"""What the worker is asked to do. A worker takes an extract as its own; one that somebody else has is left alone."""

import logging
from collections.abc import Callable
from uuid import UUID

from django_scopes import scopes_disabled
from django_tasks import task

from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import through
from footing_web.uploads import working
from footing_web.uploads.faults import NOT_FINISHED
from footing_web.uploads.models import State, Upload

LOG = logging.getLogger(__name__)


@task()
def carry_out_check(upload_id: str) -> None:
    """Check an extract that was received."""
    _carry_out(UUID(upload_id), State.RECEIVED, State.CHECKING, working.check)


@task()
def carry_out_keeping(upload_id: str) -> None:
    """Keep an extract that was confirmed."""
    _carry_out(UUID(upload_id), State.KEEPING, State.KEEPING, working.keep)


def _carry_out(upload_id: UUID, waiting: State, at_work: State, act: Callable[[Upload], None]) -> None:
    with scopes_disabled():
        upload = Upload.objects.select_related("organisation").filter(pk=upload_id).first()
    if upload is None:
        return
    with in_organisation(upload.organisation), through(f"job:{upload_id}"):
        if not working.taken(upload, waiting, at_work):
            return
        try:
            act(upload)
        except working.Stopped:
            LOG.info("extract %s: stopped, as it was cancelled or taken over", upload_id)
        except Exception as error:
            # The message could hold a value from the extract: only what kind of error it was is written down.
            LOG.error("extract %s: %s", upload_id, type(error).__name__)
            working.refuse(upload, NOT_FINISHED.at(attempts=upload.attempts))
