"""A page of the toolkit, found by its address at once. Wagtail would look for each part of the address in turn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from footing_web.library import queries


@require_safe
def read(request: HttpRequest, path: str) -> HttpResponse:
    """A published page. Every page of the toolkit is open to everybody; the settings offer no other choice."""
    found = queries.published_at(f"/toolkit/{path}")
    if found is None:
        raise Http404
    answer: HttpResponse = found.serve(request)
    return answer
