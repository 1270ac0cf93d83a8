"""What accounts keeps: one module per noun."""

from footing_web.accounts.models.api_key import ApiKey
from footing_web.accounts.models.group import GroupPlace, OrganisationGroup
from footing_web.accounts.models.invitation import Invitation, JoinRequest
from footing_web.accounts.models.membership import Membership, Role
from footing_web.accounts.models.organisation import (
    Grade,
    Organisation,
    OrganisationKind,
    OrganisationOwned,
    Region,
    Sector,
    SizeBand,
    Unit,
)
from footing_web.accounts.models.user import User

__all__ = [
    "ApiKey",
    "Grade",
    "GroupPlace",
    "Invitation",
    "JoinRequest",
    "Membership",
    "Organisation",
    "OrganisationGroup",
    "OrganisationKind",
    "OrganisationOwned",
    "Region",
    "Role",
    "Sector",
    "SizeBand",
    "Unit",
    "User",
]
