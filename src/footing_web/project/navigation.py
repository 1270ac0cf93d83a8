"""The navigation of a page: the organisation's, where a page belongs to one; the toolkit's, on its pages."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from footing_web.accounts.models import Membership
from footing_web.accounts.permissions import role_may
from footing_web.library import navigation as toolkit

PARTS = (
    ("Overview", "", None),
    ("Extracts", "uploads/", "uploads.view"),
    ("Results", "results/", "results.view"),
    ("Documents", "documents/", "documents.view"),
    ("People", "people/", "members.view"),
    ("Audit", "audit/", "audit.view"),
    ("Settings", "settings/", "organisation.change"),
)
"""Words, address within the organisation, and the permission without which the words are not shown."""


@dataclass(frozen=True, slots=True)
class Navigation:
    """What stands under the masthead."""

    title: str = ""
    address: str = ""
    items: list[dict[str, Any]] = field(default_factory=list)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """For templates: ``navigation``, empty where a page belongs to no organisation and is not in the toolkit."""
    membership: Membership | None = getattr(request, "membership", None)
    if membership is not None:
        return {"navigation": _of(membership, request.path)}
    return {"navigation": _of_the_toolkit(request.path) if toolkit.belongs(request.path) else Navigation()}


def _of_the_toolkit(path: str) -> Navigation:
    return Navigation(toolkit.TITLE, toolkit.ADDRESS, toolkit.items(path))


def _of(membership: Membership, path: str) -> Navigation:
    organisation = membership.organisation
    home = f"/organisations/{organisation.slug}/"
    items = [
        {"text": words, "href": home + part, "active": _is_at(path, home, part)}
        for words, part, permission in PARTS
        if permission is None or role_may(membership.role, permission)
    ]
    return Navigation(organisation.name, home, items)


def _is_at(path: str, home: str, part: str) -> bool:
    return path == home if not part else path.startswith(home + part)
