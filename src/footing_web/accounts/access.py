"""The way into an organisation's pages: who may come in is settled before the view runs, and its scope is set."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from footing_web.accounts.models import Membership, Organisation, User
from footing_web.accounts.permissions import PERMISSIONS, role_may
from footing_web.accounts.queries import membership_in
from footing_web.accounts.scoping import in_organisation
from footing_web.accounts.second_step import way_to_second_step


class MemberRequest(HttpRequest):
    """A request of somebody who is signed in, on a page of an organisation that they belong to."""

    user: User
    membership: Membership


class OrganisationView(Protocol):
    """A view of one organisation, as it is written."""

    def __call__(self, request: MemberRequest, organisation: Organisation, /, **kwargs: Any) -> HttpResponseBase:
        """Answer a member of this organisation who may do what the view is for."""


def organisation_view(permission: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A view under ``/organisations/<slug>/`` for members whose role has this permission.

    Somebody who has not signed in is sent to do so. Whoever is not a member gets 404, exactly as if there were no such
    organisation; a member whose role does not allow it gets 403, and one whose role needs a second step at sign-in is
    led to it first. The view gets the organisation in place of the slug
    and runs inside its scope, until the last byte is sent.
    """
    if permission not in PERMISSIONS:
        raise LookupError(f"“{permission}” is not in accounts/permissions.py.")

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @login_required
        @wraps(view)
        def admitted(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponseBase:
            membership = _admit(request, slug, permission)
            if membership.role in membership.organisation.second_step_roles:
                ahead = way_to_second_step(request, request.get_full_path())
                if ahead is not None:
                    messages.warning(request, f"{membership.organisation} asks for a second step at sign-in.")
                    return ahead
            with in_organisation(membership.organisation):
                return _finished(view(request, membership.organisation, **kwargs), membership.organisation)

        admitted.permission = permission  # type: ignore[attr-defined]  # read by the test that walks every address
        return admitted

    return decorate


def _admit(request: HttpRequest, slug: str, permission: str) -> Membership:
    membership = membership_in(cast(User, request.user), slug)
    if membership is None:
        raise Http404
    cast(MemberRequest, request).membership = membership
    if not role_may(membership.role, permission):
        raise PermissionDenied
    return membership


def _finished(response: HttpResponseBase, organisation: Organisation) -> HttpResponseBase:
    """The response with nothing left to be read from the database outside the scope."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = _inside(organisation, response.streaming_content)
    elif isinstance(response, HttpResponse) and hasattr(response, "render"):
        response.render()
    return response


def _inside(organisation: Organisation, parts: Any) -> Iterator[Any]:
    """Each part of a download, made inside the scope, which is never left open between two parts."""
    parts = iter(parts)
    while True:
        with in_organisation(organisation):
            try:
                part = next(parts)
            except StopIteration:
                return
        yield part
