"""Groups of organisations: started by one, joined by a code and with the starter's yes, left at any time."""

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts import refusals
from footing_web.accounts.models import GroupPlace, Organisation, OrganisationGroup, User
from footing_web.accounts.scoping import in_organisation
from footing_web.accounts.secret import digest_of_secret, new_secret
from footing_web.audit.actions import write_entry


@transaction.atomic
def start_group(*, organisation: Organisation, name: str, by: User) -> tuple[OrganisationGroup, str]:
    """A new group with this organisation as its lead and first member, and the code that lets others ask."""
    code = new_secret()
    group = OrganisationGroup.objects.create(name=name, lead=organisation, code_digest=digest_of_secret(code))
    GroupPlace.objects.create(organisation=organisation, group=group, given_at=timezone.now())
    _enter("groups.started", group, organisation, by)
    return group, code


@transaction.atomic
def change_code(*, group: OrganisationGroup, by: User) -> str:
    """A new code; the one before opens nothing any more."""
    code = new_secret()
    group.code_digest = digest_of_secret(code)
    group.save(update_fields=["code_digest"])
    _enter("groups.code_changed", group, group.lead, by)
    return code


@transaction.atomic
def ask_for_place(*, organisation: Organisation, code: str, by: User) -> GroupPlace:
    """Ask the lead for a place in the group of this code. Raises ``Refused`` for a code that opens nothing."""
    group = OrganisationGroup.objects.filter(code_digest=digest_of_secret(code.strip())).first()
    if group is None:
        raise refusals.no_such_code()
    place, new = GroupPlace.objects.get_or_create(organisation=organisation, group=group)
    if new:
        _enter("groups.asked", group, organisation, by)
    return place


@transaction.atomic
def give_place(*, place: GroupPlace, by: User) -> None:
    """Let an organisation in that asked. The entry is made in the log of the lead and in that of the newcomer."""
    place.given_at = timezone.now()
    with in_organisation(place.organisation):
        place.save(update_fields=["given_at"])
    _enter("groups.admitted", place.group, place.group.lead, by)
    _enter("groups.admitted", place.group, place.organisation, None)


@transaction.atomic
def refuse_place(*, place: GroupPlace, by: User) -> None:
    """Do not let an organisation in, or no longer. The entry is made in both logs."""
    if place.organisation_id == place.group.lead_id:
        raise refusals.lead_stays()
    _enter("groups.declined", place.group, place.group.lead, by)
    _enter("groups.declined", place.group, place.organisation, None)
    with in_organisation(place.organisation):
        place.delete()


@transaction.atomic
def leave_group(*, place: GroupPlace, by: User) -> None:
    """Go from a group. Raises ``Refused`` for its lead, who may close it."""
    if place.organisation_id == place.group.lead_id:
        raise refusals.lead_stays()
    _enter("groups.left", place.group, place.organisation, by)
    place.delete()


@transaction.atomic
def close_group(*, group: OrganisationGroup, by: User) -> None:
    """End a group for all its members."""
    _enter("groups.closed", group, group.lead, by)
    with scopes_disabled():
        group.delete()


def _enter(action: str, group: OrganisationGroup, organisation: Organisation, by: User | None) -> None:
    write_entry(action, by=by.pk if by else None, organisation=organisation.pk, subject=f"group:{group.pk}")
