"""Thanking sponsors in public."""

import datetime as dt

from django.db import transaction

from footing_web.accounts.models import User
from footing_web.enquiries.log import enter
from footing_web.enquiries.models import Sponsor


@transaction.atomic
def acknowledge(*, name: str, address: str, gives: str, since: dt.date, until: dt.date | None, by: User) -> Sponsor:
    """Name a sponsor on the page of sponsors, from one day until another."""
    sponsor = Sponsor.objects.create(name=name, address=address, gives=gives, since=since, until=until)
    enter("sponsors.acknowledged", "sponsor", sponsor.pk, by)
    return sponsor


@transaction.atomic
def no_longer_acknowledge(*, sponsor: Sponsor, by: User) -> None:
    """Take a sponsor off the page."""
    enter("sponsors.removed", "sponsor", sponsor.pk, by)
    sponsor.delete()
