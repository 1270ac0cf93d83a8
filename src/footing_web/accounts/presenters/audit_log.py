"""Words for the log."""

from typing import Any

from django.core.paginator import Page

from footing_web.accounts import queries
from footing_web.accounts.models import Organisation
from footing_web.accounts.presenters.asking import Context
from footing_web.audit.kinds import KINDS
from footing_web.audit.models import AuditEntry

NOBODY = "The service"
GONE = "Somebody whose account is deleted"


def audit_log(organisation: Organisation, page: "Page[AuditEntry]") -> Context:
    """One page of the log, with names for those who still have an account."""
    entries = list(page.object_list)
    names = queries.names_of([entry.by for entry in entries if entry.by])
    return {
        "organisation": organisation,
        "entries": [_entry(entry, names) for entry in entries],
        "page": page,
        "pagination": _pagination(page),
    }


def _entry(entry: AuditEntry, names: dict[str, str]) -> dict[str, Any]:
    kind = KINDS.get(entry.action)
    return {
        "number": entry.number,
        "at": entry.at,
        "who": names.get(entry.by, GONE) if entry.by else NOBODY,
        "did": kind.words if kind else entry.action,
        "through": "by a key for the API" if entry.through.startswith("key:") else "",
        "facts": [(name.replace("_", " "), _value(value)) for name, value in entry.facts.items()],
    }


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value).replace("_", " ")


def _pagination(page: "Page[AuditEntry]") -> dict[str, Any] | None:
    """The way to newer and older entries, in the form of its component."""
    if page.paginator.num_pages == 1:
        return None
    ways: dict[str, Any] = {"landmarkLabel": "Pages of the log"}
    if page.has_previous():
        ways["previous"] = {"text": "Newer", "href": f"?page={page.previous_page_number()}"}
    if page.has_next():
        ways["next"] = {"text": "Older", "href": f"?page={page.next_page_number()}"}
    return ways
