"""What the link in an invitation opens."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from footing_web.accounts import actions, presenters, queries
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.forms import SureForm
from footing_web.accounts.models import User


@never_cache
@login_required
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Join, as the person to whom the invitation was sent. A secret that opens nothing is 404."""
    found = queries.invitation_with(token)
    if found is None:
        raise Http404
    form, by = SureForm(**sent(request)), cast(User, request.user)
    if carried_out(request, form, lambda _: actions.accept_invitation(invitation=found, by=by)):
        messages.success(request, f"You have joined {found.organisation}.")
        return redirect("accounts:organisation", found.organisation.slug)
    return render(request, "accounts/form.html", presenters.joining(found, form))
