"""Documents in a real browser: on a desk and on a phone, without JavaScript, and with axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_on_any_page_of_documents_and_every_page_fits(open_as, owner, organisation, width):
    named = {"slug": organisation.slug}
    addresses = [
        reverse("library:documents", kwargs=named),
        reverse("library:document_details", kwargs=named),
        *(
            reverse("library:document", kwargs=named | {"document": each})
            for each in ("dpia", "interview-pack", "survey-invitation")
        ),
        "/toolkit/templates/privacy-notice/preview/",
    ]
    page = open_as(owner, addresses[0], javascript=True, width=width)
    for address in addresses:
        page.goto(address)
        assert [each["id"] for each in Axe().run(page).response["violations"]] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_document_is_taken_away_by_keyboard_without_javascript(open_as, owner, organisation):
    named = {"slug": organisation.slug, "document": "staff-notice"}
    page = open_as(owner, reverse("library:document", kwargs=named), javascript=False)
    link = page.get_by_role("button", name="Download for Word")
    link.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "staff-notice.docx"
