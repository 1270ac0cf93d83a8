"""What contributors do: offer a case study, and everything behind a signed link."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import link_view, open_to_strangers
from footing_web.enquiries.calendars import MEDIA_TYPE, interview_file
from footing_web.enquiries.forms import (
    ApprovalForm,
    CommentsForm,
    ConsentForm,
    LostLinkForm,
    OfferForm,
    SlotForm,
    SureForm,
)
from footing_web.enquiries.forms.told import told
from footing_web.enquiries.interview_guide import guide_for
from footing_web.enquiries.models import Purpose, SignedLink
from footing_web.enquiries.presenters import contributing as presented
from footing_web.enquiries.presenters.asking import Context, asking, at

OK, GONE = 200, 410


@open_to_strangers
def offer(request: HttpRequest) -> HttpResponse:
    """Offer a case study."""
    form = OfferForm(**sent(request))
    if carried_out(request, form, lambda a: actions.offer(**told(a))):
        return redirect("enquiries:offered")
    said = asking("Offer a case study", form, back="/toolkit/case-studies/", button="Send the offer")
    return render(request, "enquiries/offer.html", said)


@open_to_strangers
def offered(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    return render(request, "enquiries/offered.html")


@open_to_strangers
def lost_link(request: HttpRequest) -> HttpResponse:
    """Ask for one's links again."""
    form = LostLinkForm(**sent(request))
    if carried_out(request, form, lambda a: actions.send_lost_links(**told(a))):
        return redirect("enquiries:lost_link_sent")
    words = "Give the address to which we wrote. If we know it, a new link is on its way."
    said = asking("Get a new link to your case study", form, back="/toolkit/", button="Send", words=words)
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def lost_link_sent(request: HttpRequest) -> HttpResponse:
    """The same for everybody."""
    return render(request, "enquiries/lost_link_sent.html")


@link_view
def review(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """What the link is for: a time to pick, a draft to read, or what is kept."""
    if not link.works:
        return _over(request, link)
    if link.purpose == Purpose.SLOT:
        return _pick(request, link, token)
    if link.purpose == Purpose.DRAFT:
        return render(request, "enquiries/review_draft.html", presented.draft_page(link, token))
    return render(request, "enquiries/review_own.html", presented.own_page(link, token))


@link_view
def calendar_file(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """The booked time as a file for calendars."""
    slot = queries.slot_of(link.case_study)
    if slot is None or not link.works:
        raise Http404
    response = HttpResponse(interview_file(link.case_study, slot), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="interview.ics"'
    return response


@link_view
def guide(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """The questions of the interview."""
    if not link.works:
        return _over(request, link)
    said = {"guide": guide_for(link.case_study.pillars), "back": at("review", token=token)}
    return render(request, "enquiries/guide.html", said)


@link_view
def approve(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Agree to the draft."""
    said = _asking("Approve the draft", ApprovalForm(**sent(request)), token, "Approve")
    return _step(request, link, token, purpose=Purpose.DRAFT, said=said, act=lambda a: _approve(link, a))


@link_view
def comment(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Ask for changes."""
    said = _asking("Ask for changes", CommentsForm(**sent(request)), token, "Send")
    return _step(request, link, token, purpose=Purpose.DRAFT, said=said, act=lambda a: actions.comment(link=link, **a))


@link_view
def decline(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Do not agree at all."""
    words = "Nothing is published. The draft, your offer and your address are deleted at once."
    said = _asking("Decline the case study?", SureForm(**sent(request)), token, "Decline", words, warning=True)
    return _step(request, link, token, purpose=Purpose.DRAFT, said=said, act=lambda _: actions.decline(link=link))


@link_view
def withdraw(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Take the case study back."""
    words = "If it is published, its page comes down at once. The drafts, your offer and your address are deleted."
    said = _asking("Withdraw the case study?", SureForm(**sent(request)), token, "Withdraw", words, warning=True)
    return _step(request, link, token, purpose=Purpose.OWN, said=said, act=lambda _: actions.withdraw(link=link))


@link_view
def renew(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Agree to the same words for longer."""
    said = _asking("Renew your consent", ConsentForm(**sent(request)), token, "Renew")
    return _step(request, link, token, purpose=Purpose.OWN, said=said, act=lambda a: actions.renew(link=link, **a))


@link_view
def send_again(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Have the link that is needed now sent again."""
    words = "We send it to the address to which we have always written."
    said = _asking("Send me the link again", SureForm(**sent(request)), token, "Send", words)
    return _step(request, link, token, purpose=Purpose.OWN, said=said, act=lambda _: actions.send_again(link=link))


@link_view
def free(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    """Give the time of the interview back."""
    words = "You can pick another time afterwards."
    said = _asking("Cancel the interview?", SureForm(**sent(request)), token, "Cancel the interview", words)
    return _step(request, link, token, purpose=Purpose.SLOT, said=said, act=lambda _: actions.free_by_link(link=link))


def _pick(request: HttpRequest, link: SignedLink, token: str) -> HttpResponse:
    slots = {str(each.pk): each for each in queries.free_slots()}
    form = SlotForm(**sent(request), slots=list(slots.values()))
    if carried_out(request, form, lambda a: actions.book(link=link, slot=slots[a["slot"]])):
        return redirect("enquiries:review", token=token)
    return render(request, "enquiries/review_slot.html", presented.slot_page(link, token) | {"form": form})


def _approve(link: SignedLink, answers: dict[str, Any]) -> None:
    actions.approve(link=link, scope=answers["scope"], last_day=answers["last_day"])


def _asking(
    title: str, form: forms.Form, token: str, button: str, words: str = "", *, warning: bool = False
) -> Context:
    return asking(title, form, back=at("review", token=token), button=button, words=words, warning=warning)


def _step(
    request: HttpRequest,
    link: SignedLink,
    token: str,
    *,
    purpose: Purpose,
    said: Context,
    act: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """One thing that a link of this purpose can do: asked by GET, done by POST, and then said."""
    if link.purpose != purpose:
        raise Http404
    if not link.works:
        return _over(request, link)
    if carried_out(request, said["form"], act):
        messages.success(request, "Done.")
        return redirect("enquiries:review", token=token)
    return render(request, "enquiries/form.html", said)


def _over(request: HttpRequest, link: SignedLink) -> HttpResponse:
    """That the link does nothing any more, and what it did if it did something."""
    status = OK if link.used_at else GONE
    return render(request, "enquiries/review_over.html", presented.over_page(link), status=status)
