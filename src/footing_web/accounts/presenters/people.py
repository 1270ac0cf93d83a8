"""Words for the pages about members."""

from typing import Any

from django import forms

from footing_web.accounts import queries
from footing_web.accounts.models import Invitation, JoinRequest, Membership
from footing_web.accounts.permissions import role_may
from footing_web.accounts.presenters.asking import Context, address, asking


def people(viewer: Membership) -> Context:
    """The members; for those who manage them also the invited and those who ask."""
    organisation = viewer.organisation
    manages = role_may(viewer.role, "members.manage")
    context: Context = {
        "organisation": organisation,
        "manages": manages,
        "members": [_member(each, viewer, manages=manages) for each in queries.members()],
    }
    if manages:
        context |= {"invitations": list(queries.invitations()), "requests": list(queries.join_requests())}
    return context


def _member(membership: Membership, viewer: Membership, *, manages: bool) -> dict[str, Any]:
    own = membership.pk == viewer.pk
    return {
        "membership": membership,
        "own": own,
        "can_change": manages and not own,
    }


def inviting(organisation: Any, form: forms.Form) -> Context:
    """The page of an invitation."""
    return asking("Invite somebody", form, back=address("people", organisation), button="Send the invitation")


def withdrawing(invitation: Invitation, form: forms.Form) -> Context:
    """The page that asks whether an invitation is to be withdrawn."""
    return asking(
        f"Withdraw the invitation to {invitation.email}?",
        form,
        back=address("people", invitation.organisation),
        button="Withdraw the invitation",
        words="The link in the e-mail will stop working.",
        warning=True,
    )


def changing_role(membership: Membership, form: forms.Form) -> Context:
    """The page of somebody's role."""
    return asking(
        f"The role of {membership.user}",
        form,
        back=address("people", membership.organisation),
        button="Change the role",
        words="They get an e-mail that says so.",
    )


def removing(membership: Membership, form: forms.Form) -> Context:
    """The page that asks whether a member is to be removed."""
    return asking(
        f"Remove {membership.user}?",
        form,
        back=address("people", membership.organisation),
        button="Remove this member",
        words="They lose all access at once and get an e-mail. Keys for the API that they made stop working.",
        warning=True,
    )


def admitting(request: JoinRequest, form: forms.Form) -> Context:
    """The page on which somebody who asked is let in."""
    return asking(
        f"Let {request.user} in",
        form,
        back=address("people", request.organisation),
        button="Let them in",
        words=f"They asked from {request.user.email}.",
    )


def declining(request: JoinRequest, form: forms.Form) -> Context:
    """The page that asks whether somebody is not to be let in."""
    return asking(
        f"Decline the request of {request.user}?",
        form,
        back=address("people", request.organisation),
        button="Decline the request",
        words="They get an e-mail, and can ask again.",
        warning=True,
    )
