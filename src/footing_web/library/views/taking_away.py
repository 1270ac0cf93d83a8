"""A page, a section or a whole edition to take away, as PDF, Markdown or JSON."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from footing_web.library import queries
from footing_web.library.exporting.as_json import json_file
from footing_web.library.exporting.as_markdown import markdown_file
from footing_web.library.exporting.collections import Collection, one_page, whole_edition, whole_section
from footing_web.library.exporting.paper import pdf_file
from footing_web.library.presenters.editions import edition_of
from footing_web.library.presenters.reading import reading_of

TYPES = {"pdf": "application/pdf", "md": "text/markdown; charset=utf-8", "json": "application/json"}
KEPT_SECONDS = 7 * 24 * 60 * 60
"""How long a file of many pages is kept; it is made anew as soon as any page has changed."""

MAKING, LONGEST_SECONDS = "toolkit:making", 180
"""Only one file of many pages is made at a time, so that such files cannot keep everybody else waiting."""
AGAIN_SECONDS = 30

Gather = Callable[[], Collection | None]


@require_safe
def page(request: HttpRequest, section: str, slug: str, ending: str) -> HttpResponse:
    """One page."""
    found = queries.published_page(section, slug)
    if found is None:
        raise Http404
    edition = edition_of(request)
    collection = one_page(reading_of(found, edition), edition)
    return _answer(_made(collection, ending), collection.id, ending)


@require_safe
def section(request: HttpRequest, section: str, ending: str) -> HttpResponse:
    """Every page of a section."""
    return _kept(request, section, ending, lambda: whole_section(section, edition_of(request)))


@require_safe
def toolkit(request: HttpRequest, ending: str) -> HttpResponse:
    """Everything, in the edition that the visitor reads."""
    return _kept(request, "toolkit", ending, lambda: whole_edition(edition_of(request)))


def _kept(request: HttpRequest, name: str, ending: str, gather: Gather) -> HttpResponse:
    """A file of many pages, which takes seconds to make: kept for as long as no page changes."""
    edition = edition_of(request)
    state = f"{name} {edition.id if edition else ''} {ending} {queries.last_change()} {timezone.localdate()}"
    key = f"toolkit:{hashlib.sha256(state.encode()).hexdigest()}"
    content = cache.get(key)
    if content is None and not cache.add(MAKING, key, LONGEST_SECONDS):
        return _try_again(request)
    if content is None:
        try:
            collection = gather()
            if collection is None:
                raise Http404
            content = _made(collection, ending)
        finally:
            cache.delete(MAKING)
        cache.set(key, content, KEPT_SECONDS)
    return _answer(content, f"{name}-{edition.id}" if edition else name, ending)


def _try_again(request: HttpRequest) -> HttpResponse:
    answer = render(request, "library/being_made.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer.headers["Retry-After"] = str(AGAIN_SECONDS)
    return answer


def _made(collection: Collection, ending: str) -> bytes:
    origin = settings.PUBLIC_ADDRESS
    if ending == "pdf":
        return pdf_file(collection, origin, made_on=timezone.localdate())
    return json_file(collection, origin) if ending == "json" else markdown_file(collection, origin)


def _answer(content: bytes, name: str, ending: str) -> HttpResponse:
    named = f'{"inline" if ending == "pdf" else "attachment"}; filename="footing-{name}.{ending}"'
    return HttpResponse(content, content_type=TYPES[ending], headers={"Content-Disposition": named})
