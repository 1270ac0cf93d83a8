"""Sending signed messages to other systems, again and again with growing pauses until one is taken or given up."""

import datetime as dt
import hmac
import http.client
import json
import socket
import ssl
from urllib.parse import urlsplit

from django.db import transaction
from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.results.addresses import HTTPS, outside_number
from footing_web.results.keeping import own_key
from footing_web.results.models import Delivery, DeliveryState, Webhook

PAUSES_SECONDS = (60, 300, 1800, 7200, 21600)
"""How long to wait after each attempt that failed; after the last one the message is given up."""
TIMEOUT_SECONDS = 10
MOST_AT_ONCE = 50
SIGNATURE = "Footing-Signature"


def secret_of(webhook: Webhook) -> str:
    """What messages to an address are signed with: shown to whoever made the webhook, and worked out anew each time."""
    return hmac.new(own_key("webhooks"), webhook.pk.bytes, "sha256").hexdigest()


def signature_of(body: bytes, secret: str, at: int) -> str:
    """The value of the header: when it was signed, and the HMAC-SHA256 of that moment, a full stop and the body."""
    return f"t={at},v1={hmac.new(secret.encode(), f'{at}.'.encode() + body, 'sha256').hexdigest()}"


def send_due(*, now: dt.datetime) -> int:
    """Send what is due, in every organisation; how many messages were taken."""
    with scopes_disabled():
        due = list(
            Delivery.objects.filter(state=DeliveryState.DUE, due_at__lte=now)
            .select_related("organisation", "webhook")
            .order_by("due_at")[:MOST_AT_ONCE]
        )
    return sum(_sent(each, now) for each in due)


def _sent(delivery: Delivery, now: dt.datetime) -> bool:
    with in_organisation(delivery.organisation):
        if not _claimed(delivery, now):
            return False
        answer = _posted(delivery, now)
        taken = answer.isdecimal() and 200 <= int(answer) < 300
        delivery.attempts += 1
        delivery.answer = answer
        if taken:
            delivery.state, delivery.delivered_at = DeliveryState.DELIVERED, now
        elif delivery.attempts > len(PAUSES_SECONDS) or delivery.webhook.stopped_at is not None:
            delivery.state = DeliveryState.GIVEN_UP
        else:
            delivery.due_at = now + dt.timedelta(seconds=PAUSES_SECONDS[delivery.attempts - 1])
        delivery.save(update_fields=["attempts", "answer", "state", "delivered_at", "due_at"])
        return taken


@transaction.atomic
def _claimed(delivery: Delivery, now: dt.datetime) -> bool:
    """Whether this worker is the one to send it: the next attempt is put off first, so that nobody sends it twice."""
    later = now + dt.timedelta(seconds=PAUSES_SECONDS[0])
    waiting = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.DUE, due_at=delivery.due_at)
    return bool(waiting.update(due_at=later))


def _posted(delivery: Delivery, now: dt.datetime) -> str:
    """The status that the other system answered with, or in a word why there is none."""
    address = delivery.webhook.address
    number = outside_number(address)
    if number is None:
        return "not a public address"
    body = json.dumps({"id": str(delivery.pk), **delivery.body}, separators=(",", ":"), sort_keys=True).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Footing",
        SIGNATURE: signature_of(body, secret_of(delivery.webhook), int(now.timestamp())),
    }
    try:
        return str(_post(address, number, body, headers))
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__[:60]


def _post(address: str, number: str, body: bytes, headers: dict[str, str]) -> int:
    """Connect to the very number that was found to be public, and check the certificate for the name. No redirects."""
    parts = urlsplit(address)
    host = str(parts.hostname)
    connection = http.client.HTTPSConnection(host, HTTPS, timeout=TIMEOUT_SECONDS)
    plain = socket.create_connection((number, HTTPS), timeout=TIMEOUT_SECONDS)
    connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    try:
        place = parts.path or "/"
        connection.request("POST", f"{place}?{parts.query}" if parts.query else place, body, headers)
        return connection.getresponse().status
    finally:
        connection.close()
