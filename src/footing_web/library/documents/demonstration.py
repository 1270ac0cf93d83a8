"""What the documents of the two fictional organisations are filled with."""

from collections.abc import Mapping
from types import MappingProxyType

from footing_web.accounts import queries as accounts
from footing_web.accounts.models import Organisation
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import through
from footing_web.library.documents.actions import keep_details
from footing_web.library.documents.organisation import details_of
from footing_web.library.models import DocumentDetails

DETAILS: Mapping[str, Mapping[str, str | int]] = MappingProxyType(
    {
        "aldermere-council": {
            "champion": "Priya Nair, Director of People (fictional)",
            "contact": "People Insight, people.insight@aldermere-council.example",
            "data_team": "two analysts in the People Insight team",
            "data_protection_contact": "data.protection@aldermere-council.example",
            "privacy_address": "https://aldermere-council.example/privacy",
            "retention_months": 24,
            "board": "cabinet",
        },
        "larkspur-hale": {
            "champion": "Tom Okafor, Managing Partner (fictional)",
            "contact": "People team, people@larkspur-hale.example",
            "data_team": "the head of people and one analyst",
            "data_protection_contact": "privacy@larkspur-hale.example",
            "privacy_address": "https://larkspur-hale.example/privacy",
            "retention_months": 18,
            "staff": "colleagues",
            "board": "partnership board",
        },
    }
)
"""By the short name of the organisation; what is not given stays marked in its documents."""


def give_details() -> int:
    """Give each demonstration organisation its details, unless somebody has; how many got theirs."""
    given = 0
    for slug, said in DETAILS.items():
        organisation = Organisation.objects.filter(slug=slug).first()
        given += organisation is not None and _give(organisation, said)
    return given


def _give(organisation: Organisation, said: Mapping[str, str | int]) -> bool:
    with in_organisation(organisation), through("command:demo_documents"):
        owner = accounts.owners().first()
        if owner is None or details_of() is not None:
            return False
        details = DocumentDetails(organisation=organisation, **said)
        keep_details(details=details, changed=list(said), by=owner.user)
        return True
