"""Keys for the API."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import KeyForm, SureForm
from footing_web.accounts.models import Organisation


@organisation_view("api.manage")
def keys(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """The keys there are."""
    return render(request, "accounts/keys.html", presenters.keys(organisation))


@never_cache
@organisation_view("api.manage")
def make(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Make a key. The answer shows it once; it is in no address, no session and no log."""
    form = KeyForm(**sent(request))
    made: list[str] = []

    def make_one(answers: dict[str, str]) -> None:
        name, role, days = answers["name"], answers["role"], int(answers["days"])
        made.append(actions.make_key(organisation=organisation, name=name, role=role, days=days, by=request.user)[1])

    if carried_out(request, form, make_one):
        return render(request, "accounts/secret.html", presenters.new_key(organisation, made[0]))
    return render(request, "accounts/form.html", presenters.making_key(organisation, form))


@organisation_view("api.manage")
def withdraw(request: MemberRequest, organisation: Organisation, key: UUID) -> HttpResponse:
    """Withdraw a key, after being asked once more."""
    found = get_object_or_404(queries.keys(), pk=key)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.withdraw_key(key=found, by=request.user)):
        messages.success(request, f"The key “{found.name}” no longer works.")
        return redirect("accounts:keys", organisation.slug)
    return render(request, "accounts/form.html", presenters.withdrawing_key(found, form))
