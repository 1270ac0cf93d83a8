"""The edition in whose words an organisation reads its documents."""

from collections.abc import Mapping
from types import MappingProxyType

from footing_web.accounts.models import Organisation, OrganisationKind, Sector
from footing_web.library.content_files import Edition
from footing_web.library.documents.fields import FIELDS
from footing_web.library.presenters.editions import Wording, by_id

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


def edition_for(organisation: Organisation) -> Edition | None:
    """By the kind of employer and then by the sector; ``None`` where the words for all industries are right."""
    name = OF_KIND.get(organisation.kind) or OF_SECTOR.get(organisation.sector)
    return by_id().get(name) if name else None


def words_of(edition: Edition | None) -> dict[str, str]:
    """The fields that are words, as the edition says them."""
    say = Wording(edition)
    return {name: say(field.usual) for name, field in FIELDS.items() if field.usual is not None}
