"""The pages of one result, for members of its organisation."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.permissions import role_may
from footing_web.results import queries
from footing_web.results.models import Result
from footing_web.results.presenters import pages
from footing_web.results.presenters.places import places_of
from footing_web.results.presenters.years import years_beside


@require_safe
@organisation_view("results.view")
def overview(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """The two-minute picture."""
    result = found(result_id)
    return shown(request, result, pages.overview(result, places_of(result)))


@require_safe
@organisation_view("results.view")
def section(request: MemberRequest, organisation: Organisation, result_id: UUID, section: str) -> HttpResponse:
    """A section of the report."""
    result = found(result_id)
    return shown(request, result, pages.section(result, places_of(result), section))


@require_safe
@organisation_view("results.view")
def findings(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """Every finding."""
    result = found(result_id)
    return shown(request, result, pages.findings(result, places_of(result)))


@require_safe
@organisation_view("results.view")
def measures(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """The list of measures."""
    result = found(result_id)
    return shown(request, result, pages.measures(result, places_of(result)))


@require_safe
@organisation_view("results.view")
def measure(request: MemberRequest, organisation: Organisation, result_id: UUID, measure: str) -> HttpResponse:
    """The page of a measure."""
    result = found(result_id)
    return shown(request, result, pages.measure(result, places_of(result), measure, pages.chosen(request.GET)))


def found(result_id: UUID) -> Result:
    """The result of the organisation in scope, or 404."""
    result = queries.result_with(result_id)
    if result is None:
        raise Http404
    return result


def shown(request: MemberRequest, result: Result, page: pages.Page | None) -> HttpResponse:
    """The page with what members see around it: other years, files, links."""
    role = request.membership.role
    beside: dict[str, object] = {
        "years": years_beside(result, queries.results(), request.path),
        "may": {name: role_may(role, f"results.{name}") for name in ("download", "share", "run")},
    }
    return answered(request, page, beside)


def answered(request: HttpRequest, page: pages.Page | None, beside: dict[str, object]) -> HttpResponse:
    """A page, or 404 where there is none."""
    if page is None:
        raise Http404
    return render(request, page.template, page.context | beside)
