"""Texts about people are sealed under the first key, and stay readable when keys change."""

import os

import pytest
from cryptography.fernet import InvalidToken
from django.core.management import call_command
from django.db import connection

from footing_web.enquiries.models import Enquiry, EnquiryKind
from footing_web.enquiries.sealing import digest_of_address

pytestmark = pytest.mark.django_db
OLD, NEW = ("2026", os.urandom(32)), ("2027", os.urandom(32))


@pytest.fixture
def enquiry(settings) -> Enquiry:
    settings.RECORD_KEYS = (OLD,)
    return Enquiry.objects.create(kind=EnquiryKind.CONVERSATION, name="Ben", message="How do we begin?")


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT message FROM enquiries_enquiry")
        return str(cursor.fetchone()[0])


def test_what_lies_in_the_database_cannot_be_read_without_the_key(enquiry, settings):
    assert "begin" not in stored()
    settings.RECORD_KEYS = (NEW,)
    with pytest.raises(InvalidToken):
        Enquiry.objects.get()


def test_after_a_new_key_everything_is_sealed_again_and_the_old_one_can_go(enquiry, settings, capsys):
    settings.RECORD_KEYS = (NEW, OLD)
    assert Enquiry.objects.get().message == "How do we begin?"
    call_command("seal_enquiries_again")
    settings.RECORD_KEYS = (NEW,)
    assert Enquiry.objects.get().message == "How do we begin?"
    call_command("seal_enquiries_again")
    assert capsys.readouterr().out.splitlines() == [
        "2 texts sealed with the current key.",
        "0 texts sealed with the current key.",
    ]


def test_one_text_is_never_sealed_alike_twice(enquiry):
    first = stored()
    enquiry.save()
    assert stored() != first


def test_an_address_is_found_however_it_is_written_and_by_nobody_without_the_key(settings):
    digest = digest_of_address(" Ben@Brackwater.example")
    assert digest == digest_of_address("ben@brackwater.example")
    settings.PSEUDONYM_KEY = os.urandom(32)
    assert digest_of_address("ben@brackwater.example") != digest
