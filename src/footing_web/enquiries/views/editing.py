"""What the team does with a case study: from the offer to the page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import TeamRequest, team_view
from footing_web.enquiries.correspondence import team
from footing_web.enquiries.forms import DraftForm, InterviewForm, OwnerForm, SlotsForm, SureForm, TurnDownForm
from footing_web.enquiries.interview_guide import guide_for
from footing_web.enquiries.models import CaseStudy
from footing_web.enquiries.presenters import editing as presented
from footing_web.enquiries.presenters.asking import asking, at


@team_view
def case_studies(request: TeamRequest) -> HttpResponse:
    """Every case study on its way, and with ``?over`` those that have ended."""
    return render(request, "enquiries/case_studies.html", presented.listed(over="over" in request.GET))


@team_view
def case_study(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """One case study: where it stands, what can be done, what was said."""
    return render(request, "enquiries/case_study.html", presented.one(_found(case_study_id), request.user))


@team_view
def guide(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """The questions for its interview, to be printed."""
    back = at("case_study", case_study_id=case_study_id)
    said = {"guide": guide_for(_found(case_study_id).pillars), "back": back}
    return render(request, "enquiries/guide.html", said)


@team_view
def owner(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Say who looks after it."""
    found = _found(case_study_id)
    form = OwnerForm(**sent(request), team=team(), initial={"owner": str(found.owner_id or "")})
    return _step(
        request, found, form, "Who looks after it", button="Save",
        act=lambda _: actions.hand_to(case_study=found, owner=form.chosen, by=request.user),
    )  # fmt: skip


@team_view
def take_up(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Take an offer up."""
    found = _found(case_study_id)
    words = "The contributor gets a link to the free times. You will be the one who looks after it."
    return _sure(request, found, "Take this offer up?", "Take it up", actions.take_up, words=words)


@team_view
def turn_down(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Do not take an offer up."""
    found = _found(case_study_id)
    form = TurnDownForm(**sent(request))
    return _step(
        request, found, form, "Turn this offer down", button="Send",
        act=lambda a: actions.turn_down(case_study=found, by=request.user, **a), warning=True,
    )  # fmt: skip


@team_view
def free(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Cancel the interview."""
    words = "The contributor is told, and can pick another time."
    return _sure(
        request, _found(case_study_id), "Cancel the interview?", "Cancel it", actions.free, words=words, warning=True
    )


@team_view
def interview(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Say that the interview was held."""
    found = _found(case_study_id)
    form = InterviewForm(**sent(request))
    return _step(
        request, found, form, "The interview was held", button="Save",
        act=lambda a: actions.hold_interview(case_study=found, by=request.user, **a),
    )  # fmt: skip


@team_view
def draft(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Write the words, or change them."""
    found = _found(case_study_id)
    form = DraftForm(**sent(request), initial=presented.draft_to_begin_with(found))
    if carried_out(request, form, lambda _: _write(found, form, request)):
        return redirect("enquiries:case_study", case_study_id)
    return render(request, "enquiries/draft_form.html", presented.drafting(found, form))


@team_view
def send(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Let the contributor see the draft."""
    words = "The contributor gets a link to this draft. If you change a word afterwards, the link stops working."
    return _sure(request, _found(case_study_id), "Send the draft?", "Send it", actions.send_draft, words=words)


@team_view
def publish(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Publish what was approved."""
    words = "The words that were approved go onto the page, and no others. The notes of the interview are erased."
    return _sure(request, _found(case_study_id), "Publish the case study?", "Publish it", actions.publish, words=words)


@team_view
def withdraw(request: TeamRequest, case_study_id: UUID) -> HttpResponse:
    """Withdraw it on the contributor's word by another way, such as a telephone call."""
    words = "Only where the contributor has asked for it. The page comes down, and everything is erased."
    found, act = _found(case_study_id), actions.withdraw_for
    return _sure(request, found, "Withdraw for the contributor?", "Withdraw", act, words=words, warning=True)


@team_view
def slots(request: TeamRequest) -> HttpResponse:
    """One's own times for interviews, and a form for more."""
    form = SlotsForm(**sent(request))
    act = lambda a: actions.offer_slots(starts=form.starts, place=a["place"], by=request.user)  # noqa: E731
    if carried_out(request, form, act):
        return redirect("enquiries:slots")
    return render(request, "enquiries/slots.html", {"slots": queries.slots_of(request.user), "form": form})


@team_view
def slot_remove(request: TeamRequest, slot_id: UUID) -> HttpResponse:
    """No longer offer a time."""
    found = get_object_or_404(queries.slots_of(request.user), pk=slot_id)
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.take_slot_back(slot=found, by=request.user)):
        return redirect("enquiries:slots")
    said = asking("Take this time back?", form, back=at("slots"), button="Take it back", warning=True)
    return render(request, "enquiries/form.html", said)


def _found(case_study_id: UUID) -> CaseStudy:
    return get_object_or_404(CaseStudy.objects.select_related("owner", "page"), pk=case_study_id)


def _write(found: CaseStudy, form: DraftForm, request: TeamRequest) -> None:
    actions.write_draft(case_study=found, wording=form.wording, by=request.user)


def _sure(
    request: TeamRequest,
    found: CaseStudy,
    title: str,
    button: str,
    act: Callable[..., Any],
    *,
    words: str,
    warning: bool = False,
) -> HttpResponse:
    """A step that needs nothing but a yes."""
    form = SureForm(**sent(request))
    do = lambda _: act(case_study=found, by=request.user)  # noqa: E731
    return _step(request, found, form, title, button=button, act=do, words=words, warning=warning)


def _step(
    request: TeamRequest,
    found: CaseStudy,
    form: forms.Form,
    title: str,
    *,
    button: str,
    act: Callable[[dict[str, Any]], object],
    words: str = "",
    warning: bool = False,
) -> HttpResponse:
    """A step that asks something, and leads back to the case study."""
    if carried_out(request, form, act):
        messages.success(request, "Done.")
        return redirect("enquiries:case_study", found.pk)
    back = at("case_study", case_study_id=found.pk)
    said = asking(title, form, back=back, button=button, words=words, warning=warning)
    return render(request, "enquiries/form.html", said)
