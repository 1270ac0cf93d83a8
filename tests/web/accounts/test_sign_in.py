"""Creating an account, signing in and getting back in."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client

from footing_web.accounts.models import User
from web.conftest import PASSWORD, person

NEW = {"name": "Ama Reed", "email": "ama.reed@ashmoor.example", "password1": "three unlikely words"}


@pytest.fixture(autouse=True)
def no_earlier_attempts(db):
    cache.clear()


def link_in(letter) -> str:
    return re.search(r"http://127\.0\.0\.1:8000(\S+)", letter.body)[1]


def signed_in_as(client: Client) -> str | None:
    user_id = client.session.get("_auth_user_id")
    return User.objects.get(pk=user_id).email if user_id else None


def test_an_account_works_once_its_address_is_confirmed():
    client = Client()
    assert client.post("/accounts/signup/", NEW, follow=True).redirect_chain[-1][0] == "/accounts/confirm-email/"
    assert signed_in_as(client) is None
    (letter,) = mail.outbox
    assert letter.subject == "Confirm your e-mail address"
    link = link_in(letter)
    assert "Is ama.reed@ashmoor.example your address?" in client.get(link).content.decode()
    client.post(link)
    assert signed_in_as(client) == "ama.reed@ashmoor.example"
    assert User.objects.get().name == "Ama Reed"


def test_letters_are_plain_text_and_html_with_the_same_link():
    Client().post("/accounts/signup/", NEW)
    (letter,) = mail.outbox
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    assert link_in(letter) in html
    assert "<script" not in html


def test_a_letter_never_takes_its_address_from_the_browser():
    Client(HTTP_HOST="localhost").post("/accounts/signup/", NEW)
    assert "http://127.0.0.1:8000/" in mail.outbox[0].body
    assert "localhost" not in mail.outbox[0].body


def test_the_page_does_not_say_that_an_address_has_an_account():
    person("ama.reed@ashmoor.example")
    first = Client().post("/accounts/signup/", NEW, follow=True)
    other = Client().post("/accounts/signup/", NEW | {"email": "new@ashmoor.example"}, follow=True)
    assert first.redirect_chain == other.redirect_chain
    assert [letter.subject for letter in mail.outbox] == ["You have an account already", "Confirm your e-mail address"]


@pytest.mark.parametrize("password", ["short", "password1234", "ama.reed@ashmoor.example"])
def test_a_weak_password_is_refused_with_the_reason(password):
    page = Client().post("/accounts/signup/", NEW | {"password1": password}).content.decode()
    assert "There is a problem" in page
    assert 'href="#id_password1"' in page
    assert User.objects.count() == 0


def test_empty_fields_are_named_in_the_summary_and_in_the_title():
    page = Client().post("/accounts/login/", {}).content.decode()
    assert "<title>Error: Sign in – Footing</title>" in page
    for field, words in (("login", "Enter your e-mail address."), ("password", "Enter your password.")):
        assert f'<a href="#id_{field}">{words}</a>' in page
        assert f'id="id_{field}"' in page


def test_somebody_signs_in_with_an_address_in_any_case():
    person("ama.reed@ashmoor.example")
    client = Client()
    client.post("/accounts/login/", {"login": "Ama.Reed@Ashmoor.example", "password": PASSWORD})
    assert signed_in_as(client) == "ama.reed@ashmoor.example"


def test_guessing_is_stopped_for_the_account_also_from_another_browser():
    person("ama.reed@ashmoor.example")
    for _ in range(5):
        Client().post("/accounts/login/", {"login": "ama.reed@ashmoor.example", "password": "wrong"})
    client = Client()
    page = client.post("/accounts/login/", {"login": "ama.reed@ashmoor.example", "password": PASSWORD})
    assert "Too many attempts" in page.content.decode()
    assert signed_in_as(client) is None


def test_a_forgotten_password_is_replaced_by_a_link():
    person("ama.reed@ashmoor.example")
    client = Client()
    client.post("/accounts/password/reset/", {"email": "ama.reed@ashmoor.example"})
    page = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(
        page.request["PATH_INFO"], {"password1": "another unlikely phrase", "password2": "another unlikely phrase"}
    )
    assert User.objects.get().check_password("another unlikely phrase")
    assert mail.outbox[-1].subject == "Your password was changed"


def test_an_address_is_changed_once_the_new_one_is_confirmed(signed_in):
    user = person("ama.reed@ashmoor.example")
    client = Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.post("/accounts/email/", {"email": "ama@new.example", "action_add": ""})
    assert User.objects.get().email == "ama.reed@ashmoor.example"
    assert mail.outbox[-1].to == ["ama@new.example"]
    client.post(link_in(mail.outbox[-1]))
    assert User.objects.get().email == "ama@new.example"
    assert EmailAddress.objects.get().email == "ama@new.example"
