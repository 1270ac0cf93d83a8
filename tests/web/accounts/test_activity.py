"""The list of one's sessions says when each was last in use, and reading pages writes nothing to the database."""

import time

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from footing_web.accounts.activity import NOTED_EVERY_SECONDS

pytestmark = pytest.mark.django_db


def test_a_session_is_noted_when_it_is_first_used_and_again_some_minutes_later(signed_in, viewer, monkeypatch):
    client = signed_in(viewer)
    client.get("/account/")
    first = UserSession.objects.get(user=viewer)
    client.get("/account/")
    assert UserSession.objects.get().last_seen_at == first.last_seen_at
    later = time.time() + NOTED_EVERY_SECONDS + 1
    monkeypatch.setattr("footing_web.accounts.activity.time.time", lambda: later)
    client.get("/account/", headers={"User-Agent": "Another browser"})
    again = UserSession.objects.get()
    assert first.last_seen_at < again.last_seen_at <= timezone.now()
    assert again.user_agent == "Another browser"


def test_reading_a_page_again_writes_nothing(signed_in, viewer):
    client = signed_in(viewer)
    client.get("/organisations/ashmoor/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/organisations/ashmoor/").status_code == 200
    assert [each["sql"] for each in asked if not each["sql"].startswith(("SELECT", "SET", "RESET"))] == []


def test_nobody_leaves_a_trace_of_a_visit(client):
    client.get("/")
    assert not UserSession.objects.exists()
