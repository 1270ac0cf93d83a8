"""Every operation of the API, walked with the key of another organisation, of every lower role and with none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from footing_web.accounts.actions import make_key
from footing_web.accounts.models import Role
from footing_web.accounts.permissions import role_may
from footing_web.accounts.scoping import in_organisation
from footing_web.project.api import api
from web.isolation.examples import made_up
from web.isolation.test_screens import rows_of


@dataclass(frozen=True, slots=True)
class Door:
    """One operation with its method."""

    method: str
    path: str
    operation: Any

    @property
    def permission(self) -> str | None:
        return getattr(self.operation.view_func, "permission", None)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(re.findall(r"{(?:\w+:)?(\w+)}", self.path))

    def knock(self, key: str | None, named: dict[str, object], client: Client | None = None) -> HttpResponse:
        address = "/api/v1/" + re.sub(r"{(?:\w+:)?(\w+)}", lambda found: str(named[found[1]]), self.path).lstrip("/")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return (client or Client()).generic(self.method, address, "{}", "application/json", headers=headers)


def doors() -> Iterator[Door]:
    """Every operation, by every method."""
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield Door(method, f"{prefix}/{path.lstrip('/')}", operation)


def key_of(organisation, by, role=Role.VIEWER) -> str:
    with in_organisation(organisation):
        return make_key(organisation=organisation, name="A system", role=role, days=30, by=by)[1]


def test_every_operation_asks_for_a_permission():
    assert [door.path for door in doors() if door.permission is None] == []
    assert len(list(doors())) >= 20


def test_every_thing_that_an_operation_names_has_an_example(examples):
    missing = {kind for door in doors() for kind in door.kinds} - set(examples)
    assert missing == set(), "add one to tests/web/isolation/examples.py"


@pytest.mark.parametrize("key", [None, "", "ftg_", "ftg_" + "x" * 43, "nonsense"])
def test_nobody_gets_401_whether_a_thing_exists_or_not(examples, organisation, key, monkeypatch):
    without_limit(monkeypatch)
    before = rows_of(organisation)
    for door in doors():
        real, unreal = door.knock(key, examples), door.knock(key, made_up(examples))
        assert real.status_code == unreal.status_code == 401, door.path
        assert real.content == unreal.content
    assert rows_of(organisation) == before


def test_signing_in_on_the_screen_opens_no_operation(examples, owner, signed_in):
    client = signed_in(owner)
    assert {door.knock(None, examples, client).status_code for door in doors()} == {401}


def test_a_key_of_another_organisation_opens_nothing_of_this_one(
    examples, organisation, other_organisation, stranger, monkeypatch
):
    without_limit(monkeypatch)
    key, before = key_of(other_organisation, stranger, Role.OWNER), rows_of(organisation)
    for door in doors():
        if door.kinds:
            real, unreal = door.knock(key, examples), door.knock(key, made_up(examples))
            assert real.status_code in (404, 422), door.path
            assert (real.status_code, real.content) == (unreal.status_code, unreal.content), door.path
        else:
            assert "Ashmoor" not in door.knock(key, examples).content.decode(), door.path
    assert rows_of(organisation) == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_a_key_does_what_the_table_allows_its_role_and_nothing_else(examples, organisation, owner, role, monkeypatch):
    without_limit(monkeypatch)
    key = key_of(organisation, owner, role)
    before = rows_of(organisation)
    for door in doors():
        if not role_may(role, door.permission):
            # What is wrong with a request is found before its role is looked at; it is then refused all the same.
            assert door.knock(key, examples).status_code in (403, 422), door.path
    assert rows_of(organisation) == before


def without_limit(monkeypatch) -> None:
    """The walk is longer than one key may go in a minute."""
    monkeypatch.setattr("footing_web.accounts.rate_limits._counted", lambda *_: 1)
