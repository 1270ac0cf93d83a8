"""Setting up an organisation, and saying how it is made up."""

import secrets
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.text import slugify

from footing_web.accounts import refusals
from footing_web.accounts.actions.members import add_member
from footing_web.accounts.models import Grade, Organisation, Role, Unit, User
from footing_web.accounts.public_domains import PUBLIC_DOMAINS
from footing_web.accounts.queries import domains_of
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import write_entry

LONGEST_NAME_IN_SLUG = 60
LETTERS_OF_SLUG = "bcdfghjkmnpqrstvwxz23456789"
LENGTH_OF_ENDING = 4


@transaction.atomic
def create_organisation(
    *, name: str, kind: str, sector: str, region: str, size_band: str, by: User, slug: str | None = None
) -> Organisation:
    """A new organisation, with the person who sets it up as its owner.

    The slug ends in four letters by chance, so that an address does not tell whether a name was taken before.
    """
    organisation = Organisation.objects.create(
        name=name, slug=slug or _new_slug(name), kind=kind, sector=sector, region=region, size_band=size_band
    )
    with in_organisation(organisation):
        _enter("organisation.created", organisation, by, kind=kind)
        add_member(organisation=organisation, user=by, role=Role.OWNER, way="set_up", by=by)
    return organisation


def _new_slug(name: str) -> str:
    ending = "".join(secrets.choice(LETTERS_OF_SLUG) for _ in range(LENGTH_OF_ENDING))
    return f"{slugify(name)[:LONGEST_NAME_IN_SLUG] or 'organisation'}-{ending}"


@transaction.atomic
def change_organisation(*, organisation: Organisation, changes: Mapping[str, str], by: User) -> Organisation:
    """Change the name, kind, sector, region or size. The address stays, so that links keep working."""
    changed = [field for field, value in changes.items() if getattr(organisation, field) != value]
    for field in changed:
        setattr(organisation, field, changes[field])
    if changed:
        organisation.save(update_fields=changed)
        _enter("organisation.changed", organisation, by, fields=", ".join(changed))
    return organisation


@transaction.atomic
def open_to_domain(*, organisation: Organisation, domain: str, by: User) -> None:
    """Let people with an address at this domain ask to join; with an empty domain, nobody any more.

    The domain must be that of a confirmed address of the person who opens the door, and not one that anybody can have.
    """
    if domain and domain not in domains_of(by):
        raise refusals.not_own_domain()
    if domain in PUBLIC_DOMAINS:
        raise refusals.public_domain(domain)
    organisation.join_domain = domain
    organisation.save(update_fields=["join_domain"])
    _enter("organisation.changed", organisation, by, fields="join_domain")


@transaction.atomic
def ask_for_second_step(*, organisation: Organisation, roles: Sequence[str], by: User) -> None:
    """Let members with these roles in only with a second step at sign-in, from their next page on."""
    organisation.second_step_roles = [role.value for role in Role if role.value in roles]
    organisation.save(update_fields=["second_step_roles"])
    _enter("organisation.second_step_asked", organisation, by, roles=", ".join(organisation.second_step_roles))


@transaction.atomic
def set_grades(*, organisation: Organisation, grades: Sequence[tuple[str, str, bool]], by: User) -> None:
    """The whole ladder at once, from most junior to most senior: code, title and whether it is senior.

    A grade whose code was there before stays the same grade.
    """
    codes = [code for code, _, _ in grades]
    for code in codes:
        if codes.count(code) > 1:
            raise refusals.grade_twice(code)
    before = {grade.code: grade for grade in Grade.objects.all()}
    Grade.objects.exclude(code__in=codes).delete()
    for order, (code, title, senior) in enumerate(grades, start=1):
        grade = before.get(code) or Grade(organisation=organisation, code=code)
        grade.title, grade.order, grade.senior = title, order, senior
        grade.save()
    counts = {"added": len(set(codes) - set(before)), "removed": len(set(before) - set(codes)), "grades": len(codes)}
    _enter("organisation.grades_changed", organisation, by, **counts)


@transaction.atomic
def set_units(*, organisation: Organisation, paths: Sequence[tuple[str, ...]], by: User) -> None:
    """The whole tree at once, each unit as its path from the top. A unit that was there before stays the same unit."""
    for path in paths:
        if paths.count(path) > 1:
            raise refusals.unit_twice(" > ".join(path))
    wanted = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    before = _units_by_path()
    for path in sorted(set(before) - wanted, key=len, reverse=True):
        before[path].delete()
    kept = {path: unit for path, unit in before.items() if path in wanted}
    for path in sorted(wanted - set(before), key=len):
        parent = kept[path[:-1]] if len(path) > 1 else None
        kept[path] = Unit.objects.create(organisation=organisation, name=path[-1], parent=parent)
    counts = {"added": len(wanted - set(before)), "removed": len(set(before) - wanted), "units": len(wanted)}
    _enter("organisation.units_changed", organisation, by, **counts)


def _units_by_path() -> dict[tuple[str, ...], Unit]:
    units = {unit.pk: unit for unit in Unit.objects.all()}

    def path(unit: Unit) -> tuple[str, ...]:
        return (*path(units[unit.parent_id]), unit.name) if unit.parent_id else (unit.name,)

    return {path(unit): unit for unit in units.values()}


def _enter(action: str, organisation: Organisation, by: User, **facts: str | int | bool) -> None:
    write_entry(action, by=by.pk, organisation=organisation.pk, subject=f"organisation:{organisation.pk}", facts=facts)
