"""The list of extracts, and the page of each: how far it is, what it holds, how it ends."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.models import Organisation
from footing_web.uploads import actions, presenters, queries
from footing_web.uploads.forms import LastDayForm, SureForm
from footing_web.uploads.models import KEPT, OPEN, WORKING, Upload

FAULTS_MEDIA_TYPE = "text/csv; charset=utf-8"


def required(upload: UUID) -> Upload:
    """An extract of the organisation in scope. Raises ``Http404`` for any other, as for one that does not exist."""
    found = queries.upload_with(upload)
    if found is None:
        raise Http404
    return found


def only_in(upload: Upload, states: Iterable[str]) -> HttpResponse | None:
    """The way to the page of an extract that is in another state, where what was asked for cannot be done."""
    if upload.state in states:
        return None
    return redirect("uploads:extract", upload.organisation.slug, upload.pk)


def downloaded(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be saved, and kept by no browser."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


@organisation_view("uploads.view")
def mappings(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """How the extracts that are kept are read, to be used again."""
    return render(request, "uploads/mappings.html", presenters.mappings(request.membership))


@organisation_view("uploads.view")
def extracts(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Every extract that was handed in."""
    return render(request, "uploads/extracts.html", presenters.listed(request.membership))


@organisation_view("uploads.view")
def extract(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """One extract: what is going on, or what is to be done."""
    found = required(upload)
    return render(request, "uploads/extract.html", presenters.extract(found, request.membership))


@organisation_view("uploads.view")
def progress(request: MemberRequest, organisation: Organisation, upload: UUID) -> JsonResponse:
    """How far the worker is, for the script that draws it."""
    found = required(upload)
    return JsonResponse({"working": found.state in WORKING, **presenters.progress(found)})


@organisation_view("uploads.hand_in")
def last_day(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Choose another last day."""
    found = required(upload)
    if elsewhere := only_in(found, (*OPEN, *KEPT)):
        return elsewhere
    form = LastDayForm(**sent(request), initial={"retain_until": found.retain_until})
    if carried_out(request, form, lambda asked: actions.change_last_day(upload=found, by=request.user, **asked)):
        messages.success(request, f"“{found.title}” is kept until {found.retain_until:%-d %B %Y}.")
        return redirect("uploads:extract", organisation.slug, found.pk)
    return render(request, "uploads/sure.html", presenters.changing_last_day(found, form))


@organisation_view("uploads.withdraw")
def withdraw(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Delete a kept extract for good, after being asked once more."""
    found = required(upload)
    if request.method == "GET" and (elsewhere := only_in(found, KEPT)):
        return elsewhere
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.withdraw(upload=found, by=request.user)):
        messages.success(request, f"“{found.title}” was withdrawn. Nothing of the people in it is left.")
        return redirect("uploads:extract", organisation.slug, found.pk)
    return render(request, "uploads/sure.html", presenters.withdrawing(found, form))


@organisation_view("uploads.hand_in")
def cancel(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Delete what was handed in before it is kept."""
    found = required(upload)
    if request.method == "GET" and (elsewhere := only_in(found, (*WORKING, *OPEN))):
        return elsewhere
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.cancel(upload=found, by=request.user)):
        messages.success(request, f"“{found.title}” was cancelled. Its files are deleted.")
        return redirect("uploads:extracts", organisation.slug)
    return render(request, "uploads/sure.html", presenters.cancelling(found, form))
