"""The edition in whose words an organisation reads its documents."""

from collections.abc import Mapping
from types import MappingProxyType

from footing_web.accounts.models import Organisation, OrganisationKind, Sector
from footing_web.library.documents.fields import FIELDS
from footing_web.library.documents.known import Known
from footing_web.library.documents.wording import words_for

OF_KIND: Mapping[str, str] = MappingProxyType(
    {
        OrganisationKind.COUNCIL: "local-government",
        OrganisationKind.NHS: "nhs",
        OrganisationKind.DEPARTMENT: "civil-service",
        OrganisationKind.CHARITY: "charities",
        OrganisationKind.EDUCATION: "education",
    }
)
OF_SECTOR: Mapping[str, str] = MappingProxyType(
    {
        Sector.EDUCATION: "education",
        Sector.FINANCE: "financial-professional",
        Sector.PROFESSIONAL: "financial-professional",
        Sector.INFORMATION: "tech",
        Sector.CREATIVE: "creative",
        Sector.MANUFACTURING: "manufacturing-construction",
        Sector.CONSTRUCTION: "manufacturing-construction",
        Sector.RETAIL: "retail",
    }
)


def edition_for(organisation: Organisation) -> str:
    """The id by the kind of employer and then by the sector; empty where the words for all industries are right."""
    return OF_KIND.get(organisation.kind) or OF_SECTOR.get(organisation.sector, "")


def words_of(edition: str) -> dict[str, str]:
    """The fields that are words, as the edition says them."""
    say = words_for(Known(edition=edition))
    return {name: say(field.usual) for name, field in FIELDS.items() if field.usual is not None}
