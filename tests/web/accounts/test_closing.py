"""Closing an organisation deletes everything of it for good; what stays is the log, and the evidence of deletion."""

import pytest
from django.apps import apps
from django.core import mail
from django.urls import reverse
from django_scopes import scopes_disabled

from footing_web.accounts.models import Organisation, OrganisationOwned, Role, User
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.models import AuditEntry
from footing_web.audit.queries import entries_of
from footing_web.records.actions import finish_deletions
from footing_web.records.models import DeletedRecord
from footing_web.records.storing import storage, stored_names
from footing_web.results.actions.files import report_file
from footing_web.results.actions.links import make_link
from web.conftest import member
from web.isolation.examples import examples
from web.results.conftest import files, keep, release_to, released, sample

__all__ = ["examples", "files", "keep", "release_to", "released", "sample"]
CLOSE = "/organisations/ashmoor/settings/close/"


def rows_left(organisation_id) -> dict[str, int]:
    owned = [model for model in apps.get_models() if issubclass(model, OrganisationOwned)]
    with scopes_disabled():
        counts = {model.__name__: model._base_manager.filter(organisation=organisation_id).count() for model in owned}
    return {name: count for name, count in counts.items() if count}


@pytest.mark.django_db(transaction=True)
def test_everything_of_a_closed_organisation_is_gone_and_the_log_says_who_closed_it(  # noqa: PLR0917
    organisation, owner, analyst, examples, keep, release_to, signed_in
):
    other_owner = member(organisation, Role.OWNER, "second@ashmoor.example")
    keep(organisation, analyst)
    with in_organisation(organisation):
        result = release_to(organisation, analyst)
        _, secret = make_link(result=result, purpose="Board", days=7, by=owner)
        report = report_file(result=result, kind="assessment", wanted="json").storage_name
    assert storage().exists(report)
    assert {"Upload", "Record", "Result", "LedgerLine", "ShareLink", "Webhook", "ApiKey"} <= set(
        rows_left(organisation)
    )
    client = signed_in(owner)
    answer = client.post(CLOSE, {"name": "Ashmoor Council"})
    assert answer["Location"] == reverse("accounts:choose"), answer.content.decode()
    assert rows_left(organisation.pk) == {}
    assert not Organisation.objects.filter(slug="ashmoor").exists()
    finish_deletions()
    assert set(stored_names()) == set()
    assert not storage().exists(report)
    with scopes_disabled():
        assert DeletedRecord.objects.filter(organisation_id=organisation.pk, reason="withdrawn").exists()
        assert AuditEntry.objects.filter(organisation_id=organisation.pk, action="organisation.closed").count() == 1
    for path in ("/organisations/ashmoor/", reverse("results:shared_overview", kwargs={"token": secret})):
        assert client.get(path).status_code == 404
    told = [letter.to for letter in mail.outbox if letter.subject == "Ashmoor Council has been closed"]
    assert sorted(told) == [[owner.email], [other_owner.email]]
    assert User.objects.filter(pk=owner.pk).exists()


@pytest.mark.django_db
def test_nothing_is_closed_without_its_name(organisation, owner, signed_in):
    page = signed_in(owner).post(CLOSE, {"name": "Ashmore"}).content.decode()
    assert "This is not the name of the organisation." in page
    assert Organisation.objects.filter(pk=organisation.pk).exists()
    assert "organisation.closed" not in {entry.action for entry in entries_of(organisation.pk)}


@pytest.mark.django_db
def test_only_an_owner_closes_an_organisation(organisation, analyst, signed_in):
    assert signed_in(analyst).post(CLOSE, {"name": "Ashmoor Council"}).status_code == 403
