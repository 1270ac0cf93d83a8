"""Deciding: how the files are read, and that what was understood is right."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from footing.workforce import Mapping
from footing_web.accounts.models import User
from footing_web.uploads import refusals
from footing_web.uploads.actions.handing_in import require_last_day
from footing_web.uploads.jobs import carry_out_check, carry_out_keeping
from footing_web.uploads.models import KEPT, OPEN, Purpose, State, Upload
from footing_web.uploads.records_of import keep_until, put
from footing_web.uploads.states import enter, move


def change_mapping(*, upload: Upload, mapping: Mapping, by: User | None) -> None:
    """Read the files in another way from now on, and have them checked again.

    Raises ``Refused`` where the extract is not waiting for a decision.
    """
    with transaction.atomic():
        move(upload, OPEN, State.RECEIVED)
        put(upload, Purpose.MAPPING, mapping.model_dump_json(), name="mapping.json", by=by.pk if by else None)
        enter("uploads.mapping_changed", upload, by.pk if by else None)
        carry_out_check.enqueue(str(upload.pk))


def change_last_day(*, upload: Upload, retain_until: dt.date, by: User | None) -> None:
    """Keep an extract until another day. Raises ``Refused`` for one that is over, or too far away."""
    require_last_day(retain_until)
    with transaction.atomic():
        changed = Upload.objects.filter(pk=upload.pk, state__in=(*OPEN, *KEPT)).update(retain_until=retain_until)
        upload.refresh_from_db()
        if not changed:
            raise refusals.not_now(State(upload.state).label)
        keep_until(upload)
        enter("uploads.last_day_changed", upload, by.pk if by else None, {"last_day": retain_until.isoformat()})


def mark_assessed(*, upload: Upload, by: UUID | None) -> None:
    """Say that a kept extract was assessed; once is enough."""
    if upload.state != State.ASSESSED:
        move(upload, [State.READY], State.ASSESSED)
        enter("uploads.assessed", upload, by)


def confirm(*, upload: Upload, by: User | None) -> None:
    """Keep an extract without errors. Raises ``Refused`` where it has any, or is not waiting for this."""
    with transaction.atomic():
        move(upload, [State.CHECKED], State.KEEPING)
        enter("uploads.confirmed", upload, by.pk if by else None)
        carry_out_keeping.enqueue(str(upload.pk))
