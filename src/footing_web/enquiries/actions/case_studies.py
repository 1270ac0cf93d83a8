"""The beginning of a case study, and its end: offered, taken up or not, and erased when it is over."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries.actions.moving import move
from footing_web.enquiries.correspondence import invite_to_slot, tell_contributor, tell_owner
from footing_web.enquiries.letters import send
from footing_web.enquiries.limits import require_few_letters
from footing_web.enquiries.links import end_links
from footing_web.enquiries.log import enter_case_study
from footing_web.enquiries.models import CaseStudy, Purpose, Slot


@transaction.atomic
def offer(*, name: str, email: str, **about: Any) -> CaseStudy:
    """Offer a case study. Raises ``TooMany`` where letters were sent to this address too often."""
    require_few_letters(email)
    case_study = CaseStudy(name=name, **about)
    case_study.set_address(email)
    case_study.save()
    enter_case_study("offer", case_study, None, pillars=", ".join(case_study.pillars)[:80])
    tell_contributor("offered", case_study, "Thank you for offering a case study")
    tell_owner(case_study, "A case study has been offered")
    return case_study


@transaction.atomic
def take_up(*, case_study: CaseStudy, by: User) -> None:
    """Take an offer up, as the one who will look after it: the contributor gets the link to the free times."""
    move("take_up", case_study, by=by, changes={"owner": by})
    invite_to_slot(case_study)


@transaction.atomic
def turn_down(*, case_study: CaseStudy, words: str, by: User) -> None:
    """Do not take an offer up, and say why. What was kept of it is erased."""
    said = {"case_study": case_study, "words": words}
    send("turned_down", case_study.email, "Your offer of a case study", said)
    move("turn_down", case_study, by=by)
    erase(case_study)


@transaction.atomic
def hand_to(*, case_study: CaseStudy, owner: User | None, by: User) -> None:
    """Say who looks after it."""
    CaseStudy.objects.filter(pk=case_study.pk).update(owner=owner)
    enter_case_study("hand", case_study, by)


def erase(case_study: CaseStudy) -> None:
    """Forget the contributor and every word of the story; what remains is that it was there, and how it ended."""
    Slot.objects.filter(case_study=case_study).update(case_study=None)
    end_links(case_study, *Purpose)
    case_study.drafts.all().delete()
    CaseStudy.objects.filter(pk=case_study.pk).update(
        name="", email="", address_digest="", organisation_name="", job="", story="", notes="",
        page=None, published_digest="", state_since=timezone.now(),
    )  # fmt: skip
    case_study.refresh_from_db()
