"""Registering for news: asked for, confirmed by letter, changed, left."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions
from footing_web.enquiries.access import open_to_strangers
from footing_web.enquiries.forms import NewsForm, SureForm, TopicsForm
from footing_web.enquiries.forms.told import told
from footing_web.enquiries.models import Registration
from footing_web.enquiries.presenters.asking import asking, at
from footing_web.enquiries.signatures import registration_of, registration_to_confirm

TOOLKIT = "/toolkit/"


@open_to_strangers
def register(request: HttpRequest) -> HttpResponse:
    """Ask for news. Everything is open without it."""
    form = NewsForm(**sent(request))
    if carried_out(request, form, lambda a: actions.ask_for_news(**told(a))):
        return redirect("enquiries:register_sent")
    words = (
        "Everything in the toolkit is open to you as it is. Registering brings you news by e-mail, a few times a year."
    )
    said = asking("Register for news", form, back=TOOLKIT, button="Register", words=words)
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def register_sent(request: HttpRequest) -> HttpResponse:
    """That a letter is on its way; the same for everybody."""
    return render(request, "enquiries/register_sent.html")


@open_to_strangers
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Say that it was really they. Looking at the page does not."""
    registration = _there(registration_to_confirm(token))
    form = SureForm(**sent(request))
    if carried_out(request, form, lambda _: actions.confirm(registration=registration)):
        return redirect("enquiries:confirmed")
    said = asking("Confirm that you want our news", form, back=TOOLKIT, button="Confirm")
    return render(request, "enquiries/form.html", said)


@open_to_strangers
def confirmed(request: HttpRequest) -> HttpResponse:
    """That it worked."""
    return render(request, "enquiries/confirmed.html")


@open_to_strangers
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """Change what one hears of, or leave."""
    registration = _there(registration_of(token))
    form = TopicsForm(**sent(request), initial={"topics": registration.topics})
    if carried_out(request, form, lambda a: actions.choose_topics(registration=registration, **a)):
        return redirect("enquiries:confirmed")
    leave_address = at("leave", token=token)
    said = asking("Your news", form, back=TOOLKIT, button="Save", leave_address=leave_address)
    return render(request, "enquiries/preferences.html", said)


@csrf_exempt  # a mail program sends this itself (RFC 8058); the signed name in the address is what counts
@open_to_strangers
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leave, by one button. A link that was used before leads to the same words."""
    registration = registration_of(token)
    if request.method == "POST":
        if registration is not None:
            actions.leave(registration=registration)
        return redirect("enquiries:left")
    said = asking(
        "Leave the list?", SureForm(), back=at("preferences", token=token), button="Leave", warning=True,
        words="Your address is deleted at once, and we do not write to you again.",
    )  # fmt: skip
    return render(request, "enquiries/form.html", said if _there(registration) else {})


@open_to_strangers
def left(request: HttpRequest) -> HttpResponse:
    """That it worked."""
    return render(request, "enquiries/left.html")


def _there(registration: Registration | None) -> Registration:
    if registration is None:
        raise Http404
    return registration
