"""Places at events: confirmed by letter, as many as there are, given up by a button, forgotten afterwards."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from footing_web.enquiries import actions
from footing_web.enquiries.models import EventPlace
from footing_web.library.models import EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def letters_go_out_at_once(monkeypatch):
    monkeypatch.setattr("footing_web.enquiries.letters.transaction.on_commit", lambda act: act())


@pytest.fixture
def event(rooms) -> EventPage:
    """A meeting of an hour with one place."""
    start = timezone.now() + timedelta(days=10)
    page = EventPage(
        title="Asking about background",
        slug="asking",
        summary="How to ask.",
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        place="Online",
        places=1,
    )
    return rooms["events"].add_child(instance=page)


def asked(form_of, event, email="ben@brackwater.example") -> str:
    """Somebody who asked for a place, and their link."""
    form_of(f"/toolkit/events/{event.pk}/place/", name="Ben", email=email, needs="")
    return re.search(r"https?://[^/]+(/toolkit/places/\S+)", mail.outbox[-1].body)[1]


def test_a_place_is_taken_by_a_button_and_not_by_looking(form_of, event):
    link = asked(form_of, event)
    Client().get(link)
    Client().head(link)
    assert EventPlace.objects.get().confirmed_at is None
    Client().post(link)
    Client().post(link)
    assert EventPlace.objects.get().confirmed_at is not None
    assert len(mail.outbox) == 2
    (entry,) = Calendar.from_ical(mail.outbox[-1].attachments[0].content).walk("VEVENT")
    assert entry["summary"] == event.title


def test_nobody_gets_a_place_that_there_is_not(form_of, event):
    first, second = asked(form_of, event), asked(form_of, event, "cy@brackwater.example")
    Client().post(first)
    assert "no more registrations" in Client().post(second).content.decode()
    page = form_of(f"/toolkit/events/{event.pk}/place/", name="Di", email="di@brackwater.example")
    assert "no more registrations" in page.content.decode()


@pytest.mark.parametrize("changes", [{"registration_open": False}, {"starts_at": timezone.now() - timedelta(hours=1)}])
def test_an_event_that_is_closed_or_has_begun_takes_nobody(form_of, event, changes):
    EventPage.objects.update(**changes)
    page = form_of(f"/toolkit/events/{event.pk}/place/", name="Di", email="di@brackwater.example")
    assert "no more registrations" in page.content.decode()
    assert not EventPlace.objects.exists()


def test_a_place_that_is_given_up_is_free_and_its_holder_forgotten(form_of, event):
    link = asked(form_of, event)
    Client().post(link)
    assert "given your place up" in Client().post(link, {"do": "give_up"}, follow=True).content.decode()
    assert not EventPlace.objects.exists()
    assert Client().get(link).status_code == 404


def test_the_team_sees_who_comes_and_writes_to_each_alone(form_of, event, editing, editor):
    Client().post(asked(form_of, event))
    asked(form_of, event, "ben@brackwater.example")
    assert "ben@brackwater.example" in editing.get(f"/toolkit/inbox/events/{event.pk}/").content.decode()
    assert "1 of 1 places taken" in editing.get("/toolkit/inbox/events/").content.decode()
    editing.post(f"/toolkit/inbox/events/{event.pk}/", {"text": "The call is at 01632 960123."})
    assert mail.outbox[-1].to == ["ben@brackwater.example"]
    assert "01632 960123" in mail.outbox[-1].body


def test_who_came_is_forgotten_a_month_later(form_of, event):
    Client().post(asked(form_of, event))
    actions.look_after(now=event.ends_at + timedelta(days=29))
    assert EventPlace.objects.exists()
    actions.look_after(now=event.ends_at + timedelta(days=31))
    assert not EventPlace.objects.exists()
