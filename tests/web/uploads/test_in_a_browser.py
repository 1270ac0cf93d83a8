"""The whole way in a real browser: with and without JavaScript, on a desk and on a phone, and no axe violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from footing_web.uploads.models import State
from web.uploads.conftest import FILES, INPUTS
from web.uploads.test_screens import BAD_PAY, ODD_WORD, address, the_upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OF_THE_PAGE_TEMPLATE = {"region"}
WAYS = pytest.mark.parametrize(("javascript", "width"), [(True, 1280), (True, 375), (False, 1280), (False, 375)])


def look(page: Page, javascript: bool) -> None:
    """Nothing wrong for assistive technology, and the page never wider than the screen."""
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_visible()
    if javascript:
        found = Axe().run(page).response["violations"]
        assert [each["id"] for each in found if each["id"] not in OF_THE_PAGE_TEMPLATE] == []
    width = page.viewport_size["width"]
    assert page.locator("body").bounding_box()["width"] <= width


def csv(content: bytes) -> dict[str, object]:
    return {"name": "staff.csv", "mimeType": "text/csv", "buffer": content}


@WAYS
def test_an_extract_is_handed_in_looked_at_and_kept(open_as, analyst, javascript, width):
    page = open_as(analyst, address("extracts"), javascript=javascript, width=width)
    look(page, javascript)
    page.get_by_role("button", name="Hand in an extract").click()
    look(page, javascript)
    page.get_by_label("What shall we call this extract?").fill("Staff in March")
    page.set_input_files("input[name=extract]", INPUTS / FILES[0])
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("Ready to confirm")).to_be_visible()
    look(page, javascript)
    for task in ("Look at what was found", "Columns and words", "Confirm"):
        page.get_by_role("link", name=task, exact=True).click()
        look(page, javascript)
        if task != "Confirm":
            page.locator(".govuk-back-link").click()
    page.get_by_role("button", name="Confirm and keep").click()
    expect(page.get_by_text("303 people in post")).to_be_visible()
    look(page, javascript)
    assert the_upload().state == State.READY


@WAYS
def test_a_word_is_decided_and_a_mistake_is_explained(open_as, analyst, javascript, width):
    page = open_as(analyst, address("hand_in"), javascript=javascript, width=width)
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    look(page, javascript)
    page.get_by_role("link", name="Enter a name for the extract.").click()
    expect(page.get_by_label("What shall we call this extract?")).to_be_focused()
    page.keyboard.type("Odd words")
    page.set_input_files("input[name=extract]", csv(ODD_WORD))
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("Needs decisions")).to_be_visible()
    page.get_by_role("link", name="Columns and words", exact=True).click()
    look(page, javascript)
    page.get_by_label("What “Steeplejack of occupations” means").select_option("technical_or_craft")
    page.get_by_role("button", name="Save and check again").click()
    expect(page.get_by_text("Ready to confirm")).to_be_visible()


@WAYS
def test_a_file_is_tried_and_its_faults_are_shown(open_as, analyst, javascript, width):
    page = open_as(analyst, address("hand_in"), javascript=javascript, width=width)
    page.get_by_label("What shall we call this extract?").fill("Only tried")
    page.set_input_files("input[name=extract]", csv(BAD_PAY))
    page.get_by_role("button", name="Only check, keep nothing").click()
    expect(page.get_by_role("heading", name="Checked, and nothing kept: Only tried")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Column “Salary” Row 4")).to_be_visible()
    look(page, javascript)


def test_a_file_can_be_dropped_on_its_field(open_as, analyst):
    page = open_as(analyst, address("hand_in"))
    page.get_by_label("What shall we call this extract?").fill("Dropped")
    dropped = page.evaluate_handle(
        "text => { const held = new DataTransfer();"
        " held.items.add(new File([text], 'staff.csv', {type: 'text/csv'})); return held; }",
        ODD_WORD.decode().replace("Steeplejack of", "Technical and craft"),
    )
    page.dispatch_event(".govuk-file-upload-button >> nth=0", "drop", {"dataTransfer": dropped})
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_role("heading", name="Dropped")).to_be_visible()


def test_progress_is_drawn_and_the_page_goes_on_by_itself(open_as, analyst, hand_in):
    from django_scopes import scopes_disabled

    from footing_web.uploads.models import Upload

    upload = hand_in(FILES[1])
    with scopes_disabled():
        Upload.objects.update(
            state=State.CHECKING, step="Reading the rows", done=1, total=4, heard_of_at="2026-01-01T00:00Z"
        )
    page = open_as(analyst, address("extract", upload=upload.pk))
    expect(page.get_by_text("Reading the rows")).to_be_visible()
    look(page, True)
    with scopes_disabled():
        Upload.objects.update(done=3)
    expect(page.locator("progress")).to_have_js_property("value", 75)
    with scopes_disabled():
        Upload.objects.update(state=State.CHECKED)
    expect(page.get_by_text("Ready to confirm")).to_be_visible()
