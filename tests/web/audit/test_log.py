"""The log is only added to, holds nothing personal, and shows it when somebody changed it behind its back."""

import csv
import io
import json
from hashlib import sha256
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from footing_web.accounts.scoping import in_organisation
from footing_web.audit import guards
from footing_web.audit.actions import NotForTheLog, through, write_entry
from footing_web.audit.export import as_csv
from footing_web.audit.models import AuditEntry
from footing_web.audit.queries import check_chain, entries_of


@pytest.fixture
def log_of_three(organisation):
    with in_organisation(organisation):
        for role in ("viewer", "analyst", "owner"):
            said = {"subject": "invitation:1", "facts": {"role": role}}
            write_entry("members.invited", by=uuid4(), organisation=organisation.pk, **said)
        yield organisation.pk


def test_entries_are_numbered_from_one_in_each_organisation_and_tied_together(log_of_three):
    first, second, third = entries_of(log_of_three)
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert first.previous_digest == ""
    assert (second.previous_digest, third.previous_digest) == (first.digest, second.digest)
    assert check_chain(log_of_three).whole


def test_each_organisation_and_the_service_has_a_log_of_its_own(log_of_three, other_organisation):
    own = write_entry("members.asked_to_join", by=None, organisation=other_organisation.pk, subject="member:1")
    service = write_entry("members.asked_to_join", by=None, organisation=None, subject="member:1")
    assert (own.number, service.number) == (1, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET subject = 'invitation:2'",
        "DELETE FROM audit_auditentry WHERE number = 3",
    ],
)
def test_the_database_itself_refuses_to_change_or_remove_an_entry(log_of_three, statement):
    with pytest.raises(DatabaseError, match="L006"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert check_chain(log_of_three).entries == 3


def test_the_database_refuses_to_empty_the_log(log_of_three):
    empty = "TRUNCATE audit_auditentry" if connection.vendor == "postgresql" else "DELETE FROM audit_auditentry"
    with pytest.raises(DatabaseError, match="L006"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(empty)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET subject = 'invitation:2' WHERE number = 2",
        "UPDATE audit_auditentry SET by = '' WHERE number = 2",
        "DELETE FROM audit_auditentry WHERE number = 2",
    ],
)
def test_a_change_made_with_the_guards_taken_down_is_found_where_it_was_made(log_of_three, statement):
    guards.take_down(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert check_chain(log_of_three).broken_at == 2


@pytest.mark.parametrize(
    ("action", "facts", "code"),
    [
        ("members.poked", {}, "L001"),
        ("members.invited", {"email": "somebody"}, "L002"),
        ("members.invited", {"role": "somebody@ashmoor.example"}, "L003"),
        ("members.invited", {"role": "x" * 81}, "L003"),
        ("members.invited", {"role": 1.5}, "L004"),
    ],
)
def test_what_is_not_in_the_table_or_could_be_personal_is_refused(db, action, facts, code):
    with pytest.raises(NotForTheLog, match=code):
        write_entry(action, by=None, organisation=None, subject="invitation:1", facts=facts)


@pytest.mark.parametrize("subject", ["somebody@ashmoor.example", "member:a@b", "member", "member:1\n2"])
def test_a_subject_is_a_kind_and_an_id_and_nothing_else(db, subject):
    with pytest.raises(NotForTheLog, match="L005"):
        write_entry("members.invited", by=None, organisation=None, subject=subject)


def test_an_entry_goes_with_the_transaction_that_it_tells_of(organisation):
    with transaction.atomic():
        write_entry("members.invited", by=None, organisation=organisation.pk, subject="invitation:1")
        transaction.set_rollback(True)
    with in_organisation(organisation):
        assert not entries_of(organisation.pk).exists()


def test_an_entry_says_by_which_way_it_was_done(organisation):
    with through("key:7"):
        entry = write_entry("members.invited", by=None, organisation=organisation.pk, subject="invitation:1")
    assert entry.through == "key:7"
    assert write_entry("members.invited", by=None, organisation=organisation.pk, subject="invitation:1").through == ""


def test_the_download_can_be_checked_without_the_service(log_of_three):
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(entries_of(log_of_three))))))
    for row in rows:
        said = [
            str(log_of_three),
            int(row["number"]),
            *(row[name] for name in ("at", "action", "by", "through", "subject")),
        ]
        said += [json.loads(row["facts"]), row["previous_digest"]]
        text = json.dumps(said, sort_keys=True, separators=(",", ":"))
        assert sha256(text.encode()).hexdigest() == row["digest"]
    assert len(rows) == 3


def test_the_screen_names_people_and_the_log_does_not(signed_in, owner, organisation):
    client = signed_in(owner)
    client.post("/organisations/ashmoor/people/invite/", {"email": "new@ashmoor.example", "role": "viewer"})
    page = client.get(f"/organisations/{organisation.slug}/audit/").content.decode()
    assert "A owner invited somebody" in " ".join(page.split())
    with in_organisation(organisation):
        kept = [[str(value) for value in row] for row in AuditEntry.objects.values_list()]
    assert not any("@" in value or "A owner" in value for row in kept for value in row)


def test_an_owner_downloads_and_checks_the_log_and_both_are_entered(signed_in, owner, organisation):
    client = signed_in(owner)
    answer = client.post(f"/organisations/{organisation.slug}/audit/check/", follow=True)
    assert "The log is whole" in answer.content.decode()
    download = client.post(f"/organisations/{organisation.slug}/audit/download/")
    lines = b"".join(download.streaming_content).decode().splitlines()
    assert [line.split(",")[2] for line in lines] == ["action", "audit.checked", "audit.exported"]


def test_every_log_is_checked_by_one_command(log_of_three, other_organisation, capsys):
    write_entry("members.asked_to_join", by=None, organisation=other_organisation.pk, subject="member:1")
    write_entry("members.asked_to_join", by=None, organisation=None, subject="member:1")
    call_command("check_logs")
    assert capsys.readouterr().out == "3 logs with 5 entries are whole.\n"
    guards.take_down(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_auditentry SET subject = 'invitation:2' WHERE number = 3")
    with pytest.raises(CommandError, match=f"L007.*{log_of_three} at entry 3"):
        call_command("check_logs")
