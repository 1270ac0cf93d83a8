"""Drafts: every change is another one, and opens the question of approval again."""

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.correspondence import invite_to_answer
from footing_web.enquiries.links import end_links
from footing_web.enquiries.models import CaseStudy, Consent, ConsentEnd, Draft, Purpose
from footing_web.enquiries.wording import Wording, to_data


@transaction.atomic
def write_draft(*, case_study: CaseStudy, wording: Wording, by: User | None) -> Draft:
    """Store another draft. Links to the one before end, and an approval that was not yet published no longer counts."""
    last = case_study.drafts.last()
    if last is not None and last.digest == wording.digest:
        raise refusals.unchanged()
    move("change", case_study, by=by)
    end_links(case_study, Purpose.DRAFT)
    end_consents(case_study, ConsentEnd.CHANGED, but=case_study.published_digest)
    return Draft.objects.create(
        case_study=case_study,
        number=last.number + 1 if last else 1,
        words=to_data(wording),  # type: ignore[misc]  # the field seals more than text
        digest=wording.digest,
        written_by=by,
    )


@transaction.atomic
def send_draft(*, case_study: CaseStudy, by: User) -> Draft:
    """Let the contributor see the last draft, by a link to it alone."""
    draft = case_study.drafts.last()
    if draft is None:
        raise refusals.no_draft()
    move("send", case_study, by=by)
    draft.sent_at = timezone.now()
    draft.save(update_fields=["sent_at"])
    invite_to_answer(case_study, draft)
    return draft


def end_consents(case_study: CaseStudy, why: ConsentEnd, *, but: str = "") -> None:
    """Let consents hold no more, but for that to the words with this digest."""
    held = Consent.objects.filter(case_study=case_study, ended_at=None).exclude(draft_digest=but or "-")
    held.update(ended_at=timezone.now(), ended_because=why)
