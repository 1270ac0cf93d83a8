"""Making links for contributors, and taking them back."""

import datetime as dt

from django.utils import timezone

from footing_web.accounts.secret import digest_of_secret, new_secret
from footing_web.enquiries import refusals
from footing_web.enquiries.keeping import KEEPING
from footing_web.enquiries.models import CaseStudy, Draft, Purpose, SignedLink

HOW_LONG: dict[Purpose, dt.timedelta] = {
    Purpose.SLOT: KEEPING.slot_link,
    Purpose.DRAFT: KEEPING.draft_link,
    Purpose.OWN: KEEPING.own_link,
}


def new_link(case_study: CaseStudy, purpose: Purpose, draft: Draft | None = None) -> str:
    """A link for one purpose: the secret in it, which is not stored."""
    secret = new_secret()
    SignedLink.objects.create(
        case_study=case_study,
        purpose=purpose,
        draft=draft,
        token_digest=digest_of_secret(secret),
        expires_at=timezone.now() + HOW_LONG[purpose],
    )
    return secret


def end_links(case_study: CaseStudy, *purposes: Purpose) -> None:
    """Let the links for these purposes do nothing any more."""
    SignedLink.objects.filter(case_study=case_study, purpose__in=purposes, ended_at=None).update(
        ended_at=timezone.now()
    )


def use_up(link: SignedLink) -> None:
    """Take the one use of a link. Raises ``Refused`` where it is used, has ended or was meant for another draft."""
    now = timezone.now()
    fresh = SignedLink.objects.filter(pk=link.pk, used_at=None, ended_at=None, expires_at__gt=now)
    if not fresh.update(used_at=now):
        raise refusals.answered()


def require_works(link: SignedLink) -> None:
    """Raise ``Refused`` where the link does nothing any more; for links that may be used again."""
    if not SignedLink.objects.filter(pk=link.pk, used_at=None, ended_at=None, expires_at__gt=timezone.now()).exists():
        raise refusals.answered()
