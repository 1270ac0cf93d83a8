"""Signing in by SAML against a small identity provider: what it has signed lets in once, and nothing else does."""

import base64

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.core.cache import cache
from django.test import Client

from footing_web.accounts.models import User
from web.accounts.identity_provider import PERSON, Asked, IdentityProvider
from web.conftest import person

LOGIN = "/accounts/saml/ashmoor/login/"
ACS = "/accounts/saml/ashmoor/acs/"
MAPPING = {"uid": "uid", "email": "email", "first_name": "first_name", "last_name": "last_name"}


@pytest.fixture
def provider(db) -> IdentityProvider:
    """A provider that the service knows by its certificate."""
    cache.clear()
    provider = IdentityProvider()
    idp = {"entity_id": provider.issuer, "sso_url": f"{provider.issuer}sso", "x509cert": provider.certificate_pem}
    known(idp)
    return provider


def known(idp: dict[str, str]) -> SocialApp:
    settings = {"idp": idp, "attribute_mapping": MAPPING}
    return SocialApp.objects.create(
        provider="saml", provider_id="ashmoor", client_id="ashmoor", name="Ashmoor Council", settings=settings
    )


def browser() -> Client:
    return Client(HTTP_HOST="localhost")


def asked_by(client: Client) -> Asked:
    """What the service asks when somebody has chosen to sign in that way."""
    return Asked.at(client.post(LOGIN)["Location"])


def is_in_after(client: Client, answer: str):
    client.post(ACS, {"SAMLResponse": answer}, follow=True)
    return "_auth_user_id" in client.session


@pytest.mark.django_db(transaction=True)
def test_somebody_signs_in_with_the_account_of_the_council_and_confirms_the_address_once(open_as, live_server):
    cache.clear()
    provider = IdentityProvider()
    with provider.serving() as metadata:
        known({"entity_id": provider.issuer, "metadata_url": metadata})
        page = open_as(None, "/accounts/login/")
        page.get_by_role("link", name="Ashmoor Council").click()
        page.get_by_role("button", name="Continue").click()
        page.get_by_role("button", name="I am Ama Reed").click()
        page.wait_for_url("**/accounts/confirm-email/")
    assert (User.objects.get().email, User.objects.get().name) == (PERSON["email"], "Ama Reed")


def test_who_is_known_already_comes_in_and_a_second_step_is_still_asked_for(provider):
    user = person(PERSON["email"])
    SocialAccount.objects.create(user=user, provider="ashmoor", uid=PERSON["uid"])
    client = browser()
    assert is_in_after(client, provider.says(asked_by(client)))
    TOTP.activate(user, "ABCDEFGHIJKLMNOP")
    another = browser()
    assert not is_in_after(another, provider.says(asked_by(another)))
    assert another.get("/accounts/2fa/authenticate/").status_code == 200


@pytest.fixture
def somebody(provider) -> User:
    """Somebody who comes in with a right answer, so that what follows is refused for its own fault alone."""
    user = person(PERSON["email"])
    SocialAccount.objects.create(user=user, provider="ashmoor", uid=PERSON["uid"])
    client = browser()
    assert is_in_after(client, provider.says(asked_by(client)))
    return user


def test_what_is_not_signed_is_refused(provider, somebody):
    client = browser()
    assert not is_in_after(client, provider.says(asked_by(client), signed=False))


def test_what_was_changed_after_it_was_signed_is_refused(provider, somebody):
    client = browser()
    provider.person = {**PERSON, "uid": "8"}
    answer = base64.b64decode(provider.says(asked_by(client))).replace(b">8<", b">7<")
    assert not is_in_after(client, base64.b64encode(answer).decode())


def test_what_another_key_has_signed_is_refused(provider, somebody):
    client = browser()
    assert not is_in_after(client, IdentityProvider().says(asked_by(client)))


def test_an_answer_lets_in_once_and_only_the_browser_that_asked(provider, somebody):
    client, thief = browser(), browser()
    answer = provider.says(asked_by(client))
    asked_by(thief)
    assert not is_in_after(thief, answer)
    assert is_in_after(client, answer)
    client.post("/accounts/logout/")
    assert not is_in_after(client, answer)


def test_an_answer_that_nobody_asked_for_is_refused(provider, somebody):
    asked = asked_by(browser())
    answer = base64.b64decode(provider.says(asked)).replace(
        f' InResponseTo="{asked.request}"><saml:Iss'.encode(), b"><saml:Iss"
    )
    assert not is_in_after(browser(), base64.b64encode(answer).decode())


@pytest.mark.parametrize(
    "wrong",
    [
        {"audience": "https://elsewhere.example/"},
        {"issuer": "https://elsewhere.example/"},
        {"acs": "https://elsewhere.example/acs/"},
        {"minutes": -5},
    ],
    ids=["for another service", "from another provider", "sent to another address", "too late"],
)
def test_an_answer_that_is_not_for_us_or_not_for_now_is_refused(provider, somebody, wrong):
    client = browser()
    assert not is_in_after(client, provider.says(asked_by(client), **wrong))


def test_a_signed_part_wrapped_around_another_is_refused(provider, somebody):
    """The signed assertion is moved aside, and another one that nobody signed is put in its place."""
    provider.person = {**PERSON, "uid": "8"}
    client = browser()
    asked = asked_by(client)
    signed = base64.b64decode(provider.says(asked)).decode()
    provider.person = dict(PERSON)
    forged = base64.b64decode(provider.says(asked, signed=False)).decode()
    begin, end = forged.index("<saml:Assertion"), forged.index("</saml:Assertion>") + len("</saml:Assertion>")
    before = signed.index("<saml:Assertion")
    wrapped = signed[:before] + forged[begin:end] + signed[before:]
    assert not is_in_after(client, base64.b64encode(wrapped.encode()).decode())


@pytest.mark.parametrize(
    "nonsense", ["", "!!!", base64.b64encode(b"<a>").decode(), base64.b64encode(b"&lol;").decode()]
)
def test_nonsense_is_answered_with_a_page_and_lets_nobody_in(provider, nonsense):
    client = browser()
    asked_by(client)
    answer = client.post(ACS, {"SAMLResponse": nonsense}, follow=True)
    assert answer.status_code in (200, 400, 401, 403)
    assert "_auth_user_id" not in client.session
