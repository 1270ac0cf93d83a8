"""Editions, measures, and what the actions cover."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from footing.standards import load_catalogue
from footing_web.library.presenters import covered, sectors
from footing_web.library.presenters.editions import COOKIE, EVERYBODY, by_id, edition_of
from footing_web.library.presenters.measures import measure_reading, measures_by_stage

CRUMBS = [{"text": "Toolkit", "href": "/toolkit/"}]
A_YEAR = 365 * 24 * 60 * 60


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition, to read about and to choose."""
    held = {"editions": by_id().values(), "chosen": edition_of(request), "back": _way_back(request.GET.get("back"))}
    return render(request, "library/editions.html", {**held, "crumbs": CRUMBS})


@require_safe
def edition(request: HttpRequest, edition: str) -> HttpResponse:
    """What one edition adds: notes by pillar, examples and benchmarks."""
    found = by_id().get(edition)
    if found is None:
        raise Http404
    crumbs = [*CRUMBS, {"text": "Editions", "href": "/toolkit/editions/"}]
    reading = sectors.reading_of_edition(found)
    return render(request, "library/edition.html", {"edition": found, "reading": reading, "crumbs": crumbs})


@require_POST
def choose_edition(request: HttpRequest) -> HttpResponse:
    """Read in this edition from now on, on this device."""
    chosen = request.POST.get(COOKIE, "")
    if chosen not in by_id():
        raise Http404
    response = redirect(_way_back(request.POST.get("back")))
    if chosen == EVERYBODY:
        response.delete_cookie(COOKIE)
    else:
        response.set_cookie(COOKIE, chosen, A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    return response


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure of the catalogue, by stage."""
    return render(request, "library/measures.html", {"stages": measures_by_stage(), "crumbs": CRUMBS})


@require_safe
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """How one measure is worked out."""
    if measure not in load_catalogue().measures:
        raise Http404
    crumbs = [*CRUMBS, {"text": "Measures", "href": "/toolkit/measures/"}]
    return render(request, "library/measure.html", {"reading": measure_reading(measure), "crumbs": crumbs})


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """How many actions there are for each pillar at each stage, for each role and level."""
    return render(request, "library/coverage.html", {"covered": covered.coverage(), "crumbs": CRUMBS})


def _way_back(address: str | None) -> str:
    """The page of the toolkit that somebody came from; never an address elsewhere."""
    ours = address and url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address.startswith("/toolkit/")
    return address if ours and address else "/toolkit/"
