"""Deciding: the faults, the columns and words, and that what was understood is right."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from footing.workforce import mapping_to_yaml
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.models import Organisation
from footing_web.uploads import actions, presenters, queries
from footing_web.uploads.checking import catalogue
from footing_web.uploads.forms import SureForm
from footing_web.uploads.mapping_form import MappingForm
from footing_web.uploads.models import OPEN, State
from footing_web.uploads.views.extracts import FAULTS_MEDIA_TYPE, downloaded, only_in, required


@organisation_view("uploads.view")
def faults(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """What is wrong with the files, with the row and the way to put it right."""
    found = required(upload)
    page = request.GET.get("page", "1")
    context = presenters.faults(found, queries.faults_of(found), int(page) if page.isdecimal() else 1)
    return render(request, "uploads/faults.html", context)


@organisation_view("uploads.view")
def faults_file(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Every fault, row by row, to download."""
    content = queries.faults_file_of(required(upload))
    if content is None:
        raise Http404
    # A spreadsheet program takes the text for UTF-8 only where a byte order mark says so.
    return downloaded("\ufeff".encode() + content, FAULTS_MEDIA_TYPE, "faults.csv")


@organisation_view("uploads.hand_in")
def mapping(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """How columns and words are read, with the suggestion filled in."""
    found = required(upload)
    if elsewhere := only_in(found, OPEN):
        return elsewhere
    before = queries.mapping_of(found)
    if before is None:
        raise Http404
    form = MappingForm(
        **sent(request), before=before, catalogue=catalogue(), new_words=queries.new_words_of(found, before)
    )
    if carried_out(
        request, form, lambda _: actions.change_mapping(upload=found, mapping=form.mapping(), by=request.user)
    ):
        messages.success(request, "The files are being checked again with what you decided.")
        return redirect("uploads:extract", organisation.slug, found.pk)
    return render(request, "uploads/mapping.html", presenters.deciding(found, form))


@organisation_view("uploads.view")
def mapping_file(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """The mapping as a file, for another year or for the command line."""
    found = queries.mapping_of(required(upload))
    if found is None:
        raise Http404
    return downloaded(mapping_to_yaml(found).encode(), "application/yaml; charset=utf-8", "mapping.yaml")


@organisation_view("uploads.hand_in")
def confirm(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Say that what was understood is right, and have the extract kept."""
    found = required(upload)
    if elsewhere := only_in(found, [State.CHECKED]):
        return elsewhere
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.confirm(upload=found, by=request.user)):
        return redirect("uploads:extract", organisation.slug, found.pk)
    return render(request, "uploads/confirm.html", presenters.confirming(found, queries.mapping_of(found), form))
