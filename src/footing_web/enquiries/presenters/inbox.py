"""What the pages of the inbox say."""

from typing import Any

from footing_web.accounts.models import User
from footing_web.enquiries import queries
from footing_web.enquiries.models import OPEN_ENQUIRIES, Enquiry, Registration
from footing_web.enquiries.presenters.asking import Context

TAGS = {
    "new": "govuk-tag--blue",
    "in_hand": "govuk-tag--yellow",
    "waiting": "govuk-tag--purple",
    "closed": "govuk-tag--grey",
    "set_aside": "govuk-tag--grey",
}


def inbox(viewer: User, *, over: bool) -> Context:
    """Everything that waits, with what is one's own marked."""
    return {
        "over": over,
        "enquiries": [_line(each, viewer) for each in queries.enquiries(over=over)],
        "comments": queries.comments_to_read().count(),
        "case_studies": queries.case_studies().count(),
        "registered": Registration.objects.exclude(confirmed_at=None).count(),
    }


def enquiry(found: Enquiry) -> Context:
    """One enquiry."""
    return {
        "enquiry": found,
        "tag": tag(found),
        "remarks": found.remarks.select_related("by"),
        "may_answer": bool(found.email),
        "is_open": found.state in OPEN_ENQUIRIES,
    }


def receivers() -> str:
    """To how many people news would go at most."""
    count = Registration.objects.exclude(confirmed_at=None).count()
    people = "1 person has" if count == 1 else f"{count:,} people have"
    return f"{people} registered. The news goes to those who chose its topic, each in a letter of their own."


def tag(found: Enquiry) -> dict[str, Any]:
    """The state as a tag."""
    return {"text": found.get_state_display(), "classes": TAGS[found.state]}


def _line(found: Enquiry, viewer: User) -> dict[str, Any]:
    return {"enquiry": found, "tag": tag(found), "own": found.owner_id == viewer.pk}
