"""Downloading a result in every format and kind of report."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from footing.reporting.writing import UnknownFormat, UnknownKind
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.permissions import role_may
from footing_web.results.actions.files import note_download, report_file
from footing_web.results.handing_out import sent
from footing_web.results.presenters.files import kinds_of_report
from footing_web.results.presenters.places import places_of
from footing_web.results.presenters.reading import navigation_of
from footing_web.results.views.pages import found


@require_safe
@organisation_view("results.download")
def files(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """Every kind of report in every format."""
    result = found(result_id)
    context = {
        "organisation": organisation,
        "result": result,
        "pages": navigation_of(result, places_of(result), "files"),
        "kinds": kinds_of_report(),
        "part": "files",
        "may": {name: role_may(request.membership.role, f"results.{name}") for name in ("download", "share")},
        "overview_address": places_of(result).overview(),
    }
    return render(request, "results/files.html", context)


@require_safe
@organisation_view("results.download")
def download(
    request: MemberRequest, organisation: Organisation, result_id: UUID, kind: str, wanted: str
) -> HttpResponseBase:
    """One file."""
    try:
        file = report_file(result=found(result_id), kind=kind, wanted=wanted)
    except (UnknownKind, UnknownFormat) as error:
        raise Http404 from error
    note_download(file=file, by=request.user)
    return sent(file)
