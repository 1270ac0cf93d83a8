"""Writing to the team: a conversation, an error on a page, sponsoring; and the page of sponsors."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import open_to_strangers
from footing_web.enquiries.forms import ConversationForm, CorrectionForm, SponsorOfferForm
from footing_web.enquiries.forms.told import told
from footing_web.enquiries.models import EnquiryKind
from footing_web.enquiries.presenters.asking import asking, at

TOOLKIT = "/toolkit/"


@open_to_strangers
def contact(request: HttpRequest) -> HttpResponse:
    """Ask for a conversation."""
    form = ConversationForm(**sent(request))
    if carried_out(request, form, lambda a: actions.write_to_team(kind=EnquiryKind.CONVERSATION, **told(a))):
        return redirect("enquiries:written")
    words = "Tell us what you want to do, or what stands in the way. Somebody of the team answers by e-mail."
    said = asking("Ask for a conversation", form, back=TOOLKIT, button="Send", words=words)
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def written(request: HttpRequest) -> HttpResponse:
    """That it has come."""
    return render(request, "enquiries/written.html")


@open_to_strangers
def report_error(request: HttpRequest, page: int) -> HttpResponse:
    """Say that a page is wrong."""
    found = queries.public_page(page)
    if found is None:
        raise Http404
    about = {"page_address": found.url or "", "page_title": found.title}
    form = CorrectionForm(**sent(request))
    if carried_out(request, form, lambda a: actions.write_to_team(kind=EnquiryKind.CORRECTION, **told(a), **about)):
        return redirect("enquiries:written")
    said = asking("Say what is wrong", form, back=found.url or TOOLKIT, button="Send", words=f"Page: {found.title}")
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def sponsors(request: HttpRequest) -> HttpResponse:
    """Who supports the toolkit, and what that buys: nothing."""
    return render(request, "enquiries/sponsors.html", {"sponsors": queries.sponsors_today()})


@open_to_strangers
def sponsor_offer(request: HttpRequest) -> HttpResponse:
    """Offer to sponsor."""
    form = SponsorOfferForm(**sent(request))
    if carried_out(request, form, lambda a: actions.write_to_team(kind=EnquiryKind.SPONSOR, **told(a))):
        return redirect("enquiries:written")
    said = asking("Offer to sponsor the toolkit", form, back=at("sponsors"), button="Send")
    return render(request, "enquiries/form.html", said)
