"""Places at events, for visitors; and who has one, for the team."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import TeamRequest, open_to_strangers, team_view
from footing_web.enquiries.forms import AnswerForm, EventPlaceForm, SureForm
from footing_web.enquiries.forms.told import told
from footing_web.enquiries.presenters.asking import asking, at
from footing_web.enquiries.signatures import place_of
from footing_web.library.models import EventPage

EVENTS = "/toolkit/events/"


@open_to_strangers
def ask(request: HttpRequest, page: int) -> HttpResponse:
    """Ask for a place."""
    event = get_object_or_404(EventPage.objects.live().public(), pk=page)
    form = EventPlaceForm(**sent(request))
    if carried_out(request, form, lambda a: actions.ask_for_place(event=event, **told(a))):
        return redirect("enquiries:place_asked")
    said = asking("Take a place", form, back=event.url or EVENTS, button="Ask for a place", words=event.title)
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def asked(request: HttpRequest) -> HttpResponse:
    """That a letter is on its way."""
    return render(request, "enquiries/place_asked.html")


@open_to_strangers
def place(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm a place, or give it up. Looking at the page does neither."""
    found = place_of(token)
    if found is None:
        raise Http404
    form = SureForm(**sent(request))
    if request.POST.get("do") == "give_up":
        actions.give_place_up(place=found)
        return redirect("enquiries:place_given_up")
    if carried_out(request, form, lambda _: actions.confirm_place(place=found)):
        return redirect("enquiries:place", token=token)
    said = {"place": found, "event": found.page.specific, "form": form}
    return render(request, "enquiries/place.html", said)


@open_to_strangers
def given_up(request: HttpRequest) -> HttpResponse:
    """That it worked."""
    return render(request, "enquiries/place_given_up.html")


@team_view
def events(request: TeamRequest) -> HttpResponse:
    """Every event with how many places are taken, the next one first."""
    return render(request, "enquiries/inbox_events.html", {"events": queries.events_with_places()})


@team_view
def event(request: TeamRequest, page: int) -> HttpResponse:
    """Who has a place at one event, and a letter to all of them."""
    found = get_object_or_404(EventPage, pk=page)
    form = AnswerForm(**sent(request))
    if carried_out(request, form, lambda a: actions.write_to_places(event=found, by=request.user, **a)):
        messages.success(request, "The letters are on their way.")
        return redirect(at("inbox_event", page=page))
    said = {"event": found, "places": queries.places_at(found), "form": form}
    return render(request, "enquiries/inbox_event.html", said)
