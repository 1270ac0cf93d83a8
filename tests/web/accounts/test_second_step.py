"""The second step at sign-in: an authenticator app, recovery codes, passkeys; and no way around it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.test import Client

from footing_web.accounts.models import User
from web.conftest import PASSWORD, person

ADDRESS = "ama.reed@ashmoor.example"


@pytest.fixture(autouse=True)
def no_earlier_attempts(db):
    cache.clear()


def code_of(secret: str, periods_later: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods_later))


def sign_in(client: Client, **more: str):
    return client.post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD, **more})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def set_up_app() -> tuple[Client, str]:
    """Somebody signs in and sets up an app, as the pages say."""
    person(ADDRESS)
    client = Client()
    sign_in(client)
    page = client.get("/accounts/2fa/totp/activate/")
    assert page.status_code == 302  # once more the password, before something that matters
    client.post(page["Location"], {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r'footing-code">([A-Z2-7]+)<', page)[1]
    assert "<svg" in page
    done = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    assert done["Location"] == "/accounts/2fa/recovery-codes/"
    return client, secret


def test_a_password_alone_no_longer_lets_in_and_the_code_does():
    _, secret = set_up_app()
    client = Client()
    assert sign_in(client)["Location"].startswith("/accounts/2fa/authenticate/")
    assert not is_signed_in(client)
    assert client.get("/account/").status_code == 302
    page = client.post("/accounts/2fa/authenticate/", {"code": "000000"}).content.decode()
    assert '<a href="#id_code">The code is wrong or too old.' in page
    cache.clear()  # the code was used once already, to set the app up
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert is_signed_in(client)


@pytest.mark.django_db(transaction=True)
def test_the_owner_is_told_by_e_mail():
    set_up_app()
    assert "An authenticator app was set up" in [letter.subject for letter in mail.outbox]


def test_a_recovery_code_lets_in_once():
    client, _ = set_up_app()
    page = client.get("/accounts/2fa/recovery-codes/").content.decode()
    code = re.findall(r"<li>(\d{8})</li>", page)[0]
    for expected in (True, False):
        other = Client()
        sign_in(other)
        other.post("/accounts/2fa/authenticate/", {"code": code})
        assert is_signed_in(other) is expected


def test_the_secret_of_an_app_cannot_be_read_in_the_database():
    _, secret = set_up_app()
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_a_new_password_does_not_go_around_the_second_step():
    set_up_app()
    client = Client()
    client.post("/accounts/password/reset/", {"email": ADDRESS})
    letter = next(one for one in mail.outbox if one.subject == "Choose a new password")
    page = client.get(re.search(r"http://127\.0\.0\.1:8000(\S+)", letter.body)[1], follow=True)
    client.post(page.request["PATH_INFO"], dict.fromkeys(("password1", "password2"), "another unlikely phrase"))
    assert User.objects.get().check_password("another unlikely phrase")
    assert not is_signed_in(client)
    client.post("/accounts/login/", {"login": ADDRESS, "password": "another unlikely phrase"})
    assert not is_signed_in(client)


def test_the_administration_has_no_sign_in_of_its_own():
    response = Client().get("/administration/login/")
    assert response["Location"] == "/accounts/login/?next=/administration/"
    assert Client().post("/administration/login/", {"username": ADDRESS, "password": PASSWORD}).status_code == 302
    assert Client().get("/admin/").status_code == 404


def test_an_operator_without_a_second_step_is_sent_to_set_one_up():
    person(ADDRESS, is_staff=True, is_superuser=True)
    client = Client()
    sign_in(client)
    assert client.get("/administration/", follow=True).redirect_chain[-1][0] == "/accounts/2fa/"


def test_an_operator_gets_in_with_the_second_step_and_only_in_that_session():
    client, secret = set_up_app()
    User.objects.update(is_staff=True, is_superuser=True)
    assert client.get("/administration/", follow=True).redirect_chain[-1][0].startswith("/accounts/2fa/reauthenticate/")
    cache.clear()
    client.post("/accounts/2fa/reauthenticate/?next=/administration/", {"code": code_of(secret)})
    page = client.get("/administration/")
    assert page.status_code == 200
    assert "Social applications" in page.content.decode()


def test_somebody_who_is_no_operator_is_refused_by_the_administration(signed_in, db):
    assert signed_in(person(ADDRESS)).get("/administration/", follow=True).status_code == 403


def test_the_administration_shows_nothing_of_organisations():
    from footing_web.project.administration import administration

    assert {model.__name__ for model in administration._registry} == {"User", "SocialApp"}


@pytest.mark.django_db(transaction=True)
def test_a_passkey_signs_in_without_a_password(open_as, live_server):
    user = person(ADDRESS)
    page = open_as(None, "/accounts/login/")
    page.goto(page.url.replace("127.0.0.1", "localhost"))  # a passkey is for a name and never for a number
    page.fill("#id_login", ADDRESS)
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    root = page.url.split("/", 3)
    base = "/".join(root[:3])
    page.goto(f"{base}/accounts/2fa/webauthn/add/")
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Let me sign in with this key alone").check()
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**/recovery-codes/**")
    assert Authenticator.objects.filter(user=user, type="webauthn").count() == 1
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "login" not in url)
    page.goto(f"{base}/account/")
    assert ADDRESS in page.content()
