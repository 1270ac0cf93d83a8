"""Registering for news: asked for, confirmed, changed, left; and sending it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries.letters import page_address, send
from footing_web.enquiries.limits import require_few_letters
from footing_web.enquiries.log import enter
from footing_web.enquiries.models import Bulletin, Registration, Topic
from footing_web.enquiries.sealing import digest_of_address
from footing_web.enquiries.signatures import CONFIRM, LEAVE, signed


@transaction.atomic
def ask_for_news(*, email: str, topics: Sequence[str]) -> None:
    """Send the letter that asks whether it was really they; whoever is registered gets the way to their choices.

    What the page says afterwards is the same either way, so that nobody can find out who is registered.
    """
    require_few_letters(email)
    held = Registration.objects.filter(address_digest=digest_of_address(email)).first()
    if held is not None and held.confirmed_at is not None:
        link = page_address("preferences", token=signed(held, LEAVE))
        return send("registered_already", held.email, "You are registered already", {"link": link})
    registration = held or Registration()
    registration.topics = sorted(topics)
    registration.set_address(email)
    registration.save()
    link = page_address("confirm", token=signed(registration, CONFIRM))
    return send("confirm", registration.email, "Please confirm that you want our news", {"link": link})


@transaction.atomic
def confirm(*, registration: Registration) -> None:
    """Say that it was really they. The second time does nothing."""
    fresh = Registration.objects.filter(pk=registration.pk, confirmed_at=None)
    if fresh.update(confirmed_at=timezone.now()):
        enter("registrations.confirmed", "registration", registration.pk, None, topics=len(registration.topics))
        link = page_address("preferences", token=signed(registration, LEAVE))
        said = {"link": link, "topics": topic_words(registration)}
        send("registered", registration.email, "You are registered", said, headers=leaving(registration))


@transaction.atomic
def choose_topics(*, registration: Registration, topics: Sequence[str]) -> None:
    """Change what somebody hears of."""
    Registration.objects.filter(pk=registration.pk).update(topics=sorted(topics))


@transaction.atomic
def leave(*, registration: Registration) -> None:
    """Forget an address at once."""
    enter("registrations.left", "registration", registration.pk, None)
    Registration.objects.filter(pk=registration.pk).delete()


@transaction.atomic
def send_bulletin(*, topic: str, subject: str, text: str, by: User) -> Bulletin:
    """Send a piece of news to everybody who confirmed and wants to hear of its topic, each in a letter of their own."""
    confirmed = [each for each in Registration.objects.exclude(confirmed_at=None) if topic in each.topics]
    bulletin = Bulletin.objects.create(topic=topic, subject=subject, text=text, receivers=len(confirmed))
    for registration in confirmed:
        link = page_address("preferences", token=signed(registration, LEAVE))
        send("bulletin", registration.email, subject, {"text": text, "link": link}, headers=leaving(registration))
    enter("registrations.bulletin_sent", "bulletin", bulletin.pk, by, topic=topic, receivers=len(confirmed))
    return bulletin


def topic_words(registration: Registration) -> list[str]:
    """What somebody hears of, in words."""
    return [str(Topic(topic).label) for topic in registration.topics]


def leaving(registration: Registration) -> dict[str, Any]:
    """The headers with which a mail program shows a button to leave (RFC 8058)."""
    link = page_address("leave", token=signed(registration, LEAVE))
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
