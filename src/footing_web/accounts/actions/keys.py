"""Keys for the API: made by an owner, shown once, withdrawn at any time."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import ApiKey, Organisation, User
from footing_web.accounts.secret import digest_of_secret, new_secret
from footing_web.audit.actions import write_entry

BEGINNING = "ftg_"
"""What every key starts with, so that one which was published by mistake is recognised by those who look for such."""

SHOWN_LETTERS = 8


@transaction.atomic
def make_key(*, organisation: Organisation, name: str, role: str, days: int, by: User) -> tuple[ApiKey, str]:
    """A new key, and its secret, which cannot be had again."""
    secret = new_secret(BEGINNING)
    key = ApiKey.objects.create(
        organisation=organisation,
        name=name,
        beginning=secret[:SHOWN_LETTERS],
        digest=digest_of_secret(secret),
        role=role,
        made_by=by,
        expires_at=timezone.now() + dt.timedelta(days=days),
    )
    _enter("api.key_made", key, by, role=role, days=days)
    return key, secret


@transaction.atomic
def withdraw_key(*, key: ApiKey, by: User) -> None:
    """Make a key useless from now on."""
    if key.withdrawn_at is None:
        key.withdrawn_at = timezone.now()
        key.save(update_fields=["withdrawn_at"])
        _enter("api.key_withdrawn", key, by, role=key.role)


def _enter(action: str, key: ApiKey, by: User, **facts: str | int) -> None:
    write_entry(action, by=by.pk, organisation=key.organisation_id, subject=f"key:{key.pk}", facts=facts)
