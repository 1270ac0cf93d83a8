"""The one way into the editing pages: the sign-in of the service with its second step, whatever Wagtail would ask.

Wagtail has pages of its own for signing in, pass phrases and accounts, which would go around the second step. They are
not there: everything under ``/cms/`` is looked at here before Wagtail sees it.
"""

from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from footing_web.accounts.models import User
from footing_web.accounts.second_step import way_to_second_step

EDITING = "/cms/"
NOT_THERE = ("login/", "password_reset/", "users/", "logout/")
"""Wagtail's own ways to sign in, to set pass phrases and to make accounts; the service has one of each."""
MAY_EDIT = "wagtailadmin.access_admin"

# What Wagtail's own pages need, and no page of ours: scripts and styles in the page, previews in a frame.
POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "media-src": [SELF],
}


class EditingGate:
    """Middleware in front of ``/cms/``; elsewhere it does nothing."""

    def __init__(self, respond: Any) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with Wagtail's page, under a policy that lets it work; or with the way to sign in."""
        if not request.path_info.startswith(EDITING):
            return self.respond(request)  # type: ignore[no-any-return]
        response: HttpResponseBase = self.respond(request)
        response._csp_replace = POLICY  # type: ignore[attr-defined]
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        """Let nobody further who has not used a second step, or who may not edit."""
        if not request.path_info.startswith(EDITING):
            return None
        if request.path_info.removeprefix(EDITING).startswith(NOT_THERE):
            raise Http404
        ahead = way_to_second_step(request, request.get_full_path())
        if ahead is not None:
            return ahead
        if not (isinstance(request.user, User) and request.user.has_perm(MAY_EDIT)):
            raise PermissionDenied
        return None
