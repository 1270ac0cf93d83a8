"""Another system runs an assessment and fetches what was released, in the name of one organisation."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from footing.reporting.json_file import assessment_json
from footing_web.accounts.actions import make_key
from footing_web.accounts.models import Organisation, Role, User
from footing_web.accounts.scoping import in_organisation
from footing_web.results.jobs import carry_out_run
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result

pytestmark = pytest.mark.django_db
API = "/api/v1"

KeyOf = Callable[..., Client]


@pytest.fixture
def with_key(owner: User, organisation: Organisation) -> KeyOf:
    """A client that brings a key of the organisation, or of another, with a role."""

    def client_of(role: Role, of: Organisation = organisation, by: User = owner) -> Client:
        with in_organisation(of):
            _, key = make_key(organisation=of, name="reports", role=role, days=30, by=by)
        return Client(headers={"Authorization": f"Bearer {key}"})

    return client_of


@pytest.fixture
def client(with_key: KeyOf) -> Client:
    return with_key(Role.ANALYST)


def test_an_assessment_is_run_watched_and_fetched(client, upload, organisation):
    asked = client.post(f"{API}/runs", {"extract": str(upload.pk)}, content_type="application/json")
    assert asked.status_code == 202, asked.content
    run = asked.json()
    assert (run["state"], run["result"]) == ("queued", None)
    carry_out_run.func(run["id"])
    run = client.get(f"{API}/runs/{run['id']}").json()
    assert run["state"] == "done"
    told = client.get(f"{API}/results/{run['result']}").json()
    assert (told["people"], told["ledger_number"]) == (600, 1)
    figures = client.get(f"{API}/results/{run['result']}/assessment").json()
    assert figures["manifest"]["organisation"] == organisation.name
    first = figures["tables"][0]
    assert client.get(f"{API}/results/{run['result']}/tables/{first['id']}").json() == first
    assert [each["number"] for each in client.get(f"{API}/ledger").json()] == [1]


def test_the_figures_are_those_of_the_file(client, result):
    answer = client.get(f"{API}/results/{result.pk}/assessment").json()
    assert answer == json.loads(assessment_json(assessment_of(result)))


def test_a_file_is_fetched_in_the_format_asked_for(client, result):
    answer = client.get(f"{API}/results/{result.pk}/files/board/pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert client.get(f"{API}/results/{result.pk}/files/board/exe").status_code == 404


def test_a_run_that_waits_can_be_cancelled_once(client, upload):
    run = client.post(f"{API}/runs", {"extract": str(upload.pk)}, content_type="application/json").json()
    assert client.delete(f"{API}/runs/{run['id']}").json()["state"] == "cancelled"
    again = client.delete(f"{API}/runs/{run['id']}")
    assert (again.status_code, again.json()["code"]) == (409, "R006")


@pytest.mark.parametrize(
    "wrong",
    [{"policy": "publish-1"}, {"benchmarks": ["moon"]}, {"crossings": "sex"}, {"extract": "mine"}],
    ids=lambda each: next(iter(each)),
)
def test_what_cannot_be_asked_for_is_refused_before_anything_runs(client, upload, wrong):
    asked = {"extract": str(upload.pk)} | wrong
    assert client.post(f"{API}/runs", asked, content_type="application/json").status_code == 422
    assert client.get(f"{API}/runs").json() == []


def test_a_link_is_made_and_withdrawn(client, result):
    made = client.post(f"{API}/results/{result.pk}/links", {"purpose": "Board"}, content_type="application/json").json()
    address = made["address"].removeprefix("http://127.0.0.1:8000")
    assert Client().get(address).status_code == 200
    assert [each["works"] for each in client.get(f"{API}/results/{result.pk}/links").json()] == [True]
    assert client.delete(f"{API}/links/{made['id']}").json()["works"] is False
    assert Client().get(address).status_code == 404


def test_the_catalogue_says_what_can_be_compared_with_what(client):
    definition = "parental-occupation-three-groups"
    held = client.get(f"{API}/catalogue/benchmarks").json()
    assert "uk-parental-occupation-2021" in {each["id"] for each in held}
    some = client.get(f"{API}/catalogue/benchmarks", {"definition": held[0]["definition"]}).json()
    assert {each["definition"] for each in some} == {held[0]["definition"]}
    assert client.get(f"{API}/catalogue/benchmarks", {"definition": f"no-{definition}"}).json() == []
    assert "publish-10" in {each["id"] for each in client.get(f"{API}/catalogue/policies").json()}
    assert "background_share" in {each["id"] for each in client.get(f"{API}/catalogue/measures").json()}


def test_a_key_of_a_viewer_reads_and_does_nothing(with_key, result, upload):
    client = with_key(Role.VIEWER)
    assert client.get(f"{API}/results").status_code == 200
    assert client.post(f"{API}/runs", {"extract": str(upload.pk)}, content_type="application/json").status_code == 403
    assert client.get(f"{API}/ledger").status_code == 403


def test_a_key_of_another_organisation_finds_nothing(with_key, other_organisation, stranger, result: Result):
    client = with_key(Role.OWNER, other_organisation, stranger)
    assert client.get(f"{API}/results").json() == []
    for place in ("", "/assessment", "/links", "/files/assessment/json"):
        assert client.get(f"{API}/results/{result.pk}{place}").status_code == 404
    asked = {"extract": str(result.run.upload_id)}
    assert client.post(f"{API}/runs", asked, content_type="application/json").status_code == 404


def test_nobody_without_a_key_is_told_anything(result):
    assert Client().get(f"{API}/results").status_code == 401
