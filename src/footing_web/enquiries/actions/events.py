"""Places at events: asked for, confirmed by letter, given up; and writing to those who have one."""

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.calendars import MEDIA_TYPE, event_file
from footing_web.enquiries.letters import page_address, send
from footing_web.enquiries.limits import require_few_letters
from footing_web.enquiries.log import enter
from footing_web.enquiries.models import EventPlace
from footing_web.enquiries.sealing import digest_of_address
from footing_web.enquiries.signatures import PLACE, signed
from footing_web.library.models import EventPage


@transaction.atomic
def ask_for_place(*, event: EventPage, name: str, email: str, needs: str = "") -> None:
    """Send the letter with which somebody confirms or gives up a place. Raises ``Refused`` where none is left."""
    require_few_letters(email)
    held = EventPlace.objects.filter(page=event, address_digest=digest_of_address(email)).first()
    if held is None:
        require_room(event)
        held = EventPlace(page=event, name=name, needs=needs)
        held.set_address(email)
        held.save()
        enter("events.place_asked", "event", event.pk, None)
    link = page_address("place", token=signed(held, PLACE))
    send("place_asked", held.email, f"Your place: {event.title}", {"event": event, "link": link})


@transaction.atomic
def confirm_place(*, place: EventPlace) -> None:
    """Take the place. The second time does nothing."""
    event = EventPage.objects.select_for_update().get(pk=place.page_id)
    if EventPlace.objects.filter(pk=place.pk).exclude(confirmed_at=None).exists():
        return
    require_room(event)
    EventPlace.objects.filter(pk=place.pk).update(confirmed_at=timezone.now())
    enter("events.place_confirmed", "event", event.pk, None)
    link = page_address("place", token=signed(place, PLACE))
    file = ("event.ics", event_file(event), MEDIA_TYPE)
    send("place_confirmed", place.email, f"Your place: {event.title}", {"event": event, "link": link}, files=[file])


@transaction.atomic
def give_place_up(*, place: EventPlace) -> None:
    """Give the place back; the address is deleted at once."""
    enter("events.place_given_up", "event", place.page_id, None)
    EventPlace.objects.filter(pk=place.pk).delete()


@transaction.atomic
def write_to_places(*, event: EventPage, text: str, by: User) -> int:
    """Write to everybody who has a place, each in a letter of their own; to how many."""
    held = list(EventPlace.objects.filter(page=event).exclude(confirmed_at=None))
    for place in held:
        link = page_address("place", token=signed(place, PLACE))
        send("to_places", place.email, event.title, {"event": event, "text": text, "link": link})
    enter("events.places_written_to", "event", event.pk, by, receivers=len(held))
    return len(held)


def require_room(event: EventPage) -> None:
    """Raise ``Refused`` where the event takes no more people, or has begun."""
    taken = EventPlace.objects.filter(page=event).exclude(confirmed_at=None).count()
    full = event.places is not None and taken >= event.places
    if full or not event.registration_open or event.starts_at <= timezone.now():
        raise refusals.no_room()
