"""The pages of the inbox, as they stand under the masthead."""

from typing import Any

from footing_web.enquiries.presenters.asking import at

PAGES = (
    ("Messages", "inbox"),
    ("Case studies", "case_studies"),
    ("Interview times", "slots"),
    ("Comments", "inbox_comments"),
    ("Events", "inbox_events"),
    ("Send news", "bulletin"),
    ("Sponsors", "inbox_sponsors"),
)


def ways(path: str) -> dict[str, Any]:
    """For the navigation component: every page, with the one of this path marked."""
    home = at("inbox")
    items = [{"text": words, "href": at(name), "active": _is_at(path, at(name), home)} for words, name in PAGES]
    return {"serviceName": "Inbox", "serviceUrl": home, "navigation": items}


def _is_at(path: str, page: str, home: str) -> bool:
    if page == home:
        return path == home or path.startswith(f"{home}enquiries/")
    return path.startswith(page)
