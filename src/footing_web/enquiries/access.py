"""The ways in: for strangers, for whoever holds a link, and for the team."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from footing_web.accounts.models import User
from footing_web.accounts.rate_limits import TooMany
from footing_web.accounts.second_step import way_to_second_step
from footing_web.enquiries.correspondence import MAY_ANSWER
from footing_web.enquiries.limits import require_few_forms, require_few_wrong_links
from footing_web.enquiries.models import SignedLink
from footing_web.enquiries.presenters.ways import ways
from footing_web.enquiries.queries import link_with

View = Callable[..., HttpResponse]
looked_at_or_sent = require_http_methods(["GET", "HEAD", "POST"])


class TeamRequest(HttpRequest):
    """A request of somebody who works in the inbox, and has used a second step."""

    user: User


class LinkView(Protocol):
    """A view for whoever holds a link, as it is written."""

    def __call__(self, request: HttpRequest, link: SignedLink, token: str, /, **kwargs: Any) -> HttpResponse:
        """Answer the holder of this link, which may have been used up."""


def open_to_strangers(view: View) -> View:
    """A view for anybody. What is sent is counted by where it comes from; past the limit the answer is 429."""

    @looked_at_or_sent
    @wraps(view)
    def admitted(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            if request.method == "POST":
                require_few_forms(request)
            return view(request, **kwargs)
        except TooMany as too_many:
            return _too_many(request, too_many)

    return admitted


def link_view(view: Callable[..., HttpResponse]) -> View:
    """A view for whoever holds a link. One that never was is 404, and may be tried only so often.

    Looking at it, by GET or by HEAD, changes nothing: programs that open the links in letters do that.
    """

    @looked_at_or_sent
    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        link = link_with(token)
        try:
            if link is None:
                require_few_wrong_links(request)
                raise Http404
            response = view(request, link, token, **kwargs)
        except TooMany as too_many:
            return _too_many(request, too_many)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        return response

    return opened


def team_view(view: Callable[..., HttpResponse]) -> View:
    """A view of the inbox: for whoever has its permission and has used a second step."""

    @looked_at_or_sent
    @wraps(view)
    def admitted(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        ahead = way_to_second_step(request, request.get_full_path())
        if ahead is not None:
            return ahead
        if not (isinstance(request.user, User) and request.user.has_perm(MAY_ANSWER)):
            raise PermissionDenied
        request.inbox_ways = ways(request.path)  # type: ignore[attr-defined]  # shown under the masthead
        return view(request, **kwargs)

    admitted.permission = MAY_ANSWER  # type: ignore[attr-defined]  # read by the test that walks every address
    return admitted


def _too_many(request: HttpRequest, too_many: TooMany) -> HttpResponse:
    response = render(request, "enquiries/too_many.html", {"minutes": -(-too_many.wait_seconds // 60)}, status=429)
    response["Retry-After"] = str(too_many.wait_seconds)
    return response
