"""The API does all that the screens do, in the name of one organisation and with the role of its key."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scopes_disabled

from footing_web.accounts.actions import make_key
from footing_web.accounts.models import Role
from footing_web.accounts.scoping import in_organisation
from footing_web.records.models import Record
from footing_web.uploads.models import Upload
from web.uploads.conftest import FILES, INPUTS
from web.uploads.test_handing_in import BAD_PAY
from web.uploads.test_screens import EICAR, NEXT_YEAR, ODD_WORD

pytestmark = pytest.mark.django_db

EXTRACTS = "/api/v1/extracts"
TOLD = {"title": "Staff in March", "retain_until": f"{NEXT_YEAR}-03-01"}


@pytest.fixture
def with_key(organisation, owner) -> Callable[[str], Client]:
    """A client that brings a key with a role."""

    def client_of(role: str) -> Client:
        with in_organisation(organisation):
            _, key = make_key(organisation=organisation, name="payroll", role=role, days=30, by=owner)
        return Client(headers={"Authorization": f"Bearer {key}"})

    return client_of


@pytest.fixture
def client(with_key) -> Client:
    return with_key(Role.ANALYST)


def sent(content: bytes, name: str = "staff.csv", **more: object) -> dict[str, object]:
    return {**TOLD, "extract": SimpleUploadedFile(name, content), **more}


@pytest.mark.parametrize("name", FILES)
def test_every_export_goes_through_by_the_api_alone(client, name):
    answer = client.post(EXTRACTS, sent((INPUTS / name).read_bytes(), name))
    assert answer.status_code == 202, answer.content
    one = f"{EXTRACTS}/{answer.json()['id']}"
    assert client.get(one).json()["state"] == "checked"
    assert client.post(f"{one}/confirm").status_code == 202
    assert client.get(one).json()["state"] == "ready"
    assert [each["id"] for each in client.get(EXTRACTS).json()] == [answer.json()["id"]]
    assert client.delete(one).json()["state"] == "withdrawn"
    with scopes_disabled():
        assert not Record.objects.exists()


def test_a_dry_run_says_what_is_wrong_and_keeps_nothing(client):
    answer = client.post(EXTRACTS, sent(BAD_PAY, dry_run="true"))
    assert (answer.status_code, answer.json()["state"]) == (200, "has_faults")
    fault = answer.json()["report"]["faults"][0]
    assert (fault["code"], fault["rows"]) == ("W084", [4])
    with scopes_disabled():
        assert not Upload.objects.exists()


def test_words_are_decided_by_putting_a_mapping(client):
    one = f"{EXTRACTS}/{client.post(EXTRACTS, sent(ODD_WORD)).json()['id']}"
    assert client.get(one).json()["state"] == "needs_mapping"
    assert client.get(f"{one}/faults").json()["faults"][0]["code"] == "W060"
    mapping = client.get(f"{one}/mapping").json()
    question = mapping["questions"]["parental_occupation"]
    question["words"]["technical_or_craft"] += [each["word"] for each in question.pop("unplaced")]
    assert client.put(f"{one}/mapping", mapping, content_type="application/json").status_code == 202
    assert client.get(one).json()["state"] == "checked"
    wrong = client.put(f"{one}/mapping", {"sheets": 1}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["detail"].split(":")[0]) == (422, "At sheets")


def test_a_mapping_is_used_again(client):
    content = (INPUTS / FILES[0]).read_bytes()
    first = client.post(EXTRACTS, sent(content)).json()["id"]
    again = client.post(EXTRACTS, sent(content, reuse_mapping_of=first))
    assert client.get(f"{EXTRACTS}/{again.json()['id']}").json()["state"] == "checked"


def test_a_virus_and_a_wrong_day_are_refused_with_their_codes(client):
    virus = client.post(EXTRACTS, sent(EICAR))
    assert virus.status_code == 422
    assert "U002" in virus.json()["detail"]
    past = client.post(EXTRACTS, sent(BAD_PAY) | {"retain_until": "2020-01-01"})
    assert (past.status_code, past.json()["code"]) == (409, "U011")
    with scopes_disabled():
        assert not Upload.objects.exists()


def test_what_is_not_ready_cannot_be_confirmed(client):
    one = f"{EXTRACTS}/{client.post(EXTRACTS, sent(BAD_PAY)).json()['id']}"
    refused = client.post(f"{one}/confirm")
    assert (refused.status_code, refused.json()["code"]) == (409, "U010")


def test_one_person_is_exported_and_erased(client):
    answer = client.post(EXTRACTS, sent((INPUTS / FILES[0]).read_bytes()))
    client.post(f"{EXTRACTS}/{answer.json()['id']}/confirm")
    person = {"field": "person_key", "key": "100000"}
    export = client.post("/api/v1/one-person/export", person, content_type="application/json")
    assert export.json()[0]["rows"][0]["Pay Grade"].lower() == "grade 1"
    erased = client.post("/api/v1/one-person/erase", person, content_type="application/json")
    assert erased.json() == {"rows": 1}


def test_another_role_and_another_organisation_get_nothing(client, with_key, other_organisation, stranger):
    answer = client.post(EXTRACTS, sent((INPUTS / FILES[0]).read_bytes()))
    one = f"{EXTRACTS}/{answer.json()['id']}"
    assert with_key(Role.VIEWER).get(one).status_code == 403
    with in_organisation(other_organisation):
        _, key = make_key(organisation=other_organisation, name="theirs", role=Role.OWNER, days=30, by=stranger)
    theirs = Client(headers={"Authorization": f"Bearer {key}"})
    assert theirs.get(one).status_code == 404
    assert theirs.get(EXTRACTS).json() == []
    assert theirs.delete(one).status_code == 404
    assert Client().get(one).status_code == 401
