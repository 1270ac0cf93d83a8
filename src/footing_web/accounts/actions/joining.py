"""Ways in: an invitation by e-mail, and a request from somebody of the organisation's own domain."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from footing_web.accounts import refusals
from footing_web.accounts.actions.members import add_member
from footing_web.accounts.letters import say_invited, say_request_declined, say_request_granted, say_somebody_asks
from footing_web.accounts.models import Invitation, JoinRequest, Membership, Organisation, User
from footing_web.accounts.queries import addresses_of, domains_of, members, owners
from footing_web.accounts.scoping import in_organisation
from footing_web.accounts.secret import digest_of_secret, new_secret
from footing_web.audit.actions import write_entry

INVITATION_DAYS = 14
"""Long enough for a fortnight's leave, short enough that a forgotten letter in an inbox opens nothing later."""


@transaction.atomic
def invite(*, organisation: Organisation, email: str, role: str, by: User) -> Invitation:
    """Offer membership to an address, by a letter with a link. Inviting again makes the earlier link useless.

    Raises ``Refused`` where a member has this address.
    """
    if members().filter(user__email__iexact=email).exists():
        raise refusals.already_member()
    token = new_secret()
    Invitation.objects.filter(email__iexact=email).delete()
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email.lower(),
        role=role,
        token_digest=digest_of_secret(token),
        invited_by=by,
        expires_at=timezone.now() + dt.timedelta(days=INVITATION_DAYS),
    )
    _enter("members.invited", organisation, by, f"invitation:{invitation.pk}", role=role)
    say_invited(invitation, token, by)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Make the link useless."""
    subject = f"invitation:{invitation.pk}"
    _enter("members.invitation_withdrawn", invitation.organisation, by, subject, role=invitation.role)
    invitation.delete()


def accept_invitation(*, invitation: Invitation, by: User) -> Membership:
    """Join, as the person to whose confirmed address the invitation was sent. Raises ``Refused`` for anybody else."""
    if invitation.expires_at <= timezone.now():
        raise refusals.invitation_over()
    if invitation.email not in addresses_of(by):
        raise refusals.other_address()
    with transaction.atomic(), in_organisation(invitation.organisation):
        if not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
            raise refusals.invitation_over()
        return add_member(organisation=invitation.organisation, user=by, role=invitation.role, way="invitation", by=by)


def ask_to_join(*, organisation: Organisation, by: User) -> JoinRequest:
    """Ask the owners to be let in. Raises ``Refused`` unless they opened the door to a domain of this person."""
    if not organisation.join_domain or organisation.join_domain not in domains_of(by):
        raise refusals.not_your_domain()
    with transaction.atomic(), in_organisation(organisation):
        if Membership.objects.filter(user=by).exists():
            raise refusals.already_member()
        request, new = JoinRequest.objects.get_or_create(organisation=organisation, user=by)
        if new:
            _enter("members.asked_to_join", organisation, by, f"member:{by.pk}")
            say_somebody_asks(request, [owner.user for owner in owners()])
        return request


@transaction.atomic
def admit(*, request: JoinRequest, role: str, by: User) -> Membership:
    """Let somebody in who asked, with a role."""
    organisation, user = request.organisation, request.user
    membership = add_member(organisation=organisation, user=user, role=role, way="request", by=by)
    say_request_granted(membership)
    return membership


@transaction.atomic
def decline(*, request: JoinRequest, by: User) -> None:
    """Do not let somebody in who asked. They may ask again."""
    _enter("members.request_declined", request.organisation, by, f"member:{request.user_id}")
    say_request_declined(request)
    request.delete()


def _enter(action: str, organisation: Organisation, by: User, subject: str, **facts: str | int | bool) -> None:
    write_entry(action, by=by.pk, organisation=organisation.pk, subject=subject, facts=facts)
