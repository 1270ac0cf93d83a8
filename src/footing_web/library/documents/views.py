"""Reading and taking away documents: by anybody without being filled in, by members with their own details."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.permissions import role_may
from footing_web.accounts.presenters.asking import asking
from footing_web.library.documents import actions, presenters
from footing_web.library.documents.blocks import DocumentTemplate
from footing_web.library.documents.editions import edition_for, words_of
from footing_web.library.documents.filling import fill
from footing_web.library.documents.forms import DocumentDetailsForm
from footing_web.library.documents.known import Known
from footing_web.library.documents.organisation import details_of, known_of
from footing_web.library.documents.shelf import document_templates
from footing_web.library.documents.word import word_file
from footing_web.library.models import DocumentDetails
from footing_web.library.presenters.editions import edition_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def template_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """A document as anybody can read it, with every place to fill in marked."""
    known = _unfilled(request)
    word = reverse("library:template_word", kwargs={"slug": slug})
    context = presenters.filled_page(_found(slug), known, back=f"/toolkit/templates/{slug}/", word=word)
    return render(request, "library/documents/document.html", context)


@require_safe
def template_word(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a Word file."""
    return _sent(_found(slug), _unfilled(request))


@require_safe
@organisation_view("documents.view")
def documents(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Every document, and how far it fills itself."""
    may_change = role_may(request.membership.role, "documents.change")
    context = presenters.document_list(organisation, _known(request, organisation), may_change=may_change)
    return render(request, "library/documents/list.html", context)


@organisation_view("documents.change")
def details(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """What documents are filled with."""
    held = details_of() or DocumentDetails(organisation=organisation)
    words = words_of(edition_for(organisation))
    form = DocumentDetailsForm(request.POST if request.method == "POST" else None, instance=held, words=words)
    if request.method == "POST" and form.is_valid():
        actions.keep_details(details=form.save(commit=False), changed=form.changed_data, by=request.user)
        messages.success(request, "The details are changed. Every document uses them from now on.")
        return redirect("library:documents", organisation.slug)
    back = reverse("library:documents", kwargs={"slug": organisation.slug})
    said = "Nothing here is required. What you leave empty stays marked in every document."
    status = HTTPStatus.OK if not form.errors else HTTPStatus.UNPROCESSABLE_ENTITY
    context = asking("What your documents are filled with", form, back=back, words=said)
    return render(request, "accounts/form.html", context, status=status)


@require_safe
@organisation_view("documents.view")
def document(request: MemberRequest, organisation: Organisation, document: str) -> HttpResponse:
    """A document filled with the organisation's own details."""
    places = presenters.addresses_of(organisation, document)
    context = presenters.filled_page(_found(document), _known(request, organisation), **places)
    return render(request, "library/documents/document.html", context)


@require_safe
@organisation_view("documents.view")
def document_word(request: MemberRequest, organisation: Organisation, document: str) -> HttpResponse:
    """The same as a Word file."""
    response = _sent(_found(document), _known(request, organisation))
    actions.note_download(organisation=organisation, document=document, by=request.user)
    return response


def _unfilled(request: HttpRequest) -> Known:
    """Nothing but the edition that the visitor reads."""
    edition = edition_of(request)
    return Known(edition=edition.id if edition else "")


def _known(request: MemberRequest, organisation: Organisation) -> Known:
    """Figures are filled in only for those who may download results."""
    return known_of(organisation, with_results=role_may(request.membership.role, "results.download"))


def _found(name: str) -> DocumentTemplate:
    template = document_templates().get(name)
    if template is None:
        raise Http404
    return template


def _sent(template: DocumentTemplate, known: Known) -> HttpResponse:
    content = word_file(fill(template, known), made_on=timezone.localdate())
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{template.id}.docx"'
    return response
