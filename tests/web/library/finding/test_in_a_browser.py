"""Finding one's way in a real browser: on a desk and on a phone, without JavaScript, by keyboard and with axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def library(transactional_db):
    call_command("load_library", verbosity=0)


@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_and_every_page_fits(open_as, analyst, result, organisation, width):
    addresses = [
        "/toolkit/search/",
        "/toolkit/search/?q=intervew",
        "/toolkit/search/?q=pay&pillar=progression&page=2",
        "/toolkit/search/?q=xylophone",
        "/toolkit/start/",
        "/toolkit/start/line-manager/",
        reverse("library:next_actions", kwargs={"slug": organisation.slug, "result_id": result.pk}),
    ]
    page = open_as(analyst, addresses[0], width=width)
    for address in addresses:
        page.goto(address)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_visitor_finds_a_page_by_keyboard_without_javascript(open_as):
    page = open_as(None, "/toolkit/search/", javascript=False)
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type("inteview pack")
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert "You see what was found for “interview”" in page.get_by_role("main").inner_text()
    page.get_by_role("link", name="Structured interview pack with scoring").click()
    page.wait_for_url("**/toolkit/templates/interview-pack/")


def test_what_was_found_is_narrowed_without_javascript(open_as):
    page = open_as(None, "/toolkit/search/?q=interview", javascript=False)
    every = page.get_by_role("main").get_by_role("listitem").count()
    page.get_by_text("Narrow it down").click()
    page.get_by_label("Kind of page").select_option("Evidence")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Search everything").wait_for()
    assert 0 < page.get_by_role("main").get_by_role("listitem").count() < every
