"""The gallery shows every component, right and with errors, and a screen reader can read it."""

import re

from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from footing_web.components.gallery import EXAMPLES
from web.components.test_official_examples import OFFICIAL

PARTS_OF_OTHERS = {"error-message", "fieldset", "hint", "label", "skip-link", "service-navigation"}
FIELDS = {"input", "password-input", "textarea", "select", "radios", "checkboxes", "date-input", "file-upload"}


def test_every_component_is_in_the_gallery(db):
    shown = {name for _, name, _ in EXAMPLES} | PARTS_OF_OTHERS | FIELDS
    assert {path.stem for path in OFFICIAL} == shown
    page = Client().get("/components/").content.decode()
    assert [name for name in FIELDS if f"govuk-{name}" not in page] == []


def test_every_link_of_the_error_summary_leads_to_an_input(open_as):
    page = open_as(None, "/components/?wrong")
    assert page.title() == "Error: Components – Footing"
    links = page.locator(".govuk-error-summary").first.locator("a")
    assert links.count() == 9
    for number in range(links.count()):
        links.nth(number).click()
        assert page.evaluate("document.activeElement.matches('input, select, textarea, button')")


def test_axe_finds_nothing_in_the_gallery_right_or_wrong(open_as):
    for address in ("/components/", "/components/?wrong"):
        found = Axe().run(open_as(None, address))
        assert found.violations_count == 0, found.generate_report()


def test_no_style_or_script_stands_inside_a_page(db):
    page = Client().get("/components/").content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script>", page)
