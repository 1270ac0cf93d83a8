"""Reading organisations and their members. What goes across organisations says so with ``scopes_disabled``."""

from collections.abc import Sequence
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django_scopes import scopes_disabled

from footing_web.accounts.models import (
    ApiKey,
    Grade,
    GroupPlace,
    Invitation,
    JoinRequest,
    Membership,
    Organisation,
    OrganisationGroup,
    Role,
    Unit,
    User,
)
from footing_web.accounts.secret import digest_of_secret


def memberships_of(user: User) -> Sequence[Membership]:
    """Every membership of a person, by name of organisation; the organisations come with them."""
    with scopes_disabled():
        return list(
            Membership.objects.filter(user=user)
            .select_related("organisation")
            .order_by("organisation__name", "organisation__slug")
        )


def membership_in(user: User, slug: str) -> Membership | None:
    """Somebody's membership in the organisation of this slug. ``None`` whether it does not exist or is not theirs."""
    with scopes_disabled():
        return Membership.objects.filter(user=user, organisation__slug=slug).select_related("organisation").first()


def members() -> QuerySet[Membership]:
    """The members of the organisation in scope, with their users, by name and address."""
    return Membership.objects.select_related("user").order_by("user__name", "user__email")


def owners() -> QuerySet[Membership]:
    """The owners of the organisation in scope."""
    return members().filter(role=Role.OWNER)


def names_of(user_ids: Sequence[str]) -> dict[str, str]:
    """Names of users by id, for those who still have an account."""
    return {str(user.pk): user.get_full_name() for user in User.objects.filter(pk__in=user_ids)}


def invitations() -> QuerySet[Invitation]:
    """The open invitations of the organisation in scope, newest first."""
    return Invitation.objects.all()


def invitation_with(token: str) -> Invitation | None:
    """The invitation whose link holds this secret, with its organisation."""
    with scopes_disabled():
        return (
            Invitation.objects.filter(token_digest=digest_of_secret(token))
            .select_related("organisation", "invited_by")
            .first()
        )


def join_requests() -> QuerySet[JoinRequest]:
    """Who asks to join the organisation in scope, longest waiting first."""
    return JoinRequest.objects.select_related("user")


def addresses_of(user: User) -> frozenset[str]:
    """The confirmed e-mail addresses of a person, in small letters."""
    confirmed = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in confirmed)


def domains_of(user: User) -> frozenset[str]:
    """The domains of a person's confirmed addresses."""
    return frozenset(address.rpartition("@")[2] for address in addresses_of(user))


def organisations_to_ask(user: User) -> Sequence[Organisation]:
    """Organisations that this person may ask to join by the domain of their address, and has not yet."""
    domains = domains_of(user)
    with scopes_disabled():
        known = set(Membership.objects.filter(user=user).values_list("organisation_id", flat=True))
        known |= set(JoinRequest.objects.filter(user=user).values_list("organisation_id", flat=True))
        return list(Organisation.objects.filter(join_domain__in=domains).exclude(join_domain="").exclude(pk__in=known))


def requests_of(user: User) -> Sequence[JoinRequest]:
    """What a person has asked to join and has not heard of, with the organisations."""
    with scopes_disabled():
        return list(JoinRequest.objects.filter(user=user).select_related("organisation"))


def grades() -> QuerySet[Grade]:
    """The grades of the organisation in scope, from most junior to most senior."""
    return Grade.objects.order_by("order")


def unit_paths() -> list[tuple[str, ...]]:
    """Every unit of the organisation in scope as its path from the top, in order."""
    units = {unit.pk: unit for unit in Unit.objects.all()}

    def path(unit: Unit) -> tuple[str, ...]:
        return (*path(units[unit.parent_id]), unit.name) if unit.parent_id else (unit.name,)

    return sorted((path(unit) for unit in units.values()), key=lambda names: [name.casefold() for name in names])


def keys() -> QuerySet[ApiKey]:
    """The keys of the organisation in scope, newest first, withdrawn ones too."""
    return ApiKey.objects.select_related("made_by")


def key_with(secret: str) -> ApiKey | None:
    """The key with this secret and its organisation, if it still works."""
    with scopes_disabled():
        with_digest = ApiKey.objects.filter(digest=digest_of_secret(secret))
        found = with_digest.select_related("organisation", "made_by").first()
    return found if found is not None and found.works else None


def places() -> QuerySet[GroupPlace]:
    """The places of the organisation in scope, in groups or asked for, by name of group."""
    return GroupPlace.objects.select_related("group", "group__lead").order_by("group__name")


def groups_led_by(organisation: Organisation) -> QuerySet[OrganisationGroup]:
    """The groups that this organisation leads."""
    return OrganisationGroup.objects.filter(lead=organisation)


def places_in(group: OrganisationGroup) -> Sequence[GroupPlace]:
    """Every place of a group, with its organisation, by name: for members of the group; who asks, for its lead."""
    with scopes_disabled():
        return list(
            GroupPlace.objects.filter(group=group)
            .select_related("organisation", "group")
            .order_by("organisation__name")
        )


def place_to_decide(lead: Organisation, place_id: UUID) -> GroupPlace | None:
    """A place in a group that this organisation leads. ``None`` for any other, whether there is one or not."""
    with scopes_disabled():
        return (
            GroupPlace.objects.filter(pk=place_id, group__lead=lead)
            .select_related("organisation", "group", "group__lead")
            .first()
        )
