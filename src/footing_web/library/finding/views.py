"""Search, where to begin, and what to do next."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.library.content_files import starts
from footing_web.library.finding import presenters
from footing_web.library.presenters.editions import Wording, edition_of
from footing_web.results.queries import result_with

TOOLKIT = {"text": "Toolkit", "href": "/toolkit/"}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers the words typed, within the filters."""
    found = presenters.search_page(request.GET, Wording(edition_of(request)))
    return render(request, "library/finding/search.html", {"found": found, "crumbs": [TOOLKIT]})


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where to begin, by role and by size."""
    return render(request, "library/finding/start.html", {"starts": starts(), "crumbs": [TOOLKIT]})


@require_safe
def start_for(request: HttpRequest, start: str) -> HttpResponse:
    """Where one role or one size of employer begins."""
    page = presenters.start_page(start)
    if page is None:
        raise Http404
    crumbs = [TOOLKIT, {"text": "Start here", "href": "/toolkit/start/"}]
    return render(request, "library/finding/start_for.html", {"page": page, "crumbs": crumbs})


@require_safe
@organisation_view("results.view")
def next_actions(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """What to do next in view of one result of the organisation."""
    result = result_with(result_id)
    if result is None:
        raise Http404
    page = presenters.next_actions_page(result)
    held = {"page": page, "result": result, "organisation": organisation}
    return render(request, "library/finding/next_actions.html", held)
