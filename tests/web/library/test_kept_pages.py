"""What was made for one visitor is kept for the next, and never longer than it is true, nor for anybody else."""

import pytest
from django.test import Client

from footing_web.library.models import ActionPage
from footing_web.library.views import reading
from web.conftest import person

pytestmark = pytest.mark.django_db

ADDRESS = "/toolkit/actions/structured-interviews/"


@pytest.fixture(autouse=True)
def nothing_kept_yet(monkeypatch):
    monkeypatch.setattr(reading, "kept", reading.KeptPages())


def text_of(address: str = ADDRESS, client: Client | None = None) -> str:
    return (client or Client()).get(address).content.decode()


def test_the_second_visitor_is_answered_with_one_query(toolkit, django_assert_num_queries):
    first = text_of()
    with django_assert_num_queries(1):
        assert text_of() == first


def test_a_change_is_seen_at_once(toolkit):
    text_of()
    page = ActionPage.objects.get(slug="structured-interviews")
    page.title = "Ask everybody the same"
    page.save_revision().publish()
    assert "Ask everybody the same" in text_of()
    page.unpublish()
    assert Client().get(ADDRESS).status_code == 404


def test_each_edition_is_kept_apart(toolkit):
    assert "the edition for everybody" in text_of()
    assert "the edition for everybody" not in text_of(f"{ADDRESS}?edition=nhs")
    assert "the edition for everybody" in text_of()


def test_what_somebody_sees_who_has_signed_in_is_not_kept(toolkit, signed_in):
    assert "Sign out" in text_of(client=signed_in(person("ama.reed@ashmoor.example")))
    assert reading.kept.held == {}
    assert "Sign out" not in text_of()


def test_a_list_that_was_narrowed_is_not_kept_and_there_is_an_end_to_keeping(toolkit, monkeypatch):
    text_of("/toolkit/actions/?pillar=hiring")
    assert reading.kept.held == {}
    monkeypatch.setattr(reading, "MOST_KEPT", 2)
    for section in ("actions", "guides", "videos"):
        text_of(f"/toolkit/{section}/")
    assert len(reading.kept.held) == 1


def test_a_kept_page_has_the_same_careful_headers(toolkit):
    first, second = (Client().get(ADDRESS).headers for _ in range(2))
    assert dict(first) == dict(second)
