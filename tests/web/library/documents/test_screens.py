"""Documents on the screen: for anybody without being filled in, for members with their own details."""

import io

import docx
import pytest
from django.test import Client
from django.urls import reverse

from footing_web.accounts.actions import set_grades
from footing_web.accounts.models import Role
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.queries import entries_of
from footing_web.library.documents import document_templates
from footing_web.library.documents.editions import edition_for
from footing_web.library.documents.organisation import known_of
from footing_web.library.models import DocumentDetails
from web.conftest import member

pytestmark = pytest.mark.django_db
NOTICE = {"document": "staff-notice"}


def address(name, organisation, **named):
    return reverse(f"library:{name}", kwargs={"slug": organisation.slug, **named})


def text_of(response):
    document = docx.Document(io.BytesIO(b"".join(response) if response.streaming else response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize("name", sorted(document_templates()))
def test_anybody_can_read_and_take_any_template_without_an_account(name):
    client = Client()
    page = client.get(f"/toolkit/templates/{name}/preview/")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    file = client.get(f"/toolkit/templates/{name}/word/")
    assert file["Content-Disposition"] == f'attachment; filename="{name}.docx"'
    assert document_templates()[name].title in text_of(file)


def test_a_template_that_is_not_there_is_not_found():
    assert Client().get("/toolkit/templates/no-such/word/").status_code == 404
    assert Client().get("/toolkit/templates/no-such/preview/").status_code == 404


def test_members_read_documents_with_their_own_details_and_see_what_is_left(organisation, owner, signed_in):
    client = signed_in(owner)
    with in_organisation(organisation):
        set_grades(organisation=organisation, grades=[("G1", "Grade 1", False), ("D", "Director", True)], by=owner)
    answers = {"champion": "Priya Nair, Director", "retention_months": "24", "contact": "insight@ashmoor.example"}
    sent = client.post(address("document_details", organisation), answers, follow=True)
    assert "The details are changed" in sent.content.decode()
    page = client.get(address("document", organisation, **NOTICE)).content.decode()
    assert "Priya Nair, Director" in page
    assert "24 months" in page
    assert "[the small team that may see individual answers]" in page
    policy = text_of(client.get(address("document_word", organisation, document="promotion-policy")))
    assert "Grade 1 and Director" in policy


def test_the_log_says_that_details_changed_and_that_a_document_left_but_not_what_they_say(
    organisation, owner, signed_in
):
    client = signed_in(owner)
    client.post(address("document_details", organisation), {"champion": "Priya Nair", "board": "cabinet"})
    client.get(address("document_word", organisation, **NOTICE))
    with in_organisation(organisation):
        found = {each.action: each.facts for each in entries_of(organisation.pk)}
    assert found["documents.details_changed"] == {"fields": "2"}
    assert found["documents.downloaded"] == {"document": "staff-notice"}


def test_details_that_are_wrong_are_refused_and_nothing_is_kept(organisation, owner, signed_in):
    answers = {"privacy_address": "not an address", "retention_months": "0"}
    response = signed_in(owner).post(address("document_details", organisation), answers)
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    with in_organisation(organisation):
        assert not DocumentDetails.objects.exists()


def test_details_of_one_organisation_are_in_no_document_of_another(
    organisation, other_organisation, owner, stranger, signed_in
):
    signed_in(owner).post(address("document_details", organisation), {"champion": "Priya Nair"})
    client = signed_in(stranger)
    assert client.get(address("document", organisation, **NOTICE)).status_code == 404
    assert "Priya Nair" not in client.get(address("document", other_organisation, **NOTICE)).content.decode()


def test_only_those_who_write_the_plan_change_the_details(organisation, viewer, plan_lead, signed_in):
    assert signed_in(viewer).get(address("document_details", organisation)).status_code == 403
    assert "Change what documents are filled with" not in (
        signed_in(viewer).get(address("documents", organisation)).content.decode()
    )
    assert signed_in(plan_lead).get(address("document_details", organisation)).status_code == 200


def test_an_organisation_reads_its_documents_in_the_words_of_its_edition(organisation, other_organisation):
    assert edition_for(organisation) == "local-government"
    assert edition_for(other_organisation) == "nhs"


def test_figures_come_from_the_latest_result_and_only_for_those_who_may_download_it(
    organisation, result, signed_in, owner
):
    with in_organisation(organisation):
        whole, without = (known_of(organisation, with_results=each) for each in (True, False))
    assert without.figures is None
    assert whole.figures.figures
    assert whole.figures.source.startswith("Source: the assessment “Staff in March”")
    paper = text_of(signed_in(owner).get(address("document_word", organisation, document="board-paper")))
    assert whole.figures.figures[0].value in paper
    assert whole.figures.figures[0].title in paper
    surveyor = member(organisation, Role.SURVEY_OWNER, "surveys@ashmoor.example")
    page = signed_in(surveyor).get(address("document", organisation, document="board-paper")).content.decode()
    assert "We have no figures yet" in page
