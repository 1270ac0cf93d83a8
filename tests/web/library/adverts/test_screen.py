"""The advert helper on the screen: open to anybody, and nothing that is pasted stays anywhere."""

import logging

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django_scopes import scopes_disabled

from footing_web.library.adverts import views
from web.library.adverts.test_reviewing import POOR

ADDRESS = "/toolkit/advert-helper/"
TELL_TALE = "Zanzibarquay"
ADVERT = f"{POOR} Our office is in {TELL_TALE}."


def rows() -> dict[str, int]:
    with scopes_disabled():
        return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


def test_anybody_pastes_an_advert_and_gets_prompts_with_reasons(db):
    page = Client().post(ADDRESS, {"advert": ADVERT}).content.decode()
    assert "prompts for review" in page
    assert "no score" in page
    assert '<mark class="document-mark">Russell Group</mark>' in page
    assert "Social Mobility Commission: Toolkit: hiring" in page
    assert "Evidence: judgement" in page


def test_nothing_that_is_pasted_is_stored_logged_or_kept_by_a_browser(db, caplog):
    before = rows()
    with caplog.at_level(logging.DEBUG):
        response = Client().post(ADDRESS, {"advert": ADVERT})
    assert rows() == before
    assert not Session.objects.exists()
    assert TELL_TALE not in caplog.text
    assert "no-store" in response["Cache-Control"]
    assert "sessionid" not in response.cookies


def test_what_is_pasted_is_in_no_report_of_a_fault(db, caplog, monkeypatch):
    def fails(advert: str) -> None:
        raise RuntimeError("the helper has failed")

    monkeypatch.setattr(views, "review_of", fails)
    with caplog.at_level(logging.DEBUG):
        response = Client(raise_request_exception=False).post(ADDRESS, {"advert": ADVERT})
    assert response.status_code == 500
    assert TELL_TALE not in response.content.decode()
    assert TELL_TALE not in caplog.text


@pytest.mark.parametrize(
    ("advert", "said"), [("", "Paste the words of an advert"), ("a " * 10_001, "no more than 20,000 letters")]
)
def test_an_advert_that_is_empty_or_too_long_is_refused(db, advert, said):
    page = Client().post(ADDRESS, {"advert": advert}).content.decode()
    assert "There is a problem" in page
    assert said in page


def test_markup_in_an_advert_is_shown_as_it_is_written(db):
    page = Client().post(ADDRESS, {"advert": "<script>alert(1)</script> a polished <b>graduate</b>"}).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 375])
def test_it_works_without_javascript_fits_and_axe_finds_nothing(open_as, width):
    page = open_as(None, ADDRESS, javascript=False, width=width)
    page.get_by_label("The advert").fill(ADVERT)
    page.get_by_role("button", name="Show prompts").click()
    assert page.get_by_role("heading", name="prompts for review").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    looked = open_as(None, ADDRESS, width=width)
    looked.get_by_label("The advert").fill(ADVERT)
    looked.get_by_role("button", name="Show prompts").click()
    assert [each["id"] for each in Axe().run(looked).response["violations"]] == []
