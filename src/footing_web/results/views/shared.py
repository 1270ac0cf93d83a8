"""The pages of one result for whoever holds a link to it: read-only, and nothing else of the organisation."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from footing_web.accounts.scoping import in_organisation
from footing_web.results import queries
from footing_web.results.models import Result, ShareLink
from footing_web.results.presenters import pages
from footing_web.results.presenters.places import Places, shared_places
from footing_web.results.views.pages import answered

MakePage = Callable[..., pages.Page | None]


def shared_view(make: MakePage) -> Callable[..., HttpResponse]:
    """A page for whoever holds a link that works; 404 for any other, whether it ever worked or not."""

    @require_safe
    @wraps(make)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        link = queries.link_with(token)
        if link is None:
            raise Http404
        with in_organisation(link.organisation):
            _note_opening(link)
            page = make(request, link.result, shared_places(token), **kwargs)
            response = answered(request, page, {"shared": link})
        # The address is the secret: it goes to no other site, no search engine and no cache between.
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        return response

    return opened


def _note_opening(link: ShareLink) -> None:
    today = timezone.localdate()
    if link.last_opened_on != today:
        ShareLink.objects.filter(pk=link.pk).update(last_opened_on=today)


@shared_view
def overview(request: HttpRequest, result: Result, places: Places) -> pages.Page:
    """The two-minute picture."""
    return pages.overview(result, places)


@shared_view
def section(request: HttpRequest, result: Result, places: Places, section: str) -> pages.Page | None:
    """A section of the report."""
    return pages.section(result, places, section)


@shared_view
def findings(request: HttpRequest, result: Result, places: Places) -> pages.Page:
    """Every finding."""
    return pages.findings(result, places)


@shared_view
def measures(request: HttpRequest, result: Result, places: Places) -> pages.Page:
    """The list of measures."""
    return pages.measures(result, places)


@shared_view
def measure(request: HttpRequest, result: Result, places: Places, measure: str) -> pages.Page | None:
    """The page of a measure."""
    return pages.measure(result, places, measure, pages.chosen(request.GET))
