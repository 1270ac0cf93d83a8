"""An owner says which roles need a second step: their members come in only with one, by whichever door."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from footing_web.accounts.models import Role
from web.accounts.test_second_step import code_of
from web.conftest import PASSWORD, member

pytestmark = pytest.mark.django_db
HERE = "/organisations/ashmoor/"
SECRET = "ABCDEFGHIJKLMNOP"


@pytest.fixture
def asked(organisation, owner, signed_in):
    """The owner asks analysts for a second step, on the page for it."""
    cache.clear()
    client = signed_in(owner)
    answer = client.post(f"{HERE}settings/second-step/", {"roles": ["analyst"]})
    assert answer["Location"] == f"{HERE}settings/"
    assert "Needed by: Analyst" in client.get(f"{HERE}settings/").content.decode()
    return organisation


def signed_in_by_the_form(email: str, code: str = "") -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": email, "password": PASSWORD})
    if code:
        client.post("/accounts/2fa/authenticate/", {"code": code})
    return client


def test_a_member_without_a_second_step_is_led_to_set_one_up_and_sees_nothing(asked, analyst):
    client = signed_in_by_the_form(analyst.email)
    for path in ("", "results/", "uploads/", "uploads/hand-in/"):
        for method in ("get", "head"):
            assert getattr(client, method)(HERE + path)["Location"] == "/accounts/2fa/"
    assert client.post(f"{HERE}uploads/hand-in/", {"title": "March"})["Location"] == "/accounts/2fa/"
    page = client.get(HERE, follow=True).content.decode()
    assert "Ashmoor Council asks for a second step at sign-in." in page
    assert client.get("/account/").status_code == 200


def test_a_member_with_a_second_step_comes_in_with_it(asked, analyst):
    TOTP.activate(analyst, SECRET)
    assert signed_in_by_the_form(analyst.email, code_of(SECRET)).get(HERE).status_code == 200


def test_a_session_from_before_the_second_step_was_set_up_is_asked_for_it(asked, analyst):
    client = signed_in_by_the_form(analyst.email)
    TOTP.activate(analyst, SECRET)
    assert client.get(HERE)["Location"].startswith("/accounts/2fa/reauthenticate/?next=")
    client.post(f"/accounts/2fa/reauthenticate/?next={HERE}", {"code": code_of(SECRET)})
    assert client.get(HERE).status_code == 200


def test_other_roles_come_in_as_before_and_strangers_learn_nothing(asked, viewer, stranger, signed_in):
    assert signed_in(viewer).get(HERE).status_code == 200
    assert signed_in(stranger).get(HERE).status_code == 404


def test_the_owner_can_ask_it_of_owners_too_and_take_it_back(organisation, owner, signed_in):
    cache.clear()
    TOTP.activate(owner, SECRET)
    client = signed_in_by_the_form(owner.email, code_of(SECRET))
    client.post(f"{HERE}settings/second-step/", {"roles": [role.value for role in Role]})
    viewer = member(organisation, Role.VIEWER, "another@ashmoor.example")
    assert signed_in(viewer).get(HERE).status_code == 302
    client.post(f"{HERE}settings/second-step/", {})
    assert signed_in(viewer).get(HERE).status_code == 200
