"""By the screen alone: every export is handed in and kept as it is, and every dangerous file is refused in words."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django_scopes import scopes_disabled
from playwright.sync_api import Page, expect

from faults.broken_files import bomb
from footing_web.records.models import Record
from footing_web.uploads.limits import LIMITS
from footing_web.uploads.models import State, Upload
from web.uploads.conftest import FILES, INPUTS
from web.uploads.test_handing_in import FORMULA
from web.uploads.test_screens import EICAR, address, the_upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEBIBYTE = 1 << 20


def hand_in(page: Page, file: Path, title: str, **beside: Path) -> None:
    """Fill in the form of a new extract and send it."""
    page.goto(address("hand_in"))
    page.get_by_label("What shall we call this extract?").fill(title)
    for field, path in {"extract": file, **beside}.items():
        page.set_input_files(f"input[name={field}]", path)
    page.get_by_role("button", name="Hand in", exact=True).click()


def confirm(page: Page) -> None:
    """Go from what was found to what is kept."""
    expect(page.get_by_text("Ready to confirm")).to_be_visible()
    page.get_by_role("link", name="Confirm", exact=True).click()
    page.get_by_role("button", name="Confirm and keep").click()
    expect(page.get_by_role("button", name="Run an assessment")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("javascript", [True, False])
def test_every_export_is_handed_in_and_kept_without_being_edited(open_as, analyst, javascript):
    page = open_as(analyst, address("extracts"), javascript=javascript)
    for name in FILES:
        hand_in(page, INPUTS / name, name)
        confirm(page)
        assert the_upload().state == State.READY, name
    hand_in(page, INPUTS / FILES[0], "With its applications", applications=INPUTS / "applications_export.csv")
    confirm(page)
    assert {"people", "applications"} <= set(the_upload().summary)


def test_a_mapping_that_was_saved_reads_the_next_file(open_as, analyst, hand_in):
    hand_in(FILES[0], confirm=True)
    page = open_as(analyst, address("mappings"))
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("link", name="Use it again").click()
    expect(page.get_by_label("As “Staff in March” was read")).to_be_checked()


@pytest.fixture
def dangerous(tmp_path: Path) -> dict[str, Path]:
    """A file of each kind that must not get in."""
    contents = {"virus.csv": EICAR, "formula.csv": FORMULA, "picture.csv": b"\x89PNG\r\n\x1a\n" + b"\0" * 99}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    bomb(tmp_path / "bomb.xlsx")
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(200 * MEBIBYTE)  # takes no room on the disk
    return {path.stem: path for path in tmp_path.iterdir() if path.is_file()}


def test_what_is_too_large_or_holds_a_virus_is_refused_on_the_form(open_as, analyst, dangerous):
    page = open_as(analyst, address("hand_in"))
    for name, says in (
        ("large", f"The file is 200 MB; this service takes files of up to {LIMITS.file_bytes // MEBIBYTE} MB."),
        ("virus", "the virus scanner found EICAR test string in it"),
    ):
        hand_in(page, dangerous[name], name)
        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        assert says in page.inner_text(".govuk-error-summary")
        assert Axe().run(page).response["violations"] == []
        page.locator(".govuk-error-summary a").first.click()
        assert page.evaluate("document.activeElement.closest('.govuk-form-group') !== null")
    with scopes_disabled():
        assert not Upload.objects.exists()


@pytest.mark.parametrize(("name", "says"), [("bomb", "W009"), ("picture", "W006")])
def test_what_unpacks_to_gigabytes_or_is_no_table_is_refused_with_the_reason(open_as, analyst, dangerous, name, says):
    page = open_as(analyst, address("hand_in"))
    hand_in(page, dangerous[name], name)
    expect(page.get_by_text("Nothing was kept.")).to_be_visible()
    assert says in page.inner_text("main")
    with scopes_disabled():
        assert the_upload().state == State.REFUSED
        assert not Record.objects.exists()


def test_a_formula_is_shown_with_its_row_and_cannot_be_confirmed(open_as, analyst, dangerous):
    page = open_as(analyst, address("hand_in"))
    hand_in(page, dangerous["formula"], "A formula")
    page.get_by_role("link", name="Look at what was found").click()
    expect(page.get_by_role("rowheader", name="Column “Grade” Row 4")).to_be_visible()
    assert "U001" in page.inner_text("main")
    page.locator(".govuk-back-link").click()
    expect(page.get_by_role("link", name="Confirm", exact=True)).to_have_count(0)
