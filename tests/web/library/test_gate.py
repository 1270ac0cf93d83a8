"""Nobody edits the toolkit without the one sign-in of the service and its second step."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from footing_web.accounts.models import User
from web.accounts.test_second_step import ADDRESS, code_of, set_up_app, sign_in
from web.conftest import PASSWORD, person
from web.isolation.addresses import every_address

pytestmark = pytest.mark.django_db


def make_editor(user: User) -> User:
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def test_a_visitor_is_sent_to_the_one_sign_in():
    assert Client().get("/cms/")["Location"] == "/accounts/login/?next=/cms/"


@pytest.mark.parametrize("address", ["/cms/login/", "/cms/password_reset/", "/cms/logout/", "/cms/users/"])
def test_wagtail_has_no_sign_in_pass_phrase_or_accounts_of_its_own(address, signed_in):
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"username": ADDRESS, "password": PASSWORD}).status_code == 404
    assert signed_in(person(ADDRESS, is_superuser=True)).get(address).status_code == 404


def test_an_editor_without_a_second_step_is_sent_to_set_one_up():
    make_editor(person(ADDRESS))
    client = Client()
    sign_in(client)
    assert client.get("/cms/", follow=True).redirect_chain[-1][0] == "/accounts/2fa/"


def test_an_editor_gets_in_with_the_second_step_and_only_in_that_session():
    client, secret = set_up_app()
    make_editor(User.objects.get())
    assert client.get("/cms/", follow=True).redirect_chain[-1][0].startswith("/accounts/2fa/reauthenticate/")
    cache.clear()
    client.post("/accounts/2fa/reauthenticate/?next=/cms/", {"code": code_of(secret)})
    assert client.get("/cms/").status_code == 200


def test_somebody_who_is_no_editor_is_refused_even_with_the_second_step():
    client, secret = set_up_app()
    client.get("/cms/")
    cache.clear()
    client.post("/accounts/2fa/reauthenticate/?next=/cms/", {"code": code_of(secret)})
    assert client.get("/cms/").status_code == 403


def test_no_address_of_wagtail_answers_without_the_second_step(signed_in):
    client = signed_in(make_editor(person(ADDRESS)))
    addresses = {each.route for each in every_address() if each.route.startswith("cms/")}
    assert len(addresses) > 100
    for route in addresses:
        address = "/" + _filled(route)
        assert client.get(address).status_code in (302, 404), address
        assert client.get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code in (302, 404), address


def test_every_other_page_keeps_the_strict_policy():
    assert "unsafe" not in Client().get("/").headers["Content-Security-Policy"]
    assert get_resolver().resolve("/cms/")


def _filled(route: str) -> str:
    import re

    filled = re.sub(r"<int:\w+>", "1", re.sub(r"<(?:str|slug):\w+>|<\w+>", "x", route))
    return re.sub(r"[\^$\\]|\(.*?\)", "", filled)
