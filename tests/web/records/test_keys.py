"""Master keys wrap the keys of organisations, which wrap the keys of records, each for one purpose only."""

from uuid import UUID, uuid4

import pytest

from footing_web.records.keys import MasterKeys, unwrap_data_key, wrap_data_key
from footing_web.records.sealing import NotOpened, new_key

OLD, NEW = ("old", b"o" * 32), ("new", b"n" * 32)
NORTHVALE = UUID(int=1)


def test_an_older_master_key_still_opens_what_it_wrapped():
    key = new_key()
    before = MasterKeys([OLD])
    wrapped = before.wrap(key, organisation=NORTHVALE, version=1)
    after = MasterKeys([NEW, OLD])
    assert after.unwrap(wrapped, name=before.current_name, organisation=NORTHVALE, version=1) == key
    assert after.current_name == "new"


def test_without_the_master_key_that_wrapped_it_a_key_cannot_be_had():
    wrapped = MasterKeys([OLD]).wrap(new_key(), organisation=NORTHVALE, version=1)
    with pytest.raises(NotOpened, match="old"):
        MasterKeys([NEW]).unwrap(wrapped, name="old", organisation=NORTHVALE, version=1)


@pytest.mark.parametrize(("organisation", "version"), [(UUID(int=2), 1), (NORTHVALE, 2)])
def test_a_wrapped_key_cannot_be_passed_off_as_that_of_another_organisation_or_version(organisation, version):
    masters = MasterKeys([OLD])
    wrapped = masters.wrap(new_key(), organisation=NORTHVALE, version=1)
    with pytest.raises(NotOpened):
        masters.unwrap(wrapped, name=masters.current_name, organisation=organisation, version=version)


def test_the_key_of_one_record_cannot_be_passed_off_as_that_of_another():
    wrapping, record = new_key(), uuid4()
    wrapped = wrap_data_key(new_key(), organisation_key=wrapping, record=record)
    with pytest.raises(NotOpened):
        unwrap_data_key(wrapped, organisation_key=wrapping, record=uuid4())
