"""Links of contributors: looking changes nothing, each answers once, and a wrong, changed or old one does nothing."""

import datetime as dt

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.audit.models import AuditEntry
from footing_web.enquiries.journey import State
from footing_web.enquiries.models import CaseStudy, Consent, DraftAnswer, Purpose, SignedLink, Slot
from footing_web.enquiries.urls import BEHIND_A_LINK
from web.enquiries.conftest import last_secret, wording

pytestmark = pytest.mark.django_db
STEPS = [each.name for each in BEHIND_A_LINK]
WRITES = ("INSERT", "UPDATE", "DELETE")


def here(token: str, step: str = "") -> str:
    return f"/toolkit/review/{token}/{step}"


def every_address(token: str) -> list[str]:
    return ["/" + str(each.pattern).replace("<str:token>", token) for each in BEHIND_A_LINK]


def state_of_everything() -> list[object]:
    """All that a link could change."""
    models = (CaseStudy, SignedLink, Consent, DraftAnswer, Slot, AuditEntry)
    with scopes_disabled():
        return [list(model.objects.order_by("pk").values()) for model in models] + [len(mail.outbox)]


def agreed() -> dict[str, str]:
    day = timezone.localdate() + dt.timedelta(days=100)
    parts = {"last_day-day": day.day, "last_day-month": day.month, "last_day-year": day.year}
    return {"scope": ["page", "talks"], "may": "on", **{name: str(value) for name, value in parts.items()}}


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(("state", "purpose"), [("booked", "slot"), ("sent", "draft"), ("published", "own")])
def test_what_opens_links_in_letters_changes_nothing(way, method, state, purpose):
    way.to(state)
    token, before = last_secret(Purpose(purpose)), state_of_everything()
    for address in every_address(token):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = getattr(Client(), method)(address)
        assert answer.status_code in (200, 404), address
        assert not [
            each["sql"] for each in asked if each["sql"].startswith(WRITES) and "cached_values" not in each["sql"]
        ]
    assert state_of_everything() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_nothing_but_looking_and_sending_is_let_in(way, method):
    way.to("sent")
    token, before = last_secret(Purpose.DRAFT), state_of_everything()
    assert {getattr(Client(), method)(address).status_code for address in every_address(token)} == {405}
    assert state_of_everything() == before


def test_a_link_that_is_changed_in_one_letter_opens_nothing(way):
    way.to("sent")
    token, before = last_secret(Purpose.DRAFT), state_of_everything()
    other = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    for address in every_address(other):
        assert Client().get(address).status_code == 404
        assert Client().post(address, agreed()).status_code == 404
    assert state_of_everything() == before


def test_a_link_does_only_what_it_is_for(way):
    way.to("sent")
    own, before = last_secret(Purpose.OWN), state_of_everything()
    for step in ("approve/", "comment/", "decline/", "cancel/"):
        assert Client().post(here(own, step), agreed()).status_code == 404
    draft = last_secret(Purpose.DRAFT)
    for step in ("withdraw/", "renew/", "send-again/", "cancel/"):
        assert Client().post(here(draft, step), agreed()).status_code == 404
    assert state_of_everything() == before


def test_approval_counts_once_and_using_the_link_again_changes_nothing(way):
    way.to("sent")
    token = last_secret(Purpose.DRAFT)
    assert Client().post(here(token, "approve/"), agreed())["Location"] == here(token)
    assert Consent.objects.get().scope == ["page", "talks"]
    before = state_of_everything()
    assert "You have approved the draft" in Client().get(here(token)).content.decode()
    for step, said in (("approve/", agreed()), ("comment/", {"words": "No!"}), ("decline/", {})):
        assert Client().post(here(token, step), said).status_code == 200
    assert state_of_everything() == before
    way.case_study.refresh_from_db()
    assert way.case_study.state == State.APPROVED


def test_a_link_that_is_too_old_does_nothing_and_says_where_to_get_another(way):
    way.to("sent")
    token = last_secret(Purpose.DRAFT)
    SignedLink.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    before = state_of_everything()
    answer = Client().post(here(token, "approve/"), agreed())
    assert answer.status_code == 410
    assert "Get a new link" in answer.content.decode()
    assert state_of_everything() == before


def test_a_link_to_an_earlier_draft_does_nothing(way):
    from footing_web.enquiries import actions

    way.to("sent")
    token = last_secret(Purpose.DRAFT)
    actions.write_draft(case_study=way.case_study, wording=wording(title="Other"), by=way.editor)
    actions.send_draft(case_study=way.case_study, by=way.editor)
    assert Client().post(here(token, "approve/"), agreed()).status_code == 410
    assert not Consent.objects.exists()


def test_a_form_from_another_site_is_refused(way):
    way.to("sent")
    token, before = last_secret(Purpose.DRAFT), state_of_everything()
    assert Client(enforce_csrf_checks=True).post(here(token, "approve/"), agreed()).status_code == 403
    assert state_of_everything() == before


def test_the_secret_of_a_link_is_not_stored(way):
    way.to("sent")
    token = last_secret(Purpose.DRAFT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM enquiries_signedlink")
        assert token not in str(cursor.fetchall())


def test_trying_links_out_is_soon_too_often(way, monkeypatch):
    from footing_web.accounts.rate_limits import Limit

    monkeypatch.setattr("footing_web.enquiries.limits.LINKS", Limit("enquiries-links", times=2, window_seconds=3600))
    assert [Client().get(here("x" * 43)).status_code for _ in range(3)] == [404, 404, 429]


def test_approving_without_publishing_or_for_too_long_is_refused_in_words(way):
    way.to("sent")
    token = last_secret(Purpose.DRAFT)
    only_talks = Client().post(here(token, "approve/"), agreed() | {"scope": ["talks"]}).content.decode()
    assert "To approve the draft, agree that it is published" in only_talks
    for_ever = Client().post(here(token, "approve/"), agreed() | {"last_day-year": "2099"}).content.decode()
    assert "between tomorrow and two years from now" in for_ever
    assert not Consent.objects.exists()


def test_whoever_has_lost_a_link_gets_another_and_nobody_learns_whether_there_was_one(way, form_of):
    said = {}
    for email in ("ama.mensah@ashmoor.example", "nobody@ashmoor.example"):
        cache.clear()
        mail.outbox.clear()
        said[email] = form_of("/toolkit/review/", email=email).content
        said[f"{email} letters"] = len(mail.outbox)
    assert said["ama.mensah@ashmoor.example"] == said["nobody@ashmoor.example"]
    assert (said["ama.mensah@ashmoor.example letters"], said["nobody@ashmoor.example letters"]) == (1, 0)


def test_the_page_behind_a_link_is_kept_by_nobody(way):
    way.to("sent")
    answer = Client().get(here(last_secret(Purpose.DRAFT)))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "same-origin"
