"""The toolkit in a real browser: on a desk and on a phone, without JavaScript, on paper, and light; and its editing."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page

from footing_web.accounts.models import User
from footing_web.library.loading import load_all
from footing_web.library.models import ActionPage, ToolkitPage
from web.accounts.test_second_step import ADDRESS, code_of, set_up_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK, PHONE = 1280, 375
HEAVIEST = 100_000
"""Bytes that a visitor's first page of the toolkit may weigh, with everything that it brings, as it is sent."""
OTHERS = ("/", "/toolkit/editions/", "/toolkit/editions/nhs/", "/toolkit/measures/", "/toolkit/measures/pay_gap_mean/",
          "/toolkit/coverage/")  # fmt: skip
ACTION = "/toolkit/actions/structured-interviews/"


def faults_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']} at {[node['target'] for node in each['nodes']][:3]}" for each in found]


def one_of_each_kind() -> list[str]:
    """The first page of every kind, every section, and the pages that no editor makes."""
    kinds = {type(page): page.address for page in ToolkitPage.objects.live().order_by("-path").specific()}
    sections = ToolkitPage.objects.filter(depth=3).order_by("path").values_list("url_path", flat=True)
    return sorted({*kinds.values(), *sections, *OTHERS})


@pytest.fixture
def toolkit(db):
    return load_all()


def test_axe_finds_nothing_on_any_kind_of_page_and_every_one_fits(toolkit, open_as):
    addresses = one_of_each_kind()
    assert len(addresses) > 15
    for width in (DESK, PHONE):
        page = open_as(None, "/toolkit/", width=width)
        for address in addresses:
            page.goto(address)
            assert faults_of(page) == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_a_first_page_of_the_toolkit_is_light(toolkit, open_as):
    """Counted as a public server sends it: stylesheets and scripts are compressed there once and for all."""
    for address in one_of_each_kind():
        page = open_as(None, "/health/live")
        weights = {}
        page.on("response", lambda answer, weights=weights: weights.update({answer.url: weight_of(answer)}))
        page.goto(address, wait_until="networkidle")
        assert sum(weights.values()) <= HEAVIEST, (address, weights)
        page.close()


def weight_of(answer: object) -> int:
    body = answer.body() if answer.ok else b""
    return len(gzip.compress(body)) if "/static/" in answer.url else len(body)


def test_without_javascript_a_list_is_narrowed_and_an_edition_chosen(toolkit, open_as):
    page = open_as(None, "/toolkit/actions/", javascript=False)
    page.get_by_label("Pillar").select_option("hiring")
    page.get_by_role("button", name="Show").click()
    assert "pillar=hiring" in page.url
    assert " of " in page.get_by_role("status").inner_text()
    page.goto("/toolkit/editions/")
    page.get_by_role("button", name="Choose NHS").click()
    assert "You are reading the edition for" in page.content()
    assert "for everybody" not in page.content()


def test_the_first_tab_skips_to_the_words(toolkit, open_as):
    page = open_as(None, ACTION)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"


def test_on_paper_only_the_words_are_left(toolkit, open_as):
    page = open_as(None, ACTION)
    page.emulate_media(media="print")
    assert not page.locator(".footing-masthead").is_visible()
    assert not page.locator(".library-foot").is_visible()
    assert page.get_by_role("heading", name="How to do it").is_visible()


def test_an_editor_changes_a_page_and_sees_it_before_anybody_else(toolkit, open_as, live_server):
    """Wagtail's own pages work under the policy that they are given."""
    client, secret = set_up_app()
    user = User.objects.get(email=ADDRESS)
    user.groups.add(Group.objects.get(name="Editors"))
    cache.clear()
    client.post("/accounts/2fa/reauthenticate/?next=/cms/", {"code": code_of(secret)})
    action = ActionPage.objects.get(slug="structured-interviews")
    page = open_as(None, "/health/live")
    cookies = [{"name": each.key, "value": each.value, "url": live_server.url} for each in client.cookies.values()]
    page.context.add_cookies(cookies)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"/cms/pages/{action.pk}/edit/")
    page.locator("#id_title").fill("Ask everybody the same")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_url("**/edit/**")
    page.get_by_text("has been updated").first.wait_for()
    assert [each for each in complaints if "Content Security Policy" in each] == []
    assert "Ask everybody the same" not in Client().get(action.address).content.decode()
    page.goto(f"/cms/pages/{action.pk}/view_draft/")
    assert page.get_by_role("heading", level=1).inner_text() == "Ask everybody the same"
