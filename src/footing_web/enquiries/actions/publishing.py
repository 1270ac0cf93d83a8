"""From approved words to a page of the library, and down again. A page holds nothing that was not approved."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.actions.drafts import end_consents
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.correspondence import tell_contributor
from footing_web.enquiries.models import CaseStudy, Consent, ConsentEnd
from footing_web.enquiries.wording import Wording, from_data


@transaction.atomic
def publish(*, case_study: CaseStudy, by: User) -> Page:
    """Publish the words that were approved. Raises ``Refused`` where consent does not hold for exactly these words."""
    draft = case_study.drafts.last()
    consent = None if draft is None else consent_to(case_study, draft.digest)
    if draft is None or consent is None:
        raise refusals.not_approved()
    from footing_web.library import actions as library

    page = library.publish_case_study(page=case_study.page, by=by, **_fields(from_data(draft.words)))
    changes = {"page": page, "published_digest": draft.digest, "notes": "", "reminded_on": None}
    move("publish", case_study, by=by, changes=changes)
    end_consents(case_study, ConsentEnd.CHANGED, but=draft.digest)
    address = settings.PUBLIC_ADDRESS.rstrip("/") + (page.url or "")
    tell_contributor("published", case_study, "Your case study is published", address=address, consent=consent)
    return page


def consent_to(case_study: CaseStudy, digest: str) -> Consent | None:
    """The consent that holds today for the words with this digest."""
    held = Consent.objects.filter(case_study=case_study, ended_at=None, draft_digest=digest)
    return held.filter(last_day__gte=timezone.localdate()).first()


def take_down(case_study: CaseStudy) -> None:
    """Take the page down, if there is one."""
    if case_study.page is not None:
        from footing_web.library import actions as library

        library.withdraw_case_study(case_study.page)
        CaseStudy.objects.filter(pk=case_study.pk).update(page=None, published_digest="")
        case_study.refresh_from_db()


def _fields(wording: Wording) -> dict[str, Any]:
    return {
        "title": wording.title,
        "organisation": wording.organisation,
        "sector": wording.edition,
        "size": wording.size_band,
        "region": wording.region,
        "pillars": list(wording.pillars),
        "stages": list(wording.stages),
        "summary": wording.summary,
        "sections": [(each.heading, each.text) for each in wording.sections],
        "outcomes": [(each.measure or None, each.words, each.source) for each in wording.outcomes],
    }
