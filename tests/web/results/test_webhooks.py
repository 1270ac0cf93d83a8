"""Other systems are told that a run has ended, in signed messages to public addresses alone."""

import datetime as dt
import hashlib
import hmac

import pytest
from django.urls import reverse
from django.utils import timezone

from footing_web.accounts.refusals import Refused
from footing_web.accounts.scoping import in_organisation
from footing_web.results.actions.webhooks import make_webhook, stop_webhook
from footing_web.results.addresses import is_outside
from footing_web.results.models import Delivery, DeliveryState, Webhook
from footing_web.results.sending import PAUSES_SECONDS, secret_of, send_due, signature_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def webhook(organisation):
    with in_organisation(organisation):
        yield Webhook.objects.create(organisation=organisation, address="https://192.0.2.1/footing")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.0.0.8/hook",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.8]/",
        "https://192.0.2.1/",
        "https://8.8.8.8:8443/",
        "https://me:secret@8.8.8.8/",
        "https://8.8.8.8:port/",
        "https://no-such-name.invalid/",
        "ftp://8.8.8.8/",
        "",
    ],
)
def test_no_message_goes_to_an_address_that_is_not_on_the_public_internet(organisation, owner, address):
    assert not is_outside(address)
    with in_organisation(organisation), pytest.raises(Refused, match="public internet"):
        make_webhook(organisation=organisation, address=address, by=owner)


def test_a_public_address_is_taken(organisation, owner):
    with in_organisation(organisation):
        assert make_webhook(organisation=organisation, address="https://8.8.8.8/hook", by=owner).stopped_at is None


def test_the_end_of_a_run_is_told_once_to_each_address_without_figures(
    organisation, webhook, owner, analyst, release_to
):
    with in_organisation(organisation):
        stopped = Webhook.objects.create(organisation=organisation, address="https://192.0.2.2/footing")
        stop_webhook(webhook=stopped, by=owner)
        result = release_to(organisation, analyst)
        message = Delivery.objects.get()
    assert (message.webhook_id, message.event, message.state) == (webhook.pk, "run.done", DeliveryState.DUE)
    assert set(message.body) == {"event", "run", "upload", "result", "failure_code"}
    assert message.body["result"] == str(result.pk)


def test_an_address_that_has_become_private_gets_nothing_and_is_tried_again_later(
    organisation, webhook, analyst, release_to
):
    with in_organisation(organisation):
        release_to(organisation, analyst)
    now = timezone.now()
    assert send_due(now=now) == 0
    with in_organisation(organisation):
        message = Delivery.objects.get()
    assert (message.attempts, message.answer) == (1, "not a public address")
    assert message.due_at == now + dt.timedelta(seconds=PAUSES_SECONDS[0])
    assert send_due(now=now) == 0
    with in_organisation(organisation):
        assert Delivery.objects.get().attempts == 1


def test_a_message_that_nobody_takes_is_given_up(organisation, webhook, analyst, release_to):
    with in_organisation(organisation):
        release_to(organisation, analyst)
    now = timezone.now()
    for _ in range(len(PAUSES_SECONDS) + 2):
        send_due(now=now)
        now += dt.timedelta(days=1)
    with in_organisation(organisation):
        message = Delivery.objects.get()
    assert (message.state, message.attempts) == (DeliveryState.GIVEN_UP, len(PAUSES_SECONDS) + 1)


def test_the_signature_is_that_of_the_moment_and_the_body(webhook):
    body, secret = b'{"event":"run.done"}', secret_of(webhook)
    expected = hmac.new(secret.encode(), b"1700000000." + body, hashlib.sha256).hexdigest()
    assert signature_of(body, secret, 1_700_000_000) == f"t=1700000000,v1={expected}"


def test_each_address_has_a_secret_of_its_own_which_is_not_stored(organisation, webhook):
    with in_organisation(organisation):
        other = Webhook.objects.create(organisation=organisation, address=webhook.address)
    assert secret_of(webhook) != secret_of(other)
    assert secret_of(webhook) == secret_of(webhook)


def test_an_owner_adds_an_address_sees_its_secret_once_and_stops_it(organisation, owner, analyst, signed_in):
    client, where = signed_in(owner), reverse("results:webhooks", kwargs={"slug": organisation.slug})
    page = client.post(where, {"address": "https://8.8.8.8/hook"}).content.decode()
    with in_organisation(organisation):
        hook = Webhook.objects.get()
    assert secret_of(hook) in page
    assert secret_of(hook) not in client.get(where).content.decode()
    client.post(reverse("results:stop_webhook", kwargs={"slug": organisation.slug, "webhook_id": hook.pk}))
    with in_organisation(organisation):
        hook.refresh_from_db()
    assert hook.stopped_at is not None
    assert signed_in(analyst).get(where).status_code == 403


def test_an_address_that_cannot_be_told_is_refused_on_the_screen(organisation, owner, signed_in):
    where = reverse("results:webhooks", kwargs={"slug": organisation.slug})
    page = signed_in(owner).post(where, {"address": "https://127.0.0.1/"}).content.decode()
    assert "<title>Error: " in page
    assert 'href="#id_address"' in page
