"""What is written to contributors and to the team on the way of a case study."""

from typing import Any

from footing_web.accounts.models import User
from footing_web.enquiries.calendars import MEDIA_TYPE, interview_file
from footing_web.enquiries.letters import page_address, send
from footing_web.enquiries.links import end_links, new_link
from footing_web.enquiries.models import CaseStudy, Draft, Purpose, Slot

MAY_ANSWER = "enquiries.answer"
"""The permission of whoever works in the inbox."""


def tell_contributor(letter: str, case_study: CaseStudy, subject: str, **said: Any) -> None:
    """A letter to the contributor, with the link under which they see what is kept and can withdraw."""
    own = page_address("review", token=new_link(case_study, Purpose.OWN))
    send(letter, case_study.email, subject, {"case_study": case_study, "own_link": own, **said})


def invite_to_slot(case_study: CaseStudy, letter: str = "invited") -> None:
    """The link to the free times; earlier ones end."""
    end_links(case_study, Purpose.SLOT)
    link = page_address("review", token=new_link(case_study, Purpose.SLOT))
    tell_contributor(letter, case_study, "Pick a time for the interview", link=link)


def invite_to_answer(case_study: CaseStudy, draft: Draft) -> None:
    """The link to one draft; earlier ones end."""
    end_links(case_study, Purpose.DRAFT)
    link = page_address("review", token=new_link(case_study, Purpose.DRAFT, draft))
    tell_contributor("draft", case_study, "Your case study, to read and approve", link=link, draft=draft)


def tell_of_booking(case_study: CaseStudy, slot: Slot) -> None:
    """The calendar file to both."""
    _to_both("booked", case_study, slot, "The interview is booked", cancelled=False)


def tell_of_freeing(case_study: CaseStudy, slot: Slot) -> None:
    """To both that the interview is off; the link to pick another time goes to the contributor."""
    _to_both("freed", case_study, slot, "The interview is cancelled", cancelled=True)


def tell_owner(case_study: CaseStudy, what: str) -> None:
    """To whoever looks after it, or to the whole team, that a contributor did something. No word of theirs is in it."""
    address = page_address("case_study", case_study_id=case_study.pk)
    tell_team(what, address, case_study.owner)


def tell_team(what: str, address: str, owner: User | None = None) -> None:
    """To the owner, or to everybody who works in the inbox: what happened, and where to look."""
    for member in [owner] if owner else team():
        send("team", member.email, what, {"what": what, "link": address})


def team() -> list[User]:
    """Everybody who may work in the inbox."""
    backend = "django.contrib.auth.backends.ModelBackend"
    return list(User.objects.with_perm(MAY_ANSWER, backend=backend).order_by("email"))


def _to_both(letter: str, case_study: CaseStudy, slot: Slot, subject: str, *, cancelled: bool) -> None:
    file = ("interview.ics", interview_file(case_study, slot, cancelled=cancelled), MEDIA_TYPE)
    change = page_address("review", token=new_link(case_study, Purpose.SLOT))
    own = page_address("review", token=new_link(case_study, Purpose.OWN))
    said = {"case_study": case_study, "slot": slot, "link": change, "own_link": own}
    send(letter, case_study.email, subject, said, files=[file])
    address = page_address("case_study", case_study_id=case_study.pk)
    send(f"{letter}_host", slot.host.email, subject, {**said, "link": address}, files=[file])
