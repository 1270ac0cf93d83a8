"""One's own account: seen, changed, watched over and deleted; every page of it without a fault that axe can find."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.test import Client

from footing_web.accounts.models import User
from web.conftest import PASSWORD, person

FOR_EVERYBODY = (
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/wrong-key/",
    "/accounts/password/reset/key/wrong-key/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
    "/account/deleted/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
    "/privacy/",
    "/accessibility/",
    "/nowhere/",
)
FOR_ONESELF = (
    "/account/",
    "/account/name/",
    "/account/delete/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/logout/",
    "/accounts/sessions/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/recovery-codes/",
    "/accounts/2fa/recovery-codes/generate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/3rdparty/",
)
FORMS = ("/accounts/login/", "/accounts/signup/", "/accounts/password/reset/")


@pytest.fixture(autouse=True)
def no_earlier_attempts(db):
    cache.clear()


def faults_of(page, address: str) -> str:
    found = Axe().run(page)
    return f"{address}: {found.generate_report()}" if found.violations_count else ""


def sign_in(client: Client, user: User) -> None:
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_the_pages_for_everybody(open_as, width):
    page = open_as(None, "/", width=width)
    for address in FOR_EVERYBODY:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        assert faults_of(page, address) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_the_pages_for_oneself(open_as, width):
    user = person("ama.reed@ashmoor.example", name="Ama Reed")
    page = open_as(None, "/accounts/login/", width=width)
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/accounts/2fa/totp/activate/")
    assert faults_of(page, "once more") == ""
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Continue").click()
    for address in FOR_ONESELF:
        answered = page.goto(address)
        assert answered.status == (404 if address.endswith("recovery-codes/") else 200), address
        assert page.locator("h1").count() == 1, address
        assert faults_of(page, address) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("address", FORMS)
def test_an_empty_form_is_answered_with_links_that_lead_to_its_fields(open_as, address):
    page = open_as(None, address, javascript=False)
    page.locator("main form button[type=submit]").first.click()
    assert page.title().startswith("Error: ")
    for link in page.locator(".govuk-error-summary a").all():
        assert page.locator(link.get_attribute("href")).count() == 1
    assert page.locator(".govuk-error-summary a").count() >= 1


def test_the_whole_way_in_by_keyboard_alone(open_as):
    user = person("ama.reed@ashmoor.example")
    page = open_as(None, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    page.goto("/accounts/login/")
    page.focus("#id_login")
    page.keyboard.type(user.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/**")


def test_a_name_is_changed():
    user = person("ama.reed@ashmoor.example")
    client = Client()
    sign_in(client, user)
    assert "Enter your name." in client.post("/account/name/", {"name": ""}).content.decode()
    client.post("/account/name/", {"name": "Ama Reed"})
    assert User.objects.get().name == "Ama Reed"


def test_other_sessions_are_listed_and_ended():
    user = person("ama.reed@ashmoor.example")
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, user)
        client.get("/account/")
    assert first.get("/accounts/sessions/").content.decode().count("127.0.0.1") == 2
    first.post("/accounts/sessions/")
    assert first.get("/account/").status_code == 200
    assert second.get("/account/").status_code == 302


def test_an_account_is_deleted_after_the_password_once_more(organisation, owner, viewer):
    client = Client()
    client.post("/accounts/login/", {"login": viewer.email, "password": PASSWORD})
    assert client.get("/account/delete/")["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert "Tick the box" in client.post("/account/delete/", {}).content.decode()
    assert client.post("/account/delete/", {"sure": "on"}, follow=True).redirect_chain[-1][0] == "/account/deleted/"
    assert not User.objects.filter(email=viewer.email).exists()
    assert client.get("/account/").status_code == 302


def test_the_only_owner_hands_the_organisation_over_first(organisation, owner):
    client = Client()
    sign_in(client, owner)
    page = client.post("/account/delete/", {"sure": "on"}).content.decode()
    assert "Hand the organisation over to another member first." in page
    assert User.objects.filter(pk=owner.pk).exists()
