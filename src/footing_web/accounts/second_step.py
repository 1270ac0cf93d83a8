"""Pages that ask for more than a pass phrase: whoever opens them has used a second step in this session."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from footing_web.accounts.models import User


def used_second_step(request: HttpRequest) -> bool:
    """Whether somebody is signed in and has used a second step in this session."""
    user = request.user if isinstance(request.user, User) else None
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, user))


def way_to_second_step(request: HttpRequest, here: str) -> HttpResponse | None:
    """To the one sign-in of the service, then to the second step, to be set up or to be used, and back ``here``.

    ``None`` where all of that has been done.
    """
    if not request.user.is_authenticated:
        return redirect_to_login(here)
    if not is_mfa_enabled(request.user):
        return redirect("mfa_index")
    if not used_second_step(request):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': here})}")
    return None
