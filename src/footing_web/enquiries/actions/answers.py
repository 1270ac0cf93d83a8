"""What a contributor says, by a signed link: to a draft, and to what is kept."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.actions.case_studies import erase
from footing_web.enquiries.actions.drafts import end_consents
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.actions.publishing import take_down
from footing_web.enquiries.correspondence import invite_to_answer, invite_to_slot, tell_contributor, tell_owner
from footing_web.enquiries.journey import GOING_ON, State
from footing_web.enquiries.letters import send
from footing_web.enquiries.limits import require_few_letters
from footing_web.enquiries.links import require_works, use_up
from footing_web.enquiries.log import by_link
from footing_web.enquiries.models import (
    Answer,
    CaseStudy,
    Consent,
    ConsentEnd,
    Draft,
    DraftAnswer,
    SignedLink,
)
from footing_web.enquiries.sealing import digest_of_address


@transaction.atomic
def approve(*, link: SignedLink, scope: Sequence[str], last_day: dt.date) -> Consent:
    """Agree to the draft of this link, for these uses, until this day. Raises ``Refused`` unless it is the last."""
    draft, case_study = _answer(link, Answer.APPROVED, ""), link.case_study
    with by_link(link):
        move("approve", case_study, by=None)
    consent = _consent(case_study, draft, scope, last_day)
    tell_contributor("approved", case_study, "You have approved your case study", consent=consent)
    tell_owner(case_study, "A draft of a case study has been approved")
    return consent


@transaction.atomic
def comment(*, link: SignedLink, words: str) -> None:
    """Ask for changes to the draft of this link."""
    if not words.strip():
        raise refusals.nothing_to_say()
    _answer(link, Answer.COMMENTED, words)
    with by_link(link):
        move("comment", link.case_study, by=None)
    tell_contributor("commented", link.case_study, "Your comments on the case study", words=words)
    tell_owner(link.case_study, "Changes to a draft of a case study have been asked for")


@transaction.atomic
def decline(*, link: SignedLink) -> None:
    """Do not agree at all: everything is erased."""
    _answer(link, Answer.DECLINED, "")
    _end(link, "decline", "declined", "You have declined the case study")


@transaction.atomic
def withdraw(*, link: SignedLink) -> None:
    """Take the case study back at any time: the page comes down at once, and everything is erased."""
    use_up(link)
    _end(link, "withdraw", "withdrawn", "Your case study has been withdrawn")


@transaction.atomic
def withdraw_for(*, case_study: CaseStudy, by: User | None) -> None:
    """The same on the contributor's word by another way, or because nothing has happened for very long."""
    tell_owner(case_study, "A case study has been withdrawn")
    _take_back("withdraw", "withdrawn", "Your case study has been withdrawn", case_study, by)


@transaction.atomic
def renew(*, link: SignedLink, last_day: dt.date) -> Consent:
    """Agree to the same words again, until another day."""
    require_works(link)
    case_study = link.case_study
    last = Consent.objects.filter(case_study=case_study).exclude(ended_because=ConsentEnd.CHANGED).first()
    draft = case_study.drafts.last()
    if last is None or draft is None or draft.digest != last.draft_digest:
        raise refusals.answered()
    with by_link(link):
        move("renew", case_study, by=None, changes={"reminded_on": None})
    end_consents(case_study, ConsentEnd.RENEWED)
    consent = _consent(case_study, draft, last.scope, last_day)
    tell_contributor("approved", case_study, "You have renewed your consent", consent=consent)
    tell_owner(case_study, "The consent to a case study has been renewed")
    return consent


@transaction.atomic
def send_again(*, link: SignedLink) -> None:
    """Send the link that the contributor needs now once more."""
    require_works(link)
    case_study = link.case_study
    draft = case_study.drafts.last()
    if case_study.state in (State.INVITED, State.BOOKED):
        invite_to_slot(case_study)
    elif case_study.state == State.SENT and draft is not None:
        invite_to_answer(case_study, draft)


@transaction.atomic
def send_lost_links(*, email: str) -> None:
    """Send the links to everything that this address offered. Whoever asks is told the same, whether there is any."""
    require_few_letters(email)
    for case_study in CaseStudy.objects.filter(address_digest=digest_of_address(email), state__in=GOING_ON):
        tell_contributor("lost_link", case_study, "The link to your case study")


def _answer(link: SignedLink, answer: Answer, words: str) -> Draft:
    """Record the one answer that a link can give."""
    use_up(link)
    draft = link.draft
    if draft is None or draft.pk != _last(link.case_study) or DraftAnswer.objects.filter(draft=draft).exists():
        raise refusals.answered()
    DraftAnswer.objects.create(draft=draft, answer=answer, comment=words)
    return draft


def _last(case_study: CaseStudy) -> int | None:
    return case_study.drafts.order_by("-number").values_list("pk", flat=True).first()


def _consent(case_study: CaseStudy, draft: Draft, scope: Sequence[str], last_day: dt.date) -> Consent:
    return Consent.objects.create(
        case_study=case_study,
        draft_number=draft.number,
        draft_digest=draft.digest,
        scope=sorted(scope),
        last_day=last_day,
    )


def _end(link: SignedLink, step: str, letter: str, subject: str) -> None:
    tell_owner(link.case_study, "A contributor has taken a case study back")
    with by_link(link):
        _take_back(step, letter, subject, link.case_study, None)


def _take_back(step: str, letter: str, subject: str, case_study: CaseStudy, by: User | None) -> None:
    send(letter, case_study.email, subject, {"case_study": case_study, "on": timezone.now()})
    move(step, case_study, by=by)
    take_down(case_study, for_good=True)
    end_consents(case_study, ConsentEnd.WITHDRAWN)
    erase(case_study)
