"""The API: one address for every app's operations, opened by a key, described in OpenAPI."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from footing_web.accounts.api import router as organisations
from footing_web.accounts.api_access import BearerKey
from footing_web.accounts.rate_limits import EveryKey, TooMany
from footing_web.accounts.refusals import Refused
from footing_web.project.api_description import DescribedApi
from footing_web.results.api import router as results
from footing_web.uploads.api import router as extracts

NOTHING_THERE = "There is nothing here, or nothing that this key may see."

api = DescribedApi(
    title="Footing",
    version="1",
    description=(
        "Hand in extracts, run assessments and fetch results in the name of an organisation. "
        "Every request carries a key that an owner makes under Settings, in the header Authorization: Bearer ftg_…. "
        "The key settles which organisation it is, and what may be done."
    ),
    urls_namespace="api",
    docs_url=None,
    auth=BearerKey(),
    throttle=[EveryKey()],
)
api.add_router("", organisations)
api.add_router("", extracts)
api.add_router("", results)


@api.exception_handler(Http404)
def _nothing_there(request: HttpRequest, error: Any) -> HttpResponse:
    return api.create_response(request, {"detail": NOTHING_THERE}, status=404)


@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, error: Any) -> HttpResponse:
    return api.create_response(request, {"detail": "The role of this key does not allow it."}, status=403)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return api.create_response(request, {"code": error.code, "detail": error.message}, status=409)


@api.exception_handler(TooMany)
def _too_many(request: HttpRequest, error: Any) -> HttpResponse:
    response = api.create_response(request, {"detail": str(error)}, status=429)
    response["Retry-After"] = str(error.wait_seconds)
    return response


@csrf_exempt  # there is nothing that a form of another site could do
def nothing_at(request: HttpRequest, rest: str) -> HttpResponse:
    """The answer to an address under the API that is none of its own: as the API answers, whoever asks."""
    return _nothing_there(request, None)
