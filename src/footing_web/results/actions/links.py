"""Sharing a result by a link, and taking the link back."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.accounts.secret import digest_of_secret, new_secret
from footing_web.audit.actions import write_entry
from footing_web.results.models import Result, ShareLink


@transaction.atomic
def make_link(*, result: Result, purpose: str, days: int, by: User | None) -> tuple[ShareLink, str]:
    """A link that works for so many days, and the secret in it, which is not stored and cannot be shown again."""
    secret = new_secret()
    link = ShareLink.objects.create(
        organisation=result.organisation,
        result=result,
        purpose=purpose,
        token_digest=digest_of_secret(secret),
        made_by=by,
        expires_at=timezone.now() + dt.timedelta(days=days),
    )
    _enter("results.link_made", link, by, days=days)
    return link, secret


@transaction.atomic
def withdraw_link(*, link: ShareLink, by: User | None) -> None:
    """Close a link at once."""
    if ShareLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        _enter("results.link_withdrawn", link, by)


def _enter(action: str, link: ShareLink, by: User | None, **facts: int) -> None:
    write_entry(
        action, by=by.pk if by else None, organisation=link.organisation_id, subject=f"link:{link.pk}", facts=facts
    )
