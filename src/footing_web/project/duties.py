"""What has to be done from time to time, whether or not anybody asks for a page."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


def forget_old_sessions(now: datetime) -> None:
    """Delete the sessions of people who have not come back."""
    call_command("clearsessions")


def forget_old_jobs(now: datetime) -> None:
    """Delete what is known about jobs that ended long ago; what they made is kept elsewhere."""
    call_command("prune_db_task_results", verbosity=0)


@dataclass(slots=True)
class Duty:
    """Something to be done again and again, and when it was last done."""

    does: Callable[..., Any]
    every: timedelta
    last: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether it is time again."""
        return self.last is None or now - self.last >= self.every


def duties() -> list[Duty]:
    """Every duty of the service; each app's own is named in the settings, so that no app knows of another."""
    minute, day = timedelta(minutes=1), timedelta(days=1)
    own = [Duty(forget_old_sessions, day), Duty(forget_old_jobs, day)]
    return [Duty(import_string(name), minute) for name in settings.DUTIES] + own


def do_what_is_due(held: list[Duty], now: datetime) -> None:
    """Do each duty that is due. One that fails is written down, tried again at its next time, and stops no other."""
    for duty in held:
        if duty.is_due(now):
            duty.last = now
            close_old_connections()
            try:
                duty.does(now=now)
            except Exception:
                log.exception("A duty has failed: %s", duty.does.__name__)
