"""Choosing an organisation, setting one up, its first page, and leaving it."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import OrganisationForm, SureForm
from footing_web.accounts.models import Organisation, User


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """The organisations of a person. Whoever has one, and nothing to decide, goes straight to it."""
    user = cast(User, request.user)
    memberships, asked = queries.memberships_of(user), queries.requests_of(user)
    to_ask = queries.organisations_to_ask(user)
    if len(memberships) == 1 and not asked and not to_ask and "all" not in request.GET:
        return redirect("accounts:organisation", memberships[0].organisation.slug)
    context = {"memberships": memberships, "asked": asked, "to_ask": to_ask}
    return render(request, "accounts/choose.html", context)


@login_required
def set_up(request: HttpRequest) -> HttpResponse:
    """Set up an organisation and become its owner."""
    form, by = OrganisationForm(**sent(request)), cast(User, request.user)
    made: list[Organisation] = []
    if carried_out(request, form, lambda answers: made.append(actions.create_organisation(by=by, **answers))):
        messages.success(request, f"{made[0]} is set up, and you are its owner.")
        return redirect("accounts:organisation", made[0].slug)
    return render(request, "accounts/form.html", presenters.setting_up(form))


@login_required
@require_POST
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to join an organisation that has opened its door to the person's domain; 404 for any other."""
    by = cast(User, request.user)
    organisation = next((each for each in queries.organisations_to_ask(by) if each.slug == slug), None)
    if organisation is None:
        raise Http404
    actions.ask_to_join(organisation=organisation, by=by)
    messages.success(request, f"You have asked to join {organisation}. Its owners get an e-mail now.")
    return redirect("accounts:choose")


@organisation_view("organisation.view")
def first_page(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """What a member can do here."""
    return render(request, "accounts/organisation.html", presenters.first_page(request.membership))


@organisation_view("organisation.view")
def roles(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Who may do what."""
    return render(request, "accounts/roles.html", presenters.roles(request.membership))


@organisation_view("organisation.view")
def leave(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Leave, after being asked once more."""
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.leave(membership=request.membership, by=request.user)):
        messages.success(request, f"You have left {organisation}.")
        return redirect("accounts:choose")
    return render(request, "accounts/form.html", presenters.leaving(organisation, form))
