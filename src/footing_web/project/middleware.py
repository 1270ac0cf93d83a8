"""What happens around every request: headers that browsers obey, and one line in the log that names nobody."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

Respond = Callable[[HttpRequest], HttpResponseBase]

log = logging.getLogger(__name__)

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
WAYS_ELSEWHERE = ("/accounts/oidc/", "/accounts/saml/")
QUIET = ("/health/", "/static/")


def careful_headers(respond: Respond) -> Respond:
    """Headers beyond those that Django sets: no devices, no use by other sites, no page kept."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if "Cache-Control" not in response.headers and not request.path.startswith("/static/"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answered


def forms_may_lead_to_a_provider(respond: Respond) -> Respond:
    """On the two ways to sign in elsewhere, a form of ours ends at an identity provider; nowhere else may one leave us.

    Browsers hold where a form leads after a redirect against the policy, too. A provider is always reached by HTTPS
    where we are.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        if request.path.startswith(WAYS_ELSEWHERE):
            leads_to = ["https:"] if request.is_secure() else ["https:", "http:"]
            response._csp_update = {"form-action": leads_to}  # type: ignore[attr-defined]
        return response

    return answered


def one_line_a_request(respond: Respond) -> Respond:
    """Write down which kind of page was asked for, how it went and how long it took; not the address, nor by whom."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = respond(request)
        if not request.path.startswith(QUIET):
            milliseconds = round((time.perf_counter() - began) * 1000)
            match = request.resolver_match
            facts = {"method": request.method, "page": match.view_name or match.route if match else "none"}
            log.info("answered", extra={"facts": {**facts, "status": response.status_code, "ms": milliseconds}})
        return response

    return answered
