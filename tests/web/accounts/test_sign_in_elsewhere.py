"""Signing in with the account of an organisation: OpenID Connect against a small provider, and our SAML metadata."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.core import mail
from django.test import Client

from footing_web.accounts.models import User
from web.conftest import person

PERSON = {"sub": "7", "email": "ama.reed@ashmoor.example", "email_verified": True, "name": "Ama Reed"}


class Provider(BaseHTTPRequestHandler):
    """An identity provider that always says the same about everybody who comes."""

    def do_GET(self):
        parts = urlsplit(self.path)
        here = f"http://{self.headers['Host']}"
        if parts.path == "/sign-in":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self.send_response(302)
            back = urlencode({"code": "once", "state": asked["state"]})
            self.send_header("Location", f"{asked['redirect_uri']}?{back}")
            self.end_headers()
        elif parts.path == "/who":
            self.answer(self.server.person)
        else:
            addresses = {"authorization_endpoint": "/sign-in", "token_endpoint": "/token", "userinfo_endpoint": "/who"}
            self.answer({"issuer": here} | {name: here + path for name, path in addresses.items()})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "a", "token_type": "Bearer"})

    def answer(self, said: dict):
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


@pytest.fixture
def provider():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.person = dict(PERSON)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def way_in(db, provider) -> SocialApp:
    address = f"http://127.0.0.1:{provider.server_port}/.well-known/openid-configuration"
    return SocialApp.objects.create(
        provider="openid_connect",
        provider_id="ashmoor",
        name="Ashmoor Council",
        client_id="footing",
        secret="known to both",
        settings={"server_url": address},
    )


def test_somebody_signs_in_with_the_account_of_the_council(open_as, way_in):
    page = open_as(None, "/accounts/login/")
    page.get_by_role("link", name="Ashmoor Council").click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/organisations/**")
    assert User.objects.get().email == PERSON["email"]
    assert User.objects.get().name == PERSON["name"]
    assert EmailAddress.objects.get().verified


def test_an_address_that_the_provider_does_not_vouch_for_is_confirmed_first(way_in, provider):
    provider.person["email_verified"] = False
    client = Client()
    assert "_auth_user_id" not in come_in(client).session
    assert [letter.subject for letter in mail.outbox] == ["Confirm your e-mail address"]


def test_an_account_that_is_here_already_is_not_taken_over(way_in, provider):
    person(PERSON["email"])
    provider.person["email_verified"] = False
    assert "_auth_user_id" not in come_in(Client()).session


def test_a_second_step_that_is_set_up_here_is_still_asked_for(way_in):
    user = person(PERSON["email"])
    SocialAccount.objects.create(user=user, provider="ashmoor", uid=PERSON["sub"])
    TOTP.activate(user, "ABCDEFGHIJKLMNOP")
    client = come_in(Client())
    assert "_auth_user_id" not in client.session
    assert client.get("/accounts/2fa/authenticate/").status_code == 200


def come_in(client: Client) -> Client:
    """The way of the browser, step by step."""
    asked = parse_qs(urlsplit(client.post("/accounts/oidc/ashmoor/login/")["Location"]).query)
    client.get("/accounts/oidc/ashmoor/login/callback/", {"code": "once", "state": asked["state"][0]}, follow=True)
    return client


def test_forms_of_other_pages_never_leave_us(db):
    assert "form-action 'self';" in Client().get("/accounts/login/")["Content-Security-Policy"] + ";"


def test_a_way_in_that_is_not_set_up_does_not_exist(db):
    assert Client().get("/accounts/oidc/nobody/login/").status_code == 404


def test_the_provider_of_saml_finds_our_metadata(db):
    SocialApp.objects.create(
        provider="saml",
        provider_id="ashmoor-saml",
        client_id="ashmoor-saml",
        name="Ashmoor Council",
        settings={
            "idp": {
                "entity_id": "https://login.ashmoor.example/",
                "sso_url": "https://login.ashmoor.example/sso",
                "x509cert": "MIIB",
            },
            "attribute_mapping": {"uid": "uid", "email": "email"},
        },
    )
    metadata = Client(HTTP_HOST="localhost").get("/accounts/saml/ashmoor-saml/metadata/").content.decode()
    assert "EntityDescriptor" in metadata
    assert "/accounts/saml/ashmoor-saml/acs/" in metadata
    assert "/accounts/saml/ashmoor-saml/login/" in Client().get("/accounts/login/").content.decode()
