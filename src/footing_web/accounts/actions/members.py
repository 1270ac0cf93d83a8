"""Members: joining, changing role, leaving, and handing an organisation over. There is always an owner."""

from django.db import transaction
from django.utils import timezone

from footing_web.accounts import refusals
from footing_web.accounts.letters import (
    say_member_removed,
    say_organisation_handed_over,
    say_role_changed,
)
from footing_web.accounts.models import ApiKey, Invitation, JoinRequest, Membership, Organisation, Role, User
from footing_web.accounts.queries import memberships_of, owners
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import write_entry


@transaction.atomic
def add_member(*, organisation: Organisation, user: User, role: str, way: str, by: User) -> Membership:
    """Make somebody a member. ``way`` says how they came: set_up, invitation, request. Raises ``Refused`` for a member.

    What they asked for or were offered before is settled with it.
    """
    _hold(organisation)
    if Membership.objects.filter(user=user).exists():
        raise refusals.already_member()
    membership = Membership.objects.create(organisation=organisation, user=user, role=role)
    JoinRequest.objects.filter(user=user).delete()
    Invitation.objects.filter(email__iexact=user.email).delete()
    _enter("members.joined", membership, by, role=role, way=way)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> Membership:
    """Give another member another role. Raises ``Refused`` for one's own role and for the last owner."""
    _hold(membership.organisation)
    if membership.user_id == by.pk:
        raise refusals.own_role()
    if membership.role == role:
        return membership
    _require_owner_beside(membership)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    _enter("members.role_changed", membership, by, role_before=before, role_after=role)
    say_role_changed(membership)
    return membership


@transaction.atomic
def remove_member(*, membership: Membership, by: User) -> None:
    """Take another member out. Raises ``Refused`` for oneself and for the last owner."""
    _hold(membership.organisation)
    if membership.user_id == by.pk:
        raise refusals.own_role()
    _require_owner_beside(membership)
    _enter("members.removed", membership, by, role=membership.role)
    say_member_removed(membership)
    _end(membership)


@transaction.atomic
def leave(*, membership: Membership, by: User) -> None:
    """Go. Raises ``Refused`` for the last owner, who has to hand the organisation over first."""
    _hold(membership.organisation)
    _require_owner_beside(membership)
    _enter("members.left", membership, by, role=membership.role)
    _end(membership)


@transaction.atomic
def leave_every_organisation(*, user: User, by: User) -> None:
    """Go from everywhere, before an account is deleted. Raises ``Refused`` where this person is the only owner."""
    for membership in memberships_of(user):
        with in_organisation(membership.organisation):
            leave(membership=membership, by=by)


@transaction.atomic
def transfer_ownership(*, giver: Membership, receiver: Membership, role_after: str, by: User) -> None:
    """Make another member an owner, and take the given role oneself instead of owner."""
    _hold(giver.organisation)
    if receiver.pk == giver.pk:
        raise refusals.own_role()
    receiver.role, giver.role = Role.OWNER, role_after
    receiver.save(update_fields=["role"])
    giver.save(update_fields=["role"])
    _enter("members.ownership_transferred", receiver, by, role_after=role_after)
    say_organisation_handed_over(receiver, by)


def _hold(organisation: Organisation) -> None:
    """Nobody else changes the members meanwhile: two owners who leave at once must not both succeed."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _require_owner_beside(membership: Membership) -> None:
    if membership.role == Role.OWNER and not owners().exclude(pk=membership.pk).exists():
        raise refusals.last_owner()


def _end(membership: Membership) -> None:
    """Remove the membership, and stop the keys whose secret this person has seen."""
    now = timezone.now()
    ApiKey.objects.filter(made_by=membership.user, withdrawn_at__isnull=True).update(withdrawn_at=now)
    membership.delete()


def _enter(action: str, membership: Membership, by: User, **facts: str | int | bool) -> None:
    write_entry(
        action, by=by.pk, organisation=membership.organisation_id, subject=f"member:{membership.user_id}", facts=facts
    )
