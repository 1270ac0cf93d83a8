"""Who may do what: one table, read by the screens, the API, the tests and the page that explains the roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import rules

from footing_web.accounts.models import Membership, Organisation, Role
from footing_web.accounts.scoping import in_organisation

OWNER, ANALYST, PLAN_LEAD = Role.OWNER, Role.ANALYST, Role.PLAN_LEAD
SURVEY_OWNER, VIEWER, CONTRIBUTOR = Role.SURVEY_OWNER, Role.VIEWER, Role.CONTRIBUTOR


@dataclass(frozen=True, slots=True)
class Permission:
    """Something that can be done in an organisation: what it is, in words that follow “can”, and the roles that can."""

    words: str
    roles: frozenset[Role]


def _may(words: str, *roles: Role) -> Permission:
    return Permission(words, frozenset(roles))


PERMISSIONS: Mapping[str, Permission] = MappingProxyType(
    {
        "organisation.view": _may("see the page of the organisation", *Role),
        "organisation.change": _may("change the details, units and grades of the organisation", OWNER),
        "organisation.close": _may("close the organisation, which deletes everything of it", OWNER),
        "members.view": _may("see who the members are", OWNER, ANALYST, PLAN_LEAD),
        "members.manage": _may("invite, change and remove members", OWNER),
        "uploads.view": _may("see what was handed in, and its faults", OWNER, ANALYST),
        "uploads.hand_in": _may("hand in an extract", OWNER, ANALYST),
        "uploads.withdraw": _may("withdraw an extract", OWNER, ANALYST),
        "results.run": _may("run an assessment", OWNER, ANALYST),
        "results.view": _may("see results", OWNER, ANALYST, PLAN_LEAD, SURVEY_OWNER, VIEWER),
        "results.download": _may("download results", OWNER, ANALYST, PLAN_LEAD, VIEWER),
        "results.share": _may("share results by a link", OWNER, ANALYST),
        "ledger.view": _may("see the ledger of what was released", OWNER, ANALYST),
        "documents.view": _may(
            "read and download documents filled with its details", OWNER, ANALYST, PLAN_LEAD, SURVEY_OWNER, VIEWER
        ),
        "documents.change": _may("change what documents are filled with", OWNER, PLAN_LEAD),
        "plans.edit": _may("write the plan", OWNER, PLAN_LEAD),
        "surveys.manage": _may("run surveys", OWNER, SURVEY_OWNER),
        "audit.view": _may("read and download the log", OWNER),
        "api.manage": _may("make and withdraw keys for the API", OWNER),
    }
)


def role_may(role: str, permission: str) -> bool:
    """Whether members with this role can do it. Raises ``KeyError`` for a permission that is not in the table."""
    return role in PERMISSIONS[permission].roles


def permissions_of(role: str) -> tuple[str, ...]:
    """Everything that this role can do, in the order of the table."""
    return tuple(name for name in PERMISSIONS if role_may(role, name))


def _predicate(permission: str) -> rules.Predicate:
    """The same question in the form that ``user.has_perm(permission, organisation)`` asks it."""

    def may(user: Any, organisation: Organisation | None) -> bool:
        if organisation is None or not user.is_authenticated:
            return False
        with in_organisation(organisation):
            membership = Membership.objects.filter(user=user).first()
        return membership is not None and role_may(membership.role, permission)

    return rules.predicate(may, name=f"may_{permission}")


for _name in PERMISSIONS:
    rules.add_perm(_name, _predicate(_name))
