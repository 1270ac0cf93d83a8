"""What can be done with runs, results, links and webhooks; and what is looked after from time to time."""

import datetime as dt

from django.db.models import Q
from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.runs import ask_again, take_up_again
from footing_web.results.models import Run, RunState
from footing_web.results.patience import SILENT_SECONDS
from footing_web.results.sending import send_due


def look_after(*, now: dt.datetime) -> None:
    """Take up runs whose worker died, before it began or after, and send messages that are due again."""
    silent_since = now - dt.timedelta(seconds=SILENT_SECONDS)
    for run in _found(Q(state=RunState.RUNNING, heard_of_at__lt=silent_since)):
        with in_organisation(run.organisation):
            take_up_again(run=run, now=now)
    for run in _found(Q(state=RunState.QUEUED, created_at__lt=silent_since)):
        with in_organisation(run.organisation):
            ask_again(run=run)
    send_due(now=now)


def _found(condition: Q) -> list[Run]:
    with scopes_disabled():
        return list(Run.objects.filter(condition).select_related("organisation"))
