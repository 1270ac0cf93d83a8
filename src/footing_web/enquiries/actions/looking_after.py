"""What happens by itself: consents end on their last day, and whatever has been kept long enough is deleted."""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from footing_web.accounts.refusals import Refused
from footing_web.enquiries.actions.answers import withdraw_for
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.actions.publishing import take_down
from footing_web.enquiries.correspondence import tell_contributor, tell_owner
from footing_web.enquiries.journey import GOING_ON, State
from footing_web.enquiries.keeping import KEEPING
from footing_web.enquiries.models import (
    CaseStudy,
    CommentState,
    Consent,
    ConsentEnd,
    Enquiry,
    EnquiryState,
    EventPlace,
    PageComment,
    Registration,
    Slot,
)
from footing_web.library.models import EventPage


def look_after(*, now: dt.datetime) -> dict[str, int]:
    """Do all that is due; how many of each. To be called about once a minute."""
    return {
        "expired": sum(map(_expire, _consents_over(now))),
        "reminded": sum(map(_remind, _consents_nearly_over(now))),
        "withdrawn": sum(map(_withdraw, _stale(now))),
        "deleted": sum(_deleted(each) for each in _kept_long_enough(now)),
    }


def _consents_over(now: dt.datetime) -> list[Consent]:
    held = Consent.objects.filter(ended_at=None, last_day__lt=timezone.localdate(now))
    return list(held.select_related("case_study"))


def _consents_nearly_over(now: dt.datetime) -> list[Consent]:
    soon = timezone.localdate(now + KEEPING.consent_reminder)
    held = Consent.objects.filter(ended_at=None, last_day__lte=soon, case_study__state=State.PUBLISHED)
    return list(held.filter(case_study__reminded_on=None).select_related("case_study"))


def _stale(now: dt.datetime) -> list[CaseStudy]:
    open_states = [state for state in GOING_ON if state != State.PUBLISHED]
    quiet = CaseStudy.objects.filter(state__in=open_states, state_since__lt=now - KEEPING.stale_offer)
    return list(quiet.filter(published_digest=""))


def _kept_long_enough(now: dt.datetime) -> tuple[QuerySet[Enquiry] | QuerySet[PageComment], ...]:
    over = Q(state=EnquiryState.CLOSED, closed_at__lt=now - KEEPING.closed_enquiry)
    over |= Q(state=EnquiryState.SET_ASIDE, closed_at__lt=now - KEEPING.set_aside)
    over |= Q(created_at__lt=now - KEEPING.open_enquiry)
    declined = PageComment.objects.filter(state=CommentState.DECLINED, decided_at__lt=now - KEEPING.set_aside)
    unconfirmed = Registration.objects.filter(confirmed_at=None, created_at__lt=now - KEEPING.confirm_within)
    over_events = EventPage.objects.filter(ends_at__lt=now - KEEPING.past_event)
    places = EventPlace.objects.filter(page__in=over_events.values("pk"))
    unsure = EventPlace.objects.filter(confirmed_at=None, created_at__lt=now - KEEPING.confirm_within)
    past = Slot.objects.filter(starts_at__lt=now - KEEPING.past_slot)
    return Enquiry.objects.filter(over), declined, unconfirmed, places, unsure, past  # type: ignore[return-value]


def _deleted(rows: QuerySet[Enquiry] | QuerySet[PageComment]) -> int:
    return rows.delete()[0] if rows.exists() else 0


@transaction.atomic
def _expire(consent: Consent) -> bool:
    """Take a page down whose consent has ended; words that were never published need consent anew."""
    case_study = consent.case_study
    if case_study.published_digest == consent.draft_digest:
        take_down(case_study)
    if case_study.state in (State.APPROVED, State.PUBLISHED):
        move("expire", case_study, by=None)
        tell_contributor("expired", case_study, "Your consent to a case study has ended")
        tell_owner(case_study, "The consent to a case study has ended")
    Consent.objects.filter(pk=consent.pk).update(ended_at=timezone.now(), ended_because=ConsentEnd.EXPIRED)
    return True


@transaction.atomic
def _remind(consent: Consent) -> bool:
    case_study = consent.case_study
    CaseStudy.objects.filter(pk=case_study.pk).update(reminded_on=timezone.localdate())
    tell_contributor("ends_soon", case_study, "Your consent to a case study ends soon", consent=consent)
    return True


def _withdraw(case_study: CaseStudy) -> bool:
    try:
        withdraw_for(case_study=case_study, by=None)
    except Refused:  # somebody was quicker
        return False
    return True
