"""The inbox of the team: what waits, one enquiry, comments, sponsors and news."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import TeamRequest, team_view
from footing_web.enquiries.correspondence import team
from footing_web.enquiries.forms import AnswerForm, BulletinForm, NoteForm, OwnerForm, SponsorForm, StateForm, SureForm
from footing_web.enquiries.models import Enquiry, EnquiryState, PageComment, Sponsor
from footing_web.enquiries.presenters import inbox as presented
from footing_web.enquiries.presenters.asking import asking, at


@team_view
def inbox(request: TeamRequest) -> HttpResponse:
    """What waits for somebody, and with ``?over`` what is over."""
    return render(request, "enquiries/inbox.html", presented.inbox(request.user, over="over" in request.GET))


@team_view
def enquiry(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """One message with everything that was said since."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    return render(request, "enquiries/enquiry.html", presented.enquiry(found))


@team_view
def enquiry_owner(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """Say who looks after it."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    form = OwnerForm(**sent(request), team=team(), initial={"owner": str(found.owner_id or "")})
    if carried_out(request, form, lambda _: actions.hand_enquiry_to(enquiry=found, owner=form.chosen, by=request.user)):
        return redirect("enquiries:enquiry", enquiry_id)
    said = asking("Who looks after it", form, back=at("enquiry", enquiry_id=enquiry_id), button="Save")
    return render(request, "enquiries/form.html", said)


@team_view
def enquiry_state(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """Say where it stands."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    form = StateForm(**sent(request), initial={"state": found.state})
    act = lambda a: actions.move_enquiry(enquiry=found, state=EnquiryState(a["state"]), by=request.user)  # noqa: E731
    if carried_out(request, form, act):
        return redirect("enquiries:enquiry", enquiry_id)
    said = asking("Where it stands", form, back=at("enquiry", enquiry_id=enquiry_id), button="Save")
    return render(request, "enquiries/form.html", said)


@team_view
def enquiry_note(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """Write a note for the team."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    form = NoteForm(**sent(request))
    if carried_out(request, form, lambda a: actions.note(enquiry=found, by=request.user, **a)):
        return redirect("enquiries:enquiry", enquiry_id)
    said = asking("Write a note", form, back=at("enquiry", enquiry_id=enquiry_id), button="Save")
    return render(request, "enquiries/form.html", said)


@team_view
def enquiry_answer(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """Send an answer."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    form = AnswerForm(**sent(request))
    if carried_out(request, form, lambda a: actions.answer(enquiry=found, by=request.user, **a)):
        messages.success(request, "The answer is on its way.")
        return redirect("enquiries:enquiry", enquiry_id)
    said = asking("Answer", form, back=at("enquiry", enquiry_id=enquiry_id), button="Send")
    return render(request, "enquiries/form.html", said)


@team_view
def enquiry_delete(request: TeamRequest, enquiry_id: UUID) -> HttpResponse:
    """Delete it, after being asked once more."""
    found = get_object_or_404(Enquiry, pk=enquiry_id)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.delete_enquiry(enquiry=found, by=request.user)):
        messages.success(request, "It is deleted.")
        return redirect("enquiries:inbox")
    back = at("enquiry", enquiry_id=enquiry_id)
    said = asking(
        "Delete this enquiry?", form, back=back, button="Delete", warning=True, words="It cannot be got back."
    )
    return render(request, "enquiries/form.html", said)


@team_view
def inbox_comments(request: TeamRequest) -> HttpResponse:
    """Comments that wait to be read, and what became of the others."""
    if request.method == "POST":
        found = get_object_or_404(PageComment, pk=request.POST.get("comment"))
        show = request.POST.get("do") == "show"
        (actions.show_comment if show else actions.decline_comment)(comment=found, by=request.user)
        return redirect("enquiries:inbox_comments")
    said = {"waiting": queries.comments_to_read(), "decided": queries.comments_decided()[:50]}
    return render(request, "enquiries/inbox_comments.html", said)


@team_view
def inbox_sponsors(request: TeamRequest) -> HttpResponse:
    """Sponsors that are thanked, and a form for another."""
    form = SponsorForm(**sent(request))
    if carried_out(request, form, lambda a: actions.acknowledge(by=request.user, **a)):
        return redirect("enquiries:inbox_sponsors")
    return render(request, "enquiries/inbox_sponsors.html", {"sponsors": Sponsor.objects.all(), "form": form})


@team_view
def sponsor_remove(request: TeamRequest, sponsor_id: int) -> HttpResponse:
    """Take a sponsor off the page, after being asked once more."""
    found = get_object_or_404(Sponsor, pk=sponsor_id)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.no_longer_acknowledge(sponsor=found, by=request.user)):
        return redirect("enquiries:inbox_sponsors")
    said = asking(f"Remove {found.name}?", form, back=at("inbox_sponsors"), button="Remove", warning=True)
    return render(request, "enquiries/form.html", said)


@team_view
def bulletin(request: TeamRequest) -> HttpResponse:
    """Send a piece of news to those who want to hear of it."""
    form = BulletinForm(**sent(request))
    if carried_out(request, form, lambda a: actions.send_bulletin(by=request.user, **a)):
        messages.success(request, "The news is on its way.")
        return redirect("enquiries:inbox")
    said = asking("Send news", form, back=at("inbox"), button="Send", words=presented.receivers())
    return render(request, "enquiries/form.html", said)
