"""Ending: cancelled before it was kept, withdrawn after, or past its last day. Nothing of the people is left."""

from django.db import transaction

from footing_web.accounts.models import Organisation, User
from footing_web.records.models import DeletionReason
from footing_web.uploads.models import KEPT, OPEN, WORKING, State, Upload
from footing_web.uploads.records_of import delete
from footing_web.uploads.states import end, enter


def cancel(*, upload: Upload, by: User | None) -> None:
    """Delete what was handed in and not yet kept; a check that is under way stops."""
    _end(upload, (*WORKING, *OPEN), State.CANCELLED, DeletionReason.CANCELLED, by)


def withdraw(*, upload: Upload, by: User | None) -> None:
    """Delete a kept extract for good, with evidence."""
    _end(upload, KEPT, State.WITHDRAWN, DeletionReason.WITHDRAWN, by)


def expire(*, upload: Upload) -> None:
    """Delete an extract whose last day is over."""
    _end(upload, (*WORKING, *OPEN, *KEPT), State.EXPIRED, DeletionReason.RETENTION, None)


def end_all(*, organisation: Organisation, by: User) -> None:
    """End every extract of an organisation that is being closed."""
    for upload in Upload.objects.filter(organisation=organisation, state__in=(*WORKING, *OPEN)):
        cancel(upload=upload, by=by)
    for upload in Upload.objects.filter(organisation=organisation, state__in=KEPT):
        withdraw(upload=upload, by=by)


def _end(upload: Upload, allowed: tuple[State, ...], to: State, reason: DeletionReason, by: User | None) -> None:
    by_id = by.pk if by else None
    with transaction.atomic():
        end(upload, allowed, to)
        records = delete(upload, by=by_id, reason=reason)
        enter(f"uploads.{to.value}", upload, by_id, {"records": records})
