"""From approved words to a page of the library, and down again. A page holds nothing that was not approved."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from footing_web.accounts.models import Region, SizeBand, User
from footing_web.enquiries import refusals
from footing_web.enquiries.actions.drafts import end_consents
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.correspondence import tell_contributor
from footing_web.enquiries.models import CaseStudy, Consent, ConsentEnd
from footing_web.enquiries.wording import Wording, from_data
from footing_web.library import actions as library
from footing_web.library.models import CaseStudyPage, IndexPage

NO_LONGER_NAMED = "A case study that was withdrawn"
"""What the log of the editing pages calls it afterwards."""


@transaction.atomic
def publish(*, case_study: CaseStudy, by: User) -> Page:
    """Publish the words that were approved. Raises ``Refused`` where consent does not hold for exactly these words."""
    if not may_publish(by):
        raise refusals.not_a_reviewer()
    draft = case_study.drafts.last()
    consent = None if draft is None else consent_to(case_study, draft.digest)
    if draft is None or consent is None:
        raise refusals.not_approved()
    page = library.publish_case_study(page=_page_of(case_study), by=by, **fields_of(from_data(draft.words)))
    changes = {"page": page, "published_digest": draft.digest, "notes": "", "reminded_on": None}
    move("publish", case_study, by=by, changes=changes)
    end_consents(case_study, ConsentEnd.CHANGED, but=draft.digest)
    address = settings.PUBLIC_ADDRESS.rstrip("/") + (page.url or "")
    tell_contributor("published", case_study, "Your case study is published", address=address, consent=consent)
    return page


def may_publish(user: User) -> bool:
    """Whether somebody is a reviewer of the library."""
    section = IndexPage.objects.filter(slug=CaseStudyPage.section).first()
    return section is not None and bool(section.permissions_for_user(user).can_publish_subpage())


def consent_to(case_study: CaseStudy, digest: str) -> Consent | None:
    """The consent that holds today for the words with this digest."""
    held = Consent.objects.filter(case_study=case_study, ended_at=None, draft_digest=digest)
    return held.filter(last_day__gte=timezone.localdate()).first()


def take_down(case_study: CaseStudy, *, for_good: bool = False) -> None:
    """Take the page down, if there is one; for good, so that nothing of it is kept."""
    page = _page_of(case_study)
    if page is None:
        return
    library.withdraw_case_study(page, by=None)
    CaseStudy.objects.filter(pk=case_study.pk).update(published_digest="")
    if for_good:
        page_id = page.pk
        page.delete()
        PageLogEntry.objects.filter(page=page_id).update(label=NO_LONGER_NAMED)
    case_study.refresh_from_db()


def _page_of(case_study: CaseStudy) -> CaseStudyPage | None:
    found: CaseStudyPage | None = CaseStudyPage.objects.filter(pk=case_study.page_id).first()
    return found


def fields_of(wording: Wording) -> dict[str, Any]:
    """The words as a page of the library takes them."""
    return {
        "title": wording.title,
        "organisation": wording.organisation,
        "sector": wording.edition,
        "size": str(SizeBand(wording.size_band).label),
        "region": str(Region(wording.region).label),
        "pillars": list(wording.pillars),
        "stages": list(wording.stages),
        "summary": wording.summary,
        "sections": [(each.heading, each.text) for each in wording.sections],
        "outcomes": [(each.measure or None, each.words, each.source) for each in wording.outcomes],
    }
