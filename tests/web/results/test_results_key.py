"""The key that results are signed with can be changed: what is older still opens, and the ledger still knows people."""

import secrets

import pytest
from django.conf import settings as service
from django.core.management import call_command

from footing.disclosure.keeping import NotAsReleased
from footing_web.accounts.scoping import in_organisation
from footing_web.records.sealing import NotOpened
from footing_web.results import keeping
from footing_web.results.keeping import assessment_of, own_key
from footing_web.results.ledger import read_organisation_ledger
from footing_web.results.ledger_secret import secret_of_ledger
from footing_web.results.models import LedgerSecret

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_key(settings):
    """A new key before the present one."""
    settings.OLD_RESULTS_KEYS = (service.RESULTS_KEY, *service.OLD_RESULTS_KEYS)
    settings.RESULTS_KEY = secrets.token_bytes(32)
    keeping._opened.cache_clear()


def test_the_ledger_of_before_goes_on_with_the_secret_that_it_had(organisation):
    before = own_key(f"fingerprints of {organisation.pk}")
    with in_organisation(organisation):
        assert secret_of_ledger(organisation) == before
        assert before not in bytes(LedgerSecret.objects.get().sealed)


def test_after_a_change_of_key_results_open_and_the_old_key_can_be_taken_away(organisation, result, new_key, settings):
    before, lines = assessment_of(result), read_organisation_ledger().entries
    secret = secret_of_ledger(organisation)
    call_command("rotate_results_key")
    settings.OLD_RESULTS_KEYS = ()
    keeping._opened.cache_clear()
    assert assessment_of(result) == before
    assert secret_of_ledger(organisation) == secret
    assert read_organisation_ledger().entries == lines


def test_without_the_old_key_nothing_that_was_not_signed_again_opens(organisation, result, new_key, settings):
    secret_of_ledger(organisation)
    LedgerSecret.objects.update(sealed=b"0" * 60)
    settings.OLD_RESULTS_KEYS = ()
    keeping._opened.cache_clear()
    with pytest.raises(NotAsReleased):
        assessment_of(result)
    with pytest.raises(NotOpened):
        secret_of_ledger(organisation)


def test_the_same_people_are_known_again_after_a_change_of_key(organisation, upload, analyst, assess, request):
    """A second release of an extract of the same people goes through the ledger, whatever key signs it."""
    first = assess(upload, analyst)
    request.getfixturevalue("new_key")
    call_command("rotate_results_key")
    second = assess(upload, analyst, crossings=(("sex", "contract"),))
    assert (first.state, second.state) == ("done", "done"), second.failure_words
    with in_organisation(organisation):
        one, other = (each.printed[0].people for each in read_organisation_ledger().entries)
    assert one is not None
    assert one == other
