"""The fictional organisations have documents that are filled in, and what somebody changed stays as it is."""

import pytest
from django.core.management import call_command

from footing_web.accounts.models import Organisation, OrganisationKind, Role, Sector
from footing_web.accounts.scoping import in_organisation
from footing_web.library.documents import document_templates, fill
from footing_web.library.documents.demonstration import DETAILS, give_details
from footing_web.library.documents.editions import OF_KIND, OF_SECTOR
from footing_web.library.documents.organisation import details_of, known_of
from footing_web.library.presenters.editions import by_id
from footing_web.results.demonstration import DEMONSTRATIONS
from web.conftest import member


@pytest.fixture
def fictional(db):
    """The two organisations, without extracts and results."""
    for each in DEMONSTRATIONS:
        organisation = Organisation.objects.create(
            name=each.slug.title(),
            slug=each.slug,
            kind=each.kind,
            sector=each.sector,
            region=each.region,
            size_band=each.size_band,
        )
        member(organisation, Role.OWNER, f"owner@{each.slug}.example")
    return list(Organisation.objects.filter(slug__in=DETAILS))


def test_every_demonstration_gets_details_once(fictional, capsys):
    call_command("demo_documents")
    assert "Details given to 2" in capsys.readouterr().out
    assert give_details() == 0
    for organisation in fictional:
        with in_organisation(organisation):
            known = known_of(organisation, with_results=False)
            assert details_of().champion in known.fields["champion"]
            notice = document_templates()["staff-notice"]
            assert fill(notice, known).to_decide < fill(notice).to_decide


def test_where_there_is_no_demonstration_nothing_happens(db):
    assert give_details() == 0


def test_every_kind_and_sector_leads_to_an_edition_that_exists_or_to_none():
    assert set(OF_KIND.values()) | set(OF_SECTOR.values()) <= set(by_id())
    assert set(OF_KIND) <= set(OrganisationKind)
    assert set(OF_SECTOR) <= set(Sector)
