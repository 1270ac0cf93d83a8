"""Words for the pages about an organisation as a whole."""

from typing import Any

from django import forms
from django.urls import reverse

from footing_web.accounts.models import Invitation, Membership, Organisation, Role
from footing_web.accounts.permissions import PERMISSIONS, permissions_of, role_may
from footing_web.accounts.presenters.asking import Context, address, asking

WAYS_IN = (
    (
        "results.view",
        "results/",
        "Results",
        "Who works here, at which grade and for what pay, beside the benchmarks.",
    ),
    ("uploads.view", "uploads/", "Extracts", "Hand in an HR extract, put its faults right, withdraw it."),
    ("documents.view", "documents/", "Documents", "Notices, forms, letters and policies, filled with your details."),
    ("members.view", "people/", "People", "Who belongs to the organisation, and in which role."),
    ("organisation.change", "settings/", "Settings", "Details, grades, units, keys for the API, groups."),
    ("audit.view", "audit/", "Audit", "Who did what, and when."),
)
"""Permission, address within the organisation, title, and what is there; in the order of the page."""


def setting_up(form: forms.Form) -> Context:
    """The page on which an organisation is set up."""
    words = "You become its owner. You can change all of this later, and hand the organisation over to somebody else."
    back = reverse("accounts:choose") + "?all"
    return asking("Set up an organisation", form, back=back, button="Set up the organisation", words=words)


def first_page(membership: Membership) -> Context:
    """What a member can do here."""
    organisation, role = membership.organisation, membership.role
    ways = [
        {"title": title, "address": address("organisation", organisation) + part, "words": words}
        for permission, part, title, words in WAYS_IN
        if role_may(role, permission)
    ]
    return {"organisation": organisation, "membership": membership, "ways": ways}


def roles(membership: Membership) -> Context:
    """Every role with what it can do, the reader's own first."""
    order = sorted(Role, key=lambda role: role != membership.role)
    listed = [
        {
            "name": role.label,
            "own": role == membership.role,
            "can": [PERMISSIONS[name].words for name in permissions_of(role)],
        }
        for role in order
    ]
    return {
        "organisation": membership.organisation,
        "roles": listed,
        "back": address("organisation", membership.organisation),
    }


def leaving(organisation: Organisation, form: forms.Form) -> Context:
    """The page that asks whether somebody really wants to leave."""
    words = "You will see nothing of it any more, and keys for the API that you made stop working."
    return asking(
        f"Leave {organisation}?",
        form,
        back=address("organisation", organisation),
        button="Leave the organisation",
        words=words,
        warning=True,
    )


def joining(invitation: Invitation, form: forms.Form) -> Context:
    """The page that an invitation opens."""
    words = f"You are invited as: {invitation.get_role_display()}."
    title = f"Join {invitation.organisation}"
    return asking(title, form, back=reverse("accounts:choose") + "?all", button="Join", words=words)


def details_of(organisation: Organisation) -> dict[str, Any]:
    """What the form of details shows at first."""
    return {field: getattr(organisation, field) for field in ("name", "kind", "sector", "region", "size_band")}
