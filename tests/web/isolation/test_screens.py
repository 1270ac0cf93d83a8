"""Every page, walked as a member of another organisation, in every lower role and as nobody: nothing is given away."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django_scopes import scopes_disabled

from footing_web.accounts.models import OrganisationOwned
from footing_web.accounts.permissions import role_may
from footing_web.audit.models import AuditEntry
from web.isolation.addresses import (
    ELSEWHERE,
    FOR_WHOEVER_HAS_SIGNED_IN,
    OPEN_TO_ANYBODY,
    addresses_of_organisations,
    every_address,
)
from web.isolation.examples import made_up

METHODS = ("get", "post", "head", "options", "put", "patch", "delete")
"""HTTP has more ways to ask than pages have; none of them may say more."""


def rows_of(organisation) -> dict[str, int]:
    """How many rows of each kind an organisation has, and how many entries its log."""
    owned = [model for model in apps.get_models() if issubclass(model, OrganisationOwned)]
    with scopes_disabled():
        counts = {model.__name__: model._base_manager.filter(organisation=organisation).count() for model in owned}
        return counts | {"log": AuditEntry.objects.filter(organisation_id=organisation.pk).count()}


def said(answer: HttpResponse) -> tuple[int, str, str]:
    """What an answer gives away: its status, where it leads and its words, without what differs by chance."""
    words = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", answer.content.decode())
    return answer.status_code, answer.get("Location", ""), words


def walked(client: Client, slug: str, named: dict[str, object]) -> Iterator[tuple[str, str, HttpResponse]]:
    """Every page of the organisation of this slug, looked at and sent."""
    for address in addresses_of_organisations():
        for method in METHODS:
            yield address.name, method, getattr(client, method)(address.filled(slug, **named))


def test_every_address_is_known_for_whom_it_is():
    unknown = [
        address.name
        for address in every_address()
        if not address.permission
        and address.name not in OPEN_TO_ANYBODY | FOR_WHOEVER_HAS_SIGNED_IN
        and not address.route.startswith(ELSEWHERE)
    ]
    assert unknown == []


def test_every_thing_that_an_address_names_has_an_example(examples):
    missing = {kind for address in addresses_of_organisations() for kind in address.kinds} - set(examples)
    assert missing == set(), "add one to tests/web/isolation/examples.py"


@pytest.mark.parametrize("slug", ["ashmoor", "no-such-organisation"])
def test_nobody_is_sent_to_sign_in_whether_there_is_such_an_organisation_or_not(examples, slug):
    for name, method, answer in walked(Client(), slug, examples):
        assert answer.status_code in (302, 405), (name, method)
        if answer.status_code == 302:
            assert answer["Location"].startswith("/accounts/login/"), (name, method)


def test_a_member_of_another_organisation_gets_what_a_page_that_does_not_exist_says(
    examples, organisation, stranger, signed_in
):
    client, before = signed_in(stranger), rows_of(organisation)
    there = walked(client, "ashmoor", examples)
    nowhere = walked(client, "nowhere", made_up(examples))
    for (name, method, real), (_, _, unreal) in zip(there, nowhere, strict=True):
        assert real.status_code in (404, 405), (name, method)
        assert said(real) == said(unreal), (name, method)
    assert rows_of(organisation) == before


def test_ids_of_another_organisation_open_nothing_under_ones_own(examples, organisation, stranger, signed_in):
    client, before = signed_in(stranger), rows_of(organisation)
    named = [address for address in addresses_of_organisations() if set(address.kinds) & ids_of(examples)]
    assert named
    for address in named:
        for method in METHODS:
            real = getattr(client, method)(address.filled("brackwater", **examples))
            unreal = getattr(client, method)(address.filled("brackwater", **made_up(examples)))
            assert real.status_code in (404, 405), (address.name, method)
            assert said(real) == said(unreal), (address.name, method)
    assert rows_of(organisation) == before


def test_a_role_opens_what_the_table_says_and_nothing_else(examples, organisation, members, signed_in):
    before = rows_of(organisation)
    for role, user in members.items():
        client = signed_in(user)
        for address in addresses_of_organisations():
            if role_may(role, address.permission):
                continue
            for method in METHODS:
                answer = getattr(client, method)(address.filled("ashmoor", **examples))
                assert answer.status_code in (403, 405), (role, address.name, method)
    assert rows_of(organisation) == before


def test_asking_to_join_gives_away_no_organisation_that_has_not_opened_its_door(organisation, stranger, signed_in):
    client = signed_in(stranger)
    answers = [client.post(f"/organisations/{slug}/ask/") for slug in ("ashmoor", "nowhere")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert said(answers[0]) == said(answers[1])


def test_somebody_who_was_removed_is_a_stranger_at_once(owner, viewer, organisation, signed_in):
    client = signed_in(viewer)
    assert client.get("/organisations/ashmoor/").status_code == 200
    with scopes_disabled():
        viewer.memberships.all().delete()
    assert client.get("/organisations/ashmoor/").status_code == 404


def ids_of(examples: dict[str, object]) -> set[str]:
    """The names whose example is a thing, not a word."""
    return {name for name, value in examples.items() if not isinstance(value, str)}
