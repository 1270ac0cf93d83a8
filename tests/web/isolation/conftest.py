"""What the tests of isolation share: the examples, and a member in each role."""

import pytest

from footing_web.accounts.models import Organisation, Role, User
from web.conftest import member
from web.isolation.examples import examples

__all__ = ["examples", "members"]


@pytest.fixture
def members(organisation: Organisation) -> dict[Role, User]:
    """Somebody in each role."""
    return {role: member(organisation, role, f"{role}@ashmoor.example") for role in Role if role is not Role.OWNER}
