"""Reading runs, results and what belongs to them. All is of the organisation in scope unless it says otherwise."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, QuerySet
from django_scopes import scopes_disabled

from footing_web.accounts.secret import digest_of_secret
from footing_web.results.models import UNDER_WAY, Result, Run, RunState, ShareLink, Webhook
from footing_web.uploads.models import KEPT, Upload

MOST_ENDED_SHOWN = 10


def results() -> QuerySet[Result]:
    """Every result, the latest year first and in a year the latest run first."""
    return Result.objects.select_related("organisation")


def result_with(result_id: UUID) -> Result | None:
    """The result with this id."""
    return results().filter(pk=result_id).first()


def runs_under_way() -> Sequence[Run]:
    """Runs that somebody may wait for, newest first."""
    return list(Run.objects.filter(state__in=UNDER_WAY))


def runs_that_stopped() -> Sequence[Run]:
    """The last runs that ended without a result."""
    return list(Run.objects.filter(state__in=(RunState.FAILED, RunState.CANCELLED))[:MOST_ENDED_SHOWN])


def run_with(run_id: UUID) -> Run | None:
    """The run with this id, with its result where it has one."""
    return Run.objects.select_related("organisation", "result").filter(pk=run_id).first()


def uploads_to_assess() -> Sequence[Upload]:
    """Extracts that are kept, those of the latest day first."""
    return list(Upload.objects.filter(state__in=KEPT).order_by(F("snapshot_date").desc(nulls_last=True), "-created_at"))


def links_of(result: Result) -> Sequence[ShareLink]:
    """The links to a result, newest first."""
    return list(ShareLink.objects.filter(result=result))


def link_with(token: str) -> ShareLink | None:
    """The link with this secret that still works, of whichever organisation."""
    with scopes_disabled():
        link = (
            ShareLink.objects.filter(token_digest=digest_of_secret(token))
            .select_related("organisation", "result", "result__organisation")
            .first()
        )
    return link if link is not None and link.works else None


def webhooks() -> Sequence[Webhook]:
    """The addresses that are told."""
    return list(Webhook.objects.filter(stopped_at=None))
