"""Every address of the service, taken from its own table, so that a new one cannot be forgotten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from footing_web.enquiries.urls import BEHIND_A_LINK, FOR_ANYBODY

OF_AN_ORGANISATION = "organisations/<slug:slug>/"

OPEN_TO_ANYBODY = {
    "home", "accessibility", "privacy", "components", "sign_in", "sign_up", "favicon.ico",
    "health_live", "health_ready",
    "api_docs", "api:openapi-json", "api:api-root", "accounts:account_deleted",
    # whoever holds the secret of a link may open what it leads to
    "results:shared_overview", "results:shared_section", "results:shared_findings", "results:shared_measures",
    "results:shared_measure",
    # the public toolkit
    "wagtail_serve", "wagtaildocs_serve", "library:editions", "library:choose_edition", "library:edition",
    "library:search", "library:start", "library:start_for",
    "library:measures", "library:measure", "library:coverage", "library:news_feed", "library:event_calendar",
    "library:template_preview", "library:template_word", "library:advert_helper",
    "library:sitemap", "library:robots", "library:take_toolkit", "library:take_section", "library:take_page",
    # what anybody may write, and what whoever holds the secret of a link may do
    *(f"enquiries:{each.name}" for each in (*FOR_ANYBODY, *BEHIND_A_LINK)),
}  # fmt: skip
FOR_WHOEVER_HAS_SIGNED_IN = {
    "accounts:choose", "accounts:set_up", "accounts:ask", "accounts:invitation", "accounts:account",
    "accounts:account_name", "accounts:account_delete",
}  # fmt: skip
ELSEWHERE = ("accounts/", "api/v1/", "administration/", "cms/")
"""Sign-in itself, the API, the administration and the editing of the toolkit: each has tests of its own."""


@dataclass(frozen=True, slots=True)
class Address:
    """One line of the table of addresses."""

    name: str
    route: str
    view: Any

    @property
    def permission(self) -> str | None:
        """What a member must be allowed; ``None`` where the view asks for nothing."""
        return getattr(self.view, "permission", None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the address names besides the organisation."""
        return tuple(name for name in re.findall(r"<(?:\w+:)?(\w+)>", self.route) if name != "slug")

    def filled(self, slug: str, **named: object) -> str:
        """The address of one page."""
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str({"slug": slug, **named}[found[1]]), self.route)


def every_address() -> list[Address]:
    """The whole table."""
    return list(_walk(get_resolver().url_patterns, "", ""))


def addresses_of_organisations() -> list[Address]:
    """Those under the name of an organisation, but for the one where somebody outside asks to be let in."""
    return [
        each for each in every_address() if each.route.startswith(OF_AN_ORGANISATION) and each.name != "accounts:ask"
    ]


def _walk(patterns: list[Any], route: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{namespace}{pattern.name or here}", here, pattern.callback)
