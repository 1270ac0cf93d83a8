"""Calendar files (RFC 5545) of interviews and events, so that nobody has to type a time."""

import datetime as dt

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from footing_web.enquiries.models import CaseStudy, Slot
from footing_web.library.models import EventPage

MEDIA_TYPE = "text/calendar"


def interview_file(case_study: CaseStudy, slot: Slot, *, cancelled: bool = False) -> bytes:
    """The interview as an event. The same event whenever it moves, so that a calendar replaces it."""
    event = Event()
    event.add("uid", f"{case_study.pk}@{settings.ALLOWED_HOSTS[0]}")
    event.add("sequence", case_study.bookings)
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("dtstart", slot.starts_at.astimezone(dt.UTC))
    event.add("dtend", slot.ends_at.astimezone(dt.UTC))
    event.add("summary", f"Interview for a case study of {case_study.organisation_name}")
    event.add("location", slot.place)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return _file(event, "CANCEL" if cancelled else "PUBLISH")


def _file(event: Event, method: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Footing//Interviews//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def event_file(event: EventPage) -> bytes:
    """An event of the toolkit, for whoever has a place."""
    entry = Event()
    entry.add("uid", f"event-{event.pk}@{settings.ALLOWED_HOSTS[0]}")
    entry.add("dtstamp", timezone.now().astimezone(dt.UTC))
    entry.add("dtstart", event.starts_at.astimezone(dt.UTC))
    entry.add("dtend", event.ends_at.astimezone(dt.UTC))
    entry.add("summary", event.title)
    entry.add("location", event.place)
    return _file(entry, "PUBLISH")
