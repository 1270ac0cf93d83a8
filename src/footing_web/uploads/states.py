"""From one state to the next, and what the log says of it. A state that has changed meanwhile is not overwritten."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils import timezone

from footing_web.audit.actions import write_entry
from footing_web.uploads import refusals
from footing_web.uploads.models import State, Upload


def move(upload: Upload, allowed: Iterable[State], to: State, **changes: object) -> None:
    """Put an extract into another state. Raises ``Refused`` where it is not, or no longer, in one that allows it."""
    waiting = {"step": "", "done": 0, "total": 0, "heard_of_at": None, "attempts": 0}
    moved = Upload.objects.filter(pk=upload.pk, state__in=list(allowed)).update(state=to, **waiting | changes)
    upload.refresh_from_db()
    if not moved:
        raise refusals.not_now(State(upload.state).label)


def end(upload: Upload, allowed: Iterable[State], to: State, **changes: object) -> None:
    """Put an extract into a state in which nothing of it is left."""
    move(upload, allowed, to, ended_at=timezone.now(), error_count=0, notice_count=0, **changes)


def enter(action: str, upload: Upload, by: UUID | None, facts: Mapping[str, str | int | bool] | None = None) -> None:
    """Say in the log what was done with an extract."""
    write_entry(action, by=by, organisation=upload.organisation_id, subject=f"extract:{upload.pk}", facts=facts)
