"""Signing in by SAML: the whole way against a provider that signs what it says, and every way of cheating it."""

import base64

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.core import mail
from django.test import Client

from footing_web.accounts.models import User
from web.accounts.saml_provider import ENTITY, Question, SamlProvider, changed
from web.conftest import person

PERSON = {"uid": "7", "email": "ama.reed@ashmoor.example", "email_verified": "true", "name": "Ama Reed"}
LOG_IN, ANSWER = "/accounts/saml/ashmoor-saml/login/", "/accounts/saml/ashmoor-saml/acs/"


@pytest.fixture(scope="module")
def provider() -> SamlProvider:
    return SamlProvider()


@pytest.fixture(autouse=True)
def way_in(db, provider) -> SocialApp:
    return SocialApp.objects.create(
        provider="saml",
        provider_id="ashmoor-saml",
        client_id="ashmoor-saml",
        name="Ashmoor Council",
        settings={
            "idp": {"entity_id": ENTITY, "sso_url": f"{ENTITY}sso", "x509cert": provider.certificate()},
            "attribute_mapping": {
                "uid": "uid",
                "email": "email",
                "email_verified": "email_verified",
                "first_name": "name",
            },
        },
    )


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


def asks(client: Client, provider: SamlProvider) -> Question:
    """The browser is sent to the provider with our question."""
    return provider.question(client.post(LOG_IN)["Location"])


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_somebody_signs_in_with_the_account_of_the_council(client, provider):
    form = provider.answer(asks(client, provider), PERSON)
    client.post(ANSWER, form, follow=True)
    assert is_in(client)
    assert User.objects.get().email == PERSON["email"]
    assert EmailAddress.objects.get().verified


def test_the_same_person_comes_again_to_the_same_account(client, provider):
    for _ in range(2):
        client.post(ANSWER, provider.answer(asks(client, provider), PERSON), follow=True)
        assert is_in(client)
        client.logout()
    assert User.objects.count() == SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    ("cheat", "instead"),
    [
        ("not signed", {"signed": False}),
        ("too old", {"minutes_old": 60}),
        ("of another provider", {"issuer": "https://login.elsewhere.example/"}),
        ("for another service", {"audience": "https://elsewhere.example/metadata"}),
        ("for another address", {"destination": "https://elsewhere.example/acs"}),
        ("to a question that nobody asked", {"question": "_made_up"}),
    ],
)
def test_what_is_wrong_lets_nobody_in(client, provider, cheat, instead):
    form = provider.answer(asks(client, provider), PERSON, **instead)
    client.post(ANSWER, form, follow=True)
    assert not is_in(client), cheat
    assert not User.objects.exists(), cheat


def test_words_that_were_changed_on_the_way_let_nobody_in(client, provider):
    form = provider.answer(asks(client, provider), PERSON)
    client.post(ANSWER, changed(form, "ama.reed@", "owner@"), follow=True)
    assert not is_in(client)


def test_a_statement_of_somebody_else_slipped_in_beside_the_signed_one_lets_nobody_in(client, provider):
    asked = asks(client, provider)
    forged = provider.answer(asked, {**PERSON, "uid": "1", "email": "owner@ashmoor.example"}, signed=False)
    inner = changed(forged, 'ID="_a1"', 'ID="_a0"')
    slipped = _statement(inner)
    form = changed(provider.answer(asked, PERSON), "</samlp:Status>", f"</samlp:Status>{slipped}")
    client.post(ANSWER, form, follow=True)
    assert not is_in(client)


def test_a_key_of_somebody_else_signs_for_nobody(client, provider):
    form = SamlProvider().answer(asks(client, provider), PERSON)
    client.post(ANSWER, form, follow=True)
    assert not is_in(client)


def test_an_answer_is_good_once_and_in_one_browser(client, provider):
    form = provider.answer(asks(client, provider), PERSON)
    client.post(ANSWER, form, follow=True)
    client.logout()
    client.post(ANSWER, form, follow=True)
    assert not is_in(client)
    other = Client(HTTP_HOST="localhost")
    other.post(ANSWER, form, follow=True)
    assert not is_in(other)


def test_an_address_that_the_provider_does_not_vouch_for_is_confirmed_first(client, provider):
    unvouched = {name: word for name, word in PERSON.items() if name != "email_verified"}
    client.post(ANSWER, provider.answer(asks(client, provider), unvouched), follow=True)
    assert not is_in(client)
    assert [letter.subject for letter in mail.outbox] == ["Confirm your e-mail address"]


def test_an_account_that_is_here_already_is_not_taken_over(client, provider):
    person(PERSON["email"])
    unvouched = {name: word for name, word in PERSON.items() if name != "email_verified"}
    client.post(ANSWER, provider.answer(asks(client, provider), unvouched), follow=True)
    assert not is_in(client)


def test_a_second_step_that_is_set_up_here_is_still_asked_for(client, provider):
    user = person(PERSON["email"])
    SocialAccount.objects.create(user=user, provider="ashmoor-saml", uid=PERSON["uid"])
    TOTP.activate(user, "ABCDEFGHIJKLMNOP")
    client.post(ANSWER, provider.answer(asks(client, provider), PERSON), follow=True)
    assert not is_in(client)
    assert client.get("/accounts/2fa/authenticate/").status_code == 200


def test_a_refusal_says_nothing_of_the_person(client, provider, caplog):
    form = provider.answer(asks(client, provider), PERSON, minutes_old=60)
    page = client.post(ANSWER, form, follow=True).content.decode()
    assert "ama.reed" not in page + caplog.text


def _statement(form: dict[str, str]) -> str:
    said = base64.b64decode(form["SAMLResponse"]).decode()
    return said[said.index("<saml:Assertion") : said.index("</samlp:Response>")]
