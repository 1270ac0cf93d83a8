"""Every page of an organisation opens for its owner, and says in its title what it is."""

import pytest
from django.urls import reverse

PAGES = {
    "organisation": "Ashmoor Council",
    "roles": "What each role can do",
    "leave": "Leave Ashmoor Council?",
    "people": "People",
    "invite": "Invite somebody",
    "settings": "Settings",
    "details": "Details of the organisation",
    "grades": "Grades",
    "units": "Units",
    "domain": "Who may ask to join",
    "hand_over": "Hand Ashmoor Council over",
    "keys": "Keys for the API",
    "make_key": "Make a key",
    "groups": "Groups",
    "start_group": "Start a group",
    "ask_group": "Join a group",
    "audit_log": "Audit",
}


@pytest.mark.parametrize(("name", "title"), PAGES.items())
def test_a_page_opens_for_the_owner(signed_in, owner, organisation, name, title):
    answer = signed_in(owner).get(reverse(f"accounts:{name}", args=[organisation.slug]))
    assert answer.status_code == 200
    assert f"<title>{title}" in " ".join(answer.content.decode().split())


def test_somebody_without_an_organisation_is_told_how_to_begin(signed_in, django_user_model):
    newcomer = django_user_model.objects.create_user(email="new@elsewhere.example")
    page = signed_in(newcomer).get("/organisations/").content.decode()
    assert "You do not belong to an organisation yet" in page


def test_somebody_with_one_organisation_goes_straight_to_it(signed_in, viewer):
    client = signed_in(viewer)
    assert client.get("/organisations/")["Location"] == "/organisations/ashmoor/"
    assert "Ashmoor Council" in client.get("/organisations/?all").content.decode()


def test_the_api_is_described_on_a_page_and_in_openapi(client, db):
    assert "GET /api/v1/organisation" in client.get("/api/v1/docs").content.decode()
    assert "/api/v1/organisation" in client.get("/api/v1/openapi.json").json()["paths"]
