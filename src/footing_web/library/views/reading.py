"""A page of the toolkit, found by its address at once. Wagtail would look for each part of the address in turn.

Visitors who have not signed in all see the same, so what was made for one is kept for the next, in each process, until
any page changes.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from footing_web.library import queries
from footing_web.library.presenters.editions import ASKED, edition_of

OF_SOMEBODY = (settings.SESSION_COOKIE_NAME, "messages")
"""Cookies of those to whom a page says more."""
NOT_KEPT = ("glossary/", "resources/")
"""Their words change without any page changing."""
MOST_KEPT = 400
"""About 12 MB in each process."""


class KeptPages:
    """Pages as they were made, for as long as no page of the toolkit has changed."""

    def __init__(self) -> None:
        self.held: dict[tuple[Any, ...], bytes] = {}

    def put(self, key: tuple[Any, ...], content: bytes) -> None:
        """Keep one more; when there are too many, begin anew."""
        if len(self.held) >= MOST_KEPT:
            self.held = {}
        self.held[key] = content


kept = KeptPages()


@require_safe
def read(request: HttpRequest, path: str) -> HttpResponse:
    """A published page. Every page of the toolkit is open to everybody; the settings offer no other choice."""
    key = _key(request, path)
    content = kept.held.get(key) if key is not None else None
    if content is not None:
        return HttpResponse(content, headers={"Vary": "Cookie"})
    found = queries.published_at(f"/toolkit/{path}")
    if found is None:
        raise Http404
    answer: Any = found.serve(request)
    if key is not None:
        kept.put(key, answer.render().content)
    return answer  # type: ignore[no-any-return]


def _key(request: HttpRequest, path: str) -> tuple[Any, ...] | None:
    """What a page depends on besides its words; ``None`` where it is made for one visitor alone."""
    if path in NOT_KEPT or any(name in request.COOKIES for name in OF_SOMEBODY) or set(request.GET) - {ASKED}:
        return None
    edition = edition_of(request)
    return path, edition.id if edition else "", *queries.last_change()
