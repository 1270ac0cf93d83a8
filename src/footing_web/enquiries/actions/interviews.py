"""Interviews: times that are offered, picked, moved and freed, and that they were held."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries import refusals
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.correspondence import tell_of_booking, tell_of_freeing
from footing_web.enquiries.links import end_links, require_works
from footing_web.enquiries.log import by_link, enter
from footing_web.enquiries.models import INTERVIEW_MINUTES, CaseStudy, Purpose, SignedLink, Slot


@transaction.atomic
def offer_slots(*, starts: Iterable[dt.datetime], place: str, by: User) -> list[Slot]:
    """Say when one can hold interviews. Raises ``Refused`` for a time that has passed, or too near to another one."""
    made = [_offer(start, place, by) for start in sorted(starts)]
    enter("case_studies.slots_offered", "user", by.pk, by, slots=len(made))
    return made


def _offer(start: dt.datetime, place: str, host: User) -> Slot:
    if start <= timezone.now():
        raise refusals.slot_in_past()
    length = dt.timedelta(minutes=INTERVIEW_MINUTES)
    if Slot.objects.filter(host=host, starts_at__gt=start - length, starts_at__lt=start + length).exists():
        raise refusals.slots_overlap()
    return Slot.objects.create(host=host, starts_at=start, place=place)


@transaction.atomic
def take_slot_back(*, slot: Slot, by: User) -> None:
    """No longer offer a time. Raises ``Refused`` where a contributor has picked it."""
    if not Slot.objects.filter(pk=slot.pk, case_study=None).delete()[0]:
        raise refusals.slot_is_booked()
    enter("case_studies.slot_taken_back", "user", by.pk, by)


@transaction.atomic
def book(*, link: SignedLink, slot: Slot) -> Slot:
    """Pick a time, or another one. Raises ``Refused`` where somebody was quicker or the link does nothing any more."""
    require_works(link)
    case_study = link.case_study
    Slot.objects.filter(case_study=case_study).exclude(pk=slot.pk).update(case_study=None)
    free = Slot.objects.filter(pk=slot.pk, case_study=None, starts_at__gt=timezone.now())
    if not free.update(case_study=case_study):
        raise refusals.slot_taken()
    with by_link(link):
        move("book", case_study, by=None, changes={"bookings": case_study.bookings + 1, "owner": slot.host})
    slot.refresh_from_db()
    tell_of_booking(case_study, slot)
    return slot


@transaction.atomic
def free_by_link(*, link: SignedLink) -> None:
    """Give the time back, as the contributor."""
    require_works(link)
    with by_link(link):
        _free(link.case_study, None)


@transaction.atomic
def free(*, case_study: CaseStudy, by: User) -> None:
    """Give the time back, as the team; the contributor can pick another."""
    _free(case_study, by)


def _free(case_study: CaseStudy, by: User | None) -> None:
    slot = Slot.objects.filter(case_study=case_study).select_related("host").first()
    move("free", case_study, by=by, changes={"bookings": case_study.bookings + 1})
    Slot.objects.filter(case_study=case_study).update(case_study=None)
    if slot is not None:
        tell_of_freeing(case_study, slot)


@transaction.atomic
def hold_interview(*, case_study: CaseStudy, notes: str, by: User) -> None:
    """Say that the conversation was held, with notes for the draft. They are erased once the words are published."""
    move("interview", case_study, by=by, changes={"notes": notes, "owner": case_study.owner or by})
    end_links(case_study, Purpose.SLOT)
