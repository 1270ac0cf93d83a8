"""Comments on a page of the toolkit."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from footing_web.accounts.answering import carried_out, sent
from footing_web.enquiries import actions, queries
from footing_web.enquiries.access import open_to_strangers
from footing_web.enquiries.forms import CommentForm
from footing_web.enquiries.forms.told import told


@open_to_strangers
def comments(request: HttpRequest, page: int) -> HttpResponse:
    """What was said about a page, and a form to say something."""
    found = queries.public_page(page)
    if found is None:
        raise Http404
    form = CommentForm(**sent(request))
    if carried_out(request, form, lambda a: actions.write_comment(page=found, **told(a))):
        return redirect("enquiries:commented")
    said = {"page": found, "comments": queries.comments_on(found), "form": form}
    return render(request, "enquiries/comments.html", said)


@open_to_strangers
def commented(request: HttpRequest) -> HttpResponse:
    """That the comment waits to be read."""
    return render(request, "enquiries/commented.html")
