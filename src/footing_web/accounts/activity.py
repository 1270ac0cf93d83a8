"""When each session was last used, for the list that people see of their own: noted every few minutes.

Noting it on every request, as allauth's own middleware does, would write to the database for every page that is read.
"""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NOTED_EVERY_SECONDS = 5 * 60
NOTED_AT = "activity_noted_at"

Respond = Callable[[HttpRequest], HttpResponseBase]


def sessions_in_use(respond: Respond) -> Respond:
    """Note that a session is in use, where, and by which browser, unless that was done a moment ago."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.session.session_key and request.user.is_authenticated and _is_due(request):
            UserSession.objects.create_from_request(request)
            request.session[NOTED_AT] = int(time.time())
        return respond(request)

    return answered


def _is_due(request: HttpRequest) -> bool:
    return bool(time.time() - request.session.get(NOTED_AT, 0) >= NOTED_EVERY_SECONDS)
