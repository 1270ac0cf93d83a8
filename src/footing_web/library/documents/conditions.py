"""To whom a part of a document applies: what each condition means, and whether it is met by an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footing_web.accounts.models import Organisation, OrganisationKind, Region, SizeBand

PUBLIC = frozenset({OrganisationKind.COUNCIL, OrganisationKind.NHS, OrganisationKind.DEPARTMENT})
PRIVATE = frozenset({OrganisationKind.CHARITY, OrganisationKind.FIRM})
IN_ONE_NATION_OR_REGION = frozenset(Region) - {Region.UNITED_KINGDOM}


@dataclass(frozen=True, slots=True)
class ConditionOfBlock:
    """One condition: the words with which it is put to somebody who has to decide it."""

    words: str


CONDITIONS: Mapping[str, ConditionOfBlock] = MappingProxyType(
    {
        "public": ConditionOfBlock("Keep this part if you are a public authority"),
        "not-public": ConditionOfBlock("Keep this part if you are not a public authority"),
        "wales": ConditionOfBlock("Keep this part if you are a public body in Wales"),
        "scotland": ConditionOfBlock("Keep this part if you are a public body in Scotland"),
        "small": ConditionOfBlock("Keep this part if fewer than 50 people work for you"),
        "larger": ConditionOfBlock("Keep this part if 50 people or more work for you"),
    }
)

Met = Mapping[str, bool]
"""The conditions that can be told, by name; what is missing is for a person to decide."""


def met_by(organisation: Organisation) -> Met:
    """What can be told from the details of an organisation.

    A school, college or university may or may not be a public authority in law, so that is left open. A public body
    that works across the United Kingdom may have duties in Wales and in Scotland, so those are left open too.
    """
    kind, small = organisation.kind, organisation.size_band == SizeBand.UNDER_50
    found = {"small": small, "larger": not small}
    if kind in PUBLIC | PRIVATE:
        found |= {"public": kind in PUBLIC, "not-public": kind in PRIVATE}
    if kind in PRIVATE:
        found |= {"wales": False, "scotland": False}
    elif organisation.region in IN_ONE_NATION_OR_REGION:
        there = {"wales": organisation.region == Region.WALES, "scotland": organisation.region == Region.SCOTLAND}
        known_public = kind in PUBLIC
        found |= {name: value for name, value in there.items() if known_public or not value}
    return found
