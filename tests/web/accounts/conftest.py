"""What the tests of accounts share."""

import os

import pytest

from footing_web.accounts.models import Grade, Organisation
from footing_web.accounts.scoping import in_organisation

# The whole folder runs on both databases; the wall that only PostgreSQL has is looked at there.
collect_ignore = [] if os.environ.get("FOOTING_TEST_DATABASE") == "postgres" else ["test_row_level_security.py"]


@pytest.fixture
def grades_of_two(organisation: Organisation, other_organisation: Organisation) -> None:
    """One grade in each of two organisations."""
    for each in (organisation, other_organisation):
        with in_organisation(each):
            Grade.objects.create(organisation=each, code=f"Grade of {each}", title="A grade", order=1)
