"""The API: keys, limits, and answers that are as its description says."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from footing_web.accounts import actions, rate_limits
from footing_web.accounts.models import ApiKey
from footing_web.accounts.rate_limits import Limit
from footing_web.accounts.scoping import in_organisation


@pytest.fixture(autouse=True)
def nothing_counted_yet(db):
    cache.clear()


@pytest.fixture
def key(owner, organisation) -> str:
    with in_organisation(organisation):
        return actions.make_key(organisation=organisation, name="Payroll", role="viewer", days=30, by=owner)[1]


def ask(key: str, part: str = "organisation"):
    return Client().get(f"/api/v1/{part}", headers={"Authorization": f"Bearer {key}"})


def test_a_key_opens_its_organisation_and_says_what_it_may(key):
    assert ask(key).json() == {
        "slug": "ashmoor",
        "name": "Ashmoor Council",
        "kind": "council",
        "sector": "public_administration",
        "region": "north_west",
        "size_band": "1000_to_4999",
    }
    assert ask(key, "key").json()["role"] == "viewer"


def test_a_key_that_has_ended_or_was_withdrawn_opens_nothing(key, owner, organisation):
    with in_organisation(organisation):
        ApiKey.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert ask(key).status_code == 401
    with in_organisation(organisation):
        ApiKey.objects.update(expires_at=timezone.now() + dt.timedelta(days=1))
        actions.withdraw_key(key=ApiKey.objects.get(), by=owner)
    assert ask(key).status_code == 401


def test_the_day_of_the_last_use_is_kept_and_no_more(key, organisation):
    ask(key)
    with in_organisation(organisation):
        assert ApiKey.objects.get().last_used_on == timezone.localdate()


def test_a_key_that_asks_too_often_is_told_when_to_go_on(key, monkeypatch):
    monkeypatch.setattr(rate_limits, "EVERY_KEY", Limit("api", times=3, window_seconds=3600))
    assert [ask(key).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert 0 < int(ask(key)["Retry-After"]) <= 3600


def test_wrong_keys_from_one_address_are_soon_not_looked_up_any_more(db, monkeypatch):
    monkeypatch.setattr("footing_web.accounts.api_access.FAILED_KEYS", Limit("failed", times=2, window_seconds=3600))
    assert [ask("ftg_wrong").status_code for _ in range(3)] == [401, 401, 429]


def test_a_limit_holds_again_in_the_next_window(monkeypatch):
    limit = Limit("test", times=1, window_seconds=10)
    monkeypatch.setattr(rate_limits, "_window", lambda _: 100)
    rate_limits.require_within(limit, "somebody")
    with pytest.raises(rate_limits.TooMany):
        rate_limits.require_within(limit, "somebody")
    rate_limits.require_within(limit, "another")
    monkeypatch.setattr(rate_limits, "_window", lambda _: 101)
    rate_limits.require_within(limit, "somebody")


def test_the_page_and_the_description_name_every_operation(client, db):
    page = client.get("/api/v1/docs").content.decode()
    for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in page
