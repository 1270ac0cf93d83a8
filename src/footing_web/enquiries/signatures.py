"""Signed names of rows, for links that have to stand in many letters and therefore cannot be kept as digests."""

from django.core import signing

from footing_web.enquiries.keeping import KEEPING
from footing_web.enquiries.models import Enquirer, EventPlace, Registration

CONFIRM = "enquiries.confirm"
"""Says that an address is somebody's own; for a few days."""
LEAVE = "enquiries.leave"
"""Changes or ends a registration; as long as there is one."""
PLACE = "enquiries.place"
"""Confirms or gives up a place at an event."""


NOBODY = "00000000-0000-0000-0000-000000000000"
"""The id of no row."""


def signed(row: Enquirer, purpose: str) -> str:
    """What stands in a link. It names a row by a random id, and nothing about a person."""
    return signing.TimestampSigner(salt=purpose, sep=".").sign(row.pk.hex)


def registration_to_confirm(token: str) -> Registration | None:
    """The registration of a link to confirm, while it holds."""
    return Registration.objects.filter(pk=_read(token, CONFIRM, for_a_while=True)).first()


def registration_of(token: str) -> Registration | None:
    """The registration of a link to change or leave."""
    return Registration.objects.filter(pk=_read(token, LEAVE)).first()


def place_of(token: str) -> EventPlace | None:
    """The place at an event of a link."""
    return EventPlace.objects.filter(pk=_read(token, PLACE)).select_related("page").first()


def _read(token: str, purpose: str, *, for_a_while: bool = False) -> str:
    longest = KEEPING.confirm_within if for_a_while else None
    try:
        return signing.TimestampSigner(salt=purpose, sep=".").unsign(token, max_age=longest)
    except signing.BadSignature:
        return NOBODY
