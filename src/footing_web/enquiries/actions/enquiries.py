"""What people write to the team, and what the team does with it."""

from django.db import transaction
from django.utils import timezone

from footing_web.accounts.models import User
from footing_web.enquiries.correspondence import tell_team
from footing_web.enquiries.letters import page_address, send
from footing_web.enquiries.limits import require_few_letters
from footing_web.enquiries.log import enter
from footing_web.enquiries.models import Enquiry, EnquiryKind, EnquiryState, Remark


@transaction.atomic
def write_to_team(*, kind: EnquiryKind, email: str = "", **said: str) -> Enquiry:
    """Put a message into the inbox. Whoever gave an address gets a letter that says that it has come."""
    enquiry = Enquiry(kind=kind, **said)
    enquiry.set_address(email)
    enquiry.save()
    enter("enquiries.written", "enquiry", enquiry.pk, None, kind=kind.value)
    if email:
        require_few_letters(email)
        send("written", email, "We have your message", {"enquiry": enquiry})
    tell_team("There is something new in the inbox", page_address("enquiry", enquiry_id=enquiry.pk))
    return enquiry


@transaction.atomic
def hand_enquiry_to(*, enquiry: Enquiry, owner: User | None, by: User) -> None:
    """Say who looks after it; what was new is then in hand."""
    state = EnquiryState.IN_HAND if owner and enquiry.state == EnquiryState.NEW else enquiry.state
    Enquiry.objects.filter(pk=enquiry.pk).update(owner=owner, state=state)
    enquiry.refresh_from_db()
    enter("enquiries.handed", "enquiry", enquiry.pk, by, state=enquiry.state)


@transaction.atomic
def move_enquiry(*, enquiry: Enquiry, state: EnquiryState, by: User) -> None:
    """Say where it stands."""
    over = state in (EnquiryState.CLOSED, EnquiryState.SET_ASIDE)
    closed_at = (enquiry.closed_at or timezone.now()) if over else None
    Enquiry.objects.filter(pk=enquiry.pk).update(state=state, closed_at=closed_at)
    enquiry.refresh_from_db()
    enter("enquiries.moved", "enquiry", enquiry.pk, by, state=state.value)


@transaction.atomic
def note(*, enquiry: Enquiry, text: str, by: User) -> Remark:
    """Write something down for the team."""
    return Remark.objects.create(enquiry=enquiry, text=text, by=by)


@transaction.atomic
def answer(*, enquiry: Enquiry, text: str, by: User) -> Remark:
    """Send an answer; it then waits for them."""
    remark = Remark.objects.create(enquiry=enquiry, text=text, by=by, was_sent=True)
    send("answer", enquiry.email, "An answer from Footing", {"text": text, "by": by, "enquiry": enquiry})
    if enquiry.owner is None:
        hand_enquiry_to(enquiry=enquiry, owner=by, by=by)
    enter("enquiries.answered", "enquiry", enquiry.pk, by)
    move_enquiry(enquiry=enquiry, state=EnquiryState.WAITING, by=by)
    return remark


@transaction.atomic
def delete_enquiry(*, enquiry: Enquiry, by: User | None) -> None:
    """Delete it with everything that was said, on request or when its time is over."""
    enter("enquiries.deleted", "enquiry", enquiry.pk, by)
    enquiry.delete()
