"""The letters that accounts sends, each when what it tells of is certain: after the transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from footing_web.accounts.models import Invitation, JoinRequest, Membership, User


def say_invited(invitation: Invitation, token: str, by: User) -> None:
    """To the address that is invited: by whom, to what, and the link."""
    link = _address("accounts:invitation", token=token)
    context = {"invitation": invitation, "by": by, "link": link}
    _send("invited", [invitation.email], f"Join {invitation.organisation} on Footing", context)


def say_somebody_asks(request: JoinRequest, owners: Sequence[User]) -> None:
    """To the owners: that somebody of their domain asks to be let in."""
    link = _address("accounts:people", slug=request.organisation.slug)
    context = {"request": request, "link": link}
    for owner in owners:
        _send("somebody_asks", [owner.email], f"Somebody asks to join {request.organisation}", context)


def say_request_granted(membership: Membership) -> None:
    """To somebody who asked: that they are let in."""
    _tell_member("request_granted", membership, f"You have joined {membership.organisation}")


def say_request_declined(request: JoinRequest) -> None:
    """To somebody who asked: that they are not let in."""
    subject = f"Your request to join {request.organisation}"
    _send("request_declined", [request.user.email], subject, {"organisation": request.organisation})


def say_role_changed(membership: Membership) -> None:
    """To a member: what their role is now."""
    _tell_member("role_changed", membership, f"Your role in {membership.organisation} has changed")


def say_member_removed(membership: Membership) -> None:
    """To somebody who is no longer a member."""
    _tell_member("member_removed", membership, f"You are no longer a member of {membership.organisation}")


def say_organisation_handed_over(receiver: Membership, by: User) -> None:
    """To the new owner and to the one who was, in case it was not really they who did it."""
    subject = f"{receiver.organisation} has been handed over"
    context = {
        "membership": receiver,
        "by": by,
        "link": _address("accounts:organisation", slug=receiver.organisation.slug),
    }
    for address in (receiver.user.email, by.email):
        _send("handed_over", [address], subject, context)


def say_organisation_closed(name: str, owners: Sequence[User], by: User) -> None:
    """To every owner: that the organisation is gone, and who has closed it."""
    for owner in owners:
        _send("organisation_closed", [owner.email], f"{name} has been closed", {"name": name, "by": by})


def _tell_member(letter: str, membership: Membership, subject: str) -> None:
    link = _address("accounts:organisation", slug=membership.organisation.slug)
    _send(letter, [membership.user.email], subject, {"membership": membership, "link": link})


def _address(name: str, **kwargs: str) -> str:
    """The whole address of a page. Built from the settings; what a browser calls the host is not trusted."""
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse(name, kwargs=kwargs)


def _send(letter: str, to: list[str], subject: str, context: Mapping[str, Any]) -> None:
    said = {"subject": subject, **context}
    message = EmailMultiAlternatives(
        " ".join(subject.split()), render_to_string(f"accounts/letters/{letter}.txt", said), to=to
    )
    message.attach_alternative(render_to_string(f"accounts/letters/{letter}.html", said), "text/html")
    transaction.on_commit(message.send)
