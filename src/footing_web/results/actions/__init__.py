"""What can be done with runs, results, links and webhooks; and what is looked after from time to time."""

import datetime as dt

from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.runs import take_up_again
from footing_web.results.models import Run, RunState
from footing_web.results.patience import SILENT_SECONDS
from footing_web.results.sending import send_due


def look_after(*, now: dt.datetime) -> None:
    """Take up runs whose worker died, and send messages that are due again."""
    silent_since = now - dt.timedelta(seconds=SILENT_SECONDS)
    with scopes_disabled():
        silent = Run.objects.filter(state=RunState.RUNNING, heard_of_at__lt=silent_since)
        lost = list(silent.select_related("organisation"))
    for run in lost:
        with in_organisation(run.organisation):
            take_up_again(run=run, now=now)
    send_due(now=now)
