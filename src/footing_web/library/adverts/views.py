"""The advert helper: an advert in, prompts out, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from footing_web.library.adverts.forms import AdvertForm
from footing_web.library.adverts.reviewing import review_of

CRUMBS = [{"text": "Toolkit", "href": "/toolkit/"}]


@never_cache
@sensitive_post_parameters("advert")
@require_http_methods(["GET", "HEAD", "POST"])
def advert_helper(request: HttpRequest) -> HttpResponse:
    """Ask for an advert; show prompts for the one that was sent, which goes back to its sender and nowhere else."""
    form = AdvertForm(request.POST if request.method == "POST" else None)
    review = review_of(form.cleaned_data["advert"]) if form.is_bound and form.is_valid() else None
    context = {"form": form, "review": review, "crumbs": CRUMBS}
    return render(request, "library/adverts/helper.html", context)
