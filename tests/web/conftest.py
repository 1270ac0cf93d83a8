"""For every test of the web service: organisations and their people, clients that are signed in, and a real browser."""

from collections.abc import Callable, Iterator

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import connection
from django.test import Client, TransactionTestCase
from playwright.sync_api import Browser, Locator, Page

from footing_web.accounts.models import Membership, Organisation, Role, User
from footing_web.accounts.scoping import in_organisation
from footing_web.audit import guards

PASSWORD = "a-long-pass-phrase-for-tests"

SignedIn = Callable[[User], Client]
OpenAs = Callable[..., Page]


def person(email: str, **fields: object) -> User:
    """Somebody with a verified address."""
    user = User.objects.create_user(email=email, password=PASSWORD, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def member(organisation: Organisation, role: Role, email: str) -> User:
    """Somebody who belongs to an organisation."""
    user = person(email, name=f"A {role.label.lower()}")
    with in_organisation(organisation):
        Membership.objects.create(organisation=organisation, user=user, role=role)
    return user


@pytest.fixture(scope="session", autouse=True)
def log_that_can_be_emptied_between_tests() -> Iterator[None]:
    """Tests with a live server empty every table at their end, which the guards of the log would rightly refuse."""
    empty = TransactionTestCase._fixture_teardown

    def lifted(case: TransactionTestCase) -> None:
        guards.take_down(connection)
        empty(case)
        guards.put_up(connection)

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = empty


@pytest.fixture(scope="session", autouse=True)
def clicks_that_wait_for_the_page_to_be_whole() -> Iterator[None]:
    """A click returns when the next page has begun: what is asked at once would meet half of it, without its style."""
    click = Locator.click

    def clicked(locator: Locator, **how: object) -> None:
        click(locator, **how)
        locator.page.wait_for_load_state()

    Locator.click = clicked
    yield
    Locator.click = click


@pytest.fixture
def organisation(db: None) -> Organisation:
    return Organisation.objects.create(
        name="Ashmoor Council",
        slug="ashmoor",
        kind="council",
        sector="public_administration",
        region="north_west",
        size_band="1000_to_4999",
    )


@pytest.fixture
def other_organisation(db: None) -> Organisation:
    return Organisation.objects.create(
        name="Brackwater Trust",
        slug="brackwater",
        kind="nhs",
        sector="health",
        region="london",
        size_band="5000_or_more",
    )


@pytest.fixture
def owner(organisation: Organisation) -> User:
    return member(organisation, Role.OWNER, "owner@ashmoor.example")


@pytest.fixture
def analyst(organisation: Organisation) -> User:
    return member(organisation, Role.ANALYST, "analyst@ashmoor.example")


@pytest.fixture
def viewer(organisation: Organisation) -> User:
    return member(organisation, Role.VIEWER, "viewer@ashmoor.example")


@pytest.fixture
def plan_lead(organisation: Organisation) -> User:
    return member(organisation, Role.PLAN_LEAD, "plans@ashmoor.example")


@pytest.fixture
def contributor(organisation: Organisation) -> User:
    return member(organisation, Role.CONTRIBUTOR, "contributor@ashmoor.example")


@pytest.fixture
def stranger(other_organisation: Organisation) -> User:
    """The owner of another organisation."""
    return member(other_organisation, Role.OWNER, "owner@brackwater.example")


@pytest.fixture
def signed_in() -> SignedIn:
    """A client of somebody who is signed in."""

    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return client_of


@pytest.fixture
def open_as(browser: Browser, live_server: object, signed_in: SignedIn) -> Iterator[OpenAs]:
    """Open an address in a browser as somebody, or as nobody; also with ``javascript=False`` or on a phone."""
    contexts = []

    def opened(user: User | None, address: str, *, javascript: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
        )
        contexts.append(context)
        if user is not None:
            cookie = signed_in(user).cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
