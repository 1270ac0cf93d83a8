"""Sharing a result by a read-only link."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.models import Organisation
from footing_web.accounts.permissions import role_may
from footing_web.results import queries
from footing_web.results.actions.links import make_link, withdraw_link
from footing_web.results.forms import LinkForm
from footing_web.results.models import ShareLink
from footing_web.results.presenters.places import places_of
from footing_web.results.presenters.reading import navigation_of
from footing_web.results.views.pages import found


@organisation_view("results.share")
def links(request: MemberRequest, organisation: Organisation, result_id: UUID) -> HttpResponse:
    """The links to a result, and a form for another. The address of a new one is shown once."""
    result = found(result_id)
    form, address = LinkForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        _, secret = make_link(result=result, purpose=held["purpose"], days=held["days"], by=request.user)
        address = settings.PUBLIC_ADDRESS + reverse("results:shared_overview", kwargs={"token": secret})
        form = LinkForm()
    context = {
        "organisation": organisation,
        "result": result,
        "pages": navigation_of(result, places_of(result), "links"),
        "links": queries.links_of(result),
        "form": form,
        "part": "links",
        "may": {name: role_may(request.membership.role, f"results.{name}") for name in ("download", "share")},
        "address": address,
        "overview_address": places_of(result).overview(),
    }
    return render(request, "results/links.html", context)


@require_POST
@organisation_view("results.share")
def withdraw(request: MemberRequest, organisation: Organisation, result_id: UUID, link_id: UUID) -> HttpResponse:
    """Close a link at once."""
    link = ShareLink.objects.filter(pk=link_id, result=found(result_id)).first()
    if link is None:
        raise Http404
    withdraw_link(link=link, by=request.user)
    return redirect("results:links", slug=organisation.slug, result_id=result_id)
