"""What visitors write: registering twice over, messages, comments, and what keeps machines out."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled

from footing_web.accounts.rate_limits import Limit
from footing_web.audit.models import AuditEntry
from footing_web.enquiries import actions
from footing_web.enquiries.models import (
    CommentState,
    Enquiry,
    EnquiryState,
    PageComment,
    Registration,
    Sponsor,
)
from web.enquiries.conftest import offered

pytestmark = pytest.mark.django_db
ADDRESS = "ben.okoro@brackwater.example"
TOPICS = ["guidance", "events"]
MESSAGE = {"name": "Ben Okoro", "email": ADDRESS, "message": "How do we begin with 30 people?"}


@pytest.fixture(autouse=True)
def letters_go_out_at_once(monkeypatch):
    monkeypatch.setattr("footing_web.enquiries.letters.transaction.on_commit", lambda act: act())


def link_in(letter) -> str:
    return re.search(r"https?://[^/]+(/toolkit/\S+)", letter.body)[1]


def test_nobody_is_registered_before_they_confirm_by_a_button(form_of):
    page = form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS)
    assert "Check your e-mail" in page.content.decode()
    link = link_in(mail.outbox[0])
    Client().get(link)
    Client().head(link)
    assert Registration.objects.get().confirmed_at is None
    assert "You are registered" in Client().post(link, follow=True).content.decode()
    assert Registration.objects.get().confirmed_at is not None
    Client().post(link)
    assert len(mail.outbox) == 2


def test_registering_again_tells_only_the_address_itself(form_of):
    first = form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS).content
    Client().post(link_in(mail.outbox[0]))
    second = form_of("/toolkit/register/", email=ADDRESS.upper(), topics=TOPICS).content
    assert first == second
    assert "registered already" in mail.outbox[-1].subject
    assert Registration.objects.count() == 1


def registered(form_of) -> str:
    """Somebody who is registered, and the link to their choices."""
    form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS)
    Client().post(link_in(mail.outbox[0]))
    return link_in(mail.outbox[-1])


def test_choices_are_changed_by_the_link_in_every_letter(form_of):
    Client().post(registered(form_of), {"topics": ["results"]})
    assert Registration.objects.get().topics == ["results"]


def test_one_click_of_a_mail_program_leaves_and_a_second_one_does_nothing(form_of):
    registered(form_of)
    headers = mail.outbox[-1].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.search(r"<https?://[^/]+(/\S+)>", headers["List-Unsubscribe"])[1]
    client = Client(enforce_csrf_checks=True)
    assert client.get(address).status_code == 200
    assert Registration.objects.count() == 1
    for _ in range(2):
        assert client.post(address, {"List-Unsubscribe": "One-Click"}, follow=True).status_code == 200
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("kind", ["confirm", "choices", "leave"])
def test_a_link_with_a_changed_signature_opens_nothing(form_of, kind):
    link = registered(form_of)
    wrong = re.sub(r"/choices/(.*)./$", rf"/{kind}/\1-/", link)
    assert Client().get(wrong).status_code == 404
    Client().post(wrong, {"topics": ["results"]})
    assert Registration.objects.get().topics == sorted(TOPICS)


def test_a_link_to_leave_cannot_confirm(form_of):
    form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS)
    token = link_in(mail.outbox[0]).split("/")[-2]
    assert Client().get(f"/toolkit/register/leave/{token}/").status_code == 404


def test_whoever_does_not_confirm_is_forgotten(form_of):
    form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS)
    actions.look_after(now=timezone.now() + timedelta(days=6))
    assert Registration.objects.exists()
    actions.look_after(now=timezone.now() + timedelta(days=8))
    assert not Registration.objects.exists()


def test_news_goes_to_those_who_chose_its_topic_each_alone(form_of, editor):
    registered(form_of)
    actions.ask_for_news(email="never@confirmed.example", topics=["guidance"])
    mail.outbox.clear()
    assert actions.send_bulletin(topic="results", subject="New", text="Words", by=editor).receivers == 0
    bulletin = actions.send_bulletin(topic="guidance", subject="New guidance", text="Words", by=editor)
    assert bulletin.receivers == len(mail.outbox) == 1
    assert mail.outbox[0].to == [ADDRESS]
    assert "List-Unsubscribe" in mail.outbox[0].extra_headers


def test_a_message_is_answered_for_and_the_team_is_told_without_a_word_of_it(form_of, editor):
    assert "We have your message" in form_of("/toolkit/contact/", **MESSAGE).content.decode()
    theirs, ours = mail.outbox
    assert theirs.to == [ADDRESS]
    assert "30 people" not in theirs.body + ours.body + ours.subject
    assert ours.to == ["editor@footing.example"]


def test_an_error_is_reported_with_its_page_and_no_name_is_needed(form_of, toolkit_page):
    form_of(f"/toolkit/pages/{toolkit_page.pk}/error/", message="The figure is from 2019.")
    enquiry = Enquiry.objects.get()
    assert (enquiry.kind, enquiry.page_title) == ("correction", toolkit_page.title)
    assert enquiry.email == ""


def test_a_page_that_is_not_public_has_no_comments_and_no_errors(toolkit_page):
    toolkit_page.unpublish()
    assert Client().get(f"/toolkit/pages/{toolkit_page.pk}/error/").status_code == 404
    assert Client().get(f"/toolkit/pages/{toolkit_page.pk}/comments/").status_code == 404


def test_a_comment_is_shown_once_the_team_lets_it_in_and_then_its_address_is_forgotten(form_of, toolkit_page, editor):
    address = f"/toolkit/pages/{toolkit_page.pk}/comments/"
    form_of(address, name="Ben", text="We did <b>this</b> too.", email=ADDRESS)
    assert "too." not in Client().get(address).content.decode()
    actions.show_comment(comment=PageComment.objects.get(), by=editor)
    page = Client().get(address).content.decode()
    assert "We did &lt;b&gt;this&lt;/b&gt; too." in page
    assert ADDRESS not in page
    assert PageComment.objects.get().email == ""
    assert mail.outbox[-1].to == [ADDRESS]
    actions.decline_comment(comment=PageComment.objects.get(), by=editor)
    assert "too." not in Client().get(address).content.decode()


def test_sponsors_are_thanked_between_their_days(editor):
    today = timezone.localdate()
    for name, since, until in (("Now Ltd", -1, None), ("Soon Ltd", 1, None), ("Past Ltd", -9, -1)):
        actions.acknowledge(
            name=name,
            address="",
            gives="Time",
            since=today + timedelta(days=since),
            until=None if until is None else today + timedelta(days=until),
            by=editor,
        )
    page = Client().get("/toolkit/sponsors/").content.decode()
    assert [name for name in ("Now Ltd", "Soon Ltd", "Past Ltd") if name in page] == ["Now Ltd"]
    actions.no_longer_acknowledge(sponsor=Sponsor.objects.get(name="Now Ltd"), by=editor)
    assert "The toolkit has no sponsor." in Client().get("/toolkit/sponsors/").content.decode()


def test_a_field_that_people_do_not_see_is_left_empty_by_people(form_of):
    page = form_of("/toolkit/contact/", **MESSAGE, website="https://spam.example")
    assert "F001" in page.content.decode()
    assert not Enquiry.objects.exists()


def test_a_form_without_or_with_a_made_up_time_is_sent_once_more():
    client = Client()
    page = client.post("/toolkit/contact/", {**MESSAGE, "shown_at": "made-up"}).content.decode()
    assert "F002" in page
    shown = re.search(r'name="shown_at" value="([^"]+)"', page)[1]
    assert client.post("/toolkit/contact/", {**MESSAGE, "shown_at": shown}).status_code == 302


def test_a_form_that_is_sent_at_once_is_sent_once_more(form_of, monkeypatch):
    monkeypatch.setattr("footing_web.enquiries.spam.QUICKEST_SECONDS", 60)
    assert "F002" in form_of("/toolkit/contact/", **MESSAGE).content.decode()
    assert not Enquiry.objects.exists()


def test_a_message_full_of_links_is_refused(form_of):
    links = " ".join(f"https://spam.example/{number}" for number in range(4))
    assert "F003" in form_of("/toolkit/contact/", **MESSAGE | {"message": links}).content.decode()


@pytest.mark.parametrize("name", ["Visit https://spam.example", "www.spam.example", "a@spam.example", "spam.example/x"])
def test_no_address_gets_into_somebody_elses_letter_with_a_name(form_of, name):
    assert "Give a name without an address" in form_of("/toolkit/contact/", **MESSAGE | {"name": name}).content.decode()


def test_forms_from_one_place_are_soon_too_many(form_of, monkeypatch):
    monkeypatch.setattr("footing_web.enquiries.limits.FORMS", Limit("enquiries-forms", times=2, window_seconds=3600))
    answers = [form_of("/toolkit/contact/", **MESSAGE) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1]["Retry-After"]
    assert Enquiry.objects.count() == 2


def test_nobodys_inbox_can_be_filled_through_us(form_of):
    statuses = [form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS).status_code for _ in range(6)]
    assert statuses == [200, 200, 200, 200, 429, 429]
    assert len(mail.outbox) == 4


def test_what_is_over_is_deleted_in_its_time(form_of, editor):
    form_of("/toolkit/contact/", **MESSAGE)
    enquiry = Enquiry.objects.get()
    actions.move_enquiry(enquiry=enquiry, state=EnquiryState.CLOSED, by=editor)
    actions.look_after(now=timezone.now() + timedelta(days=179))
    assert Enquiry.objects.exists()
    actions.look_after(now=timezone.now() + timedelta(days=181))
    assert not Enquiry.objects.exists()


def test_a_comment_that_is_not_shown_is_deleted_after_a_month(toolkit_page, editor):
    comment = actions.write_comment(page=toolkit_page, name="Ben", text="Rubbish")
    actions.decline_comment(comment=comment, by=editor)
    assert comment.state == CommentState.DECLINED
    actions.look_after(now=timezone.now() + timedelta(days=31))
    assert not PageComment.objects.exists()


def test_nothing_about_people_can_be_read_in_the_database(form_of, toolkit_page, rooms):
    form_of("/toolkit/contact/", **MESSAGE)
    form_of("/toolkit/register/", email=ADDRESS, topics=TOPICS)
    form_of(f"/toolkit/pages/{toolkit_page.pk}/comments/", name="Ben", text="We did this too.", email=ADDRESS)
    offered(name="Ben Okoro", email=ADDRESS, story="We did this too.", job="Clerk of works")
    tables = [name for name in connection.introspection.table_names() if name.startswith(("enquiries_", "audit_"))]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            rows = str(cursor.fetchall())
            for said in ("Okoro", ADDRESS, "We did this", "30 people", "Clerk of works"):
                assert said not in rows, table
    with scopes_disabled():
        assert AuditEntry.objects.filter(action="enquiries.written").exists()


def test_what_is_sealed_cannot_be_looked_up_by_mistake():
    from django.core.exceptions import FieldError

    with pytest.raises(FieldError):
        Enquiry.objects.filter(email=ADDRESS).exists()
