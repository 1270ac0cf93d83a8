"""Pages that belong to no app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static

from footing_web.components.gallery import EXAMPLES, GalleryForm


def home(request: HttpRequest) -> HttpResponse:
    """The first page: what Footing is for, and the way in."""
    return render(request, "project/home.html")


def mark(request: HttpRequest) -> HttpResponse:
    """Our mark, for browsers that ask for it where there is no page."""
    return redirect(static("components/mark.svg"))


def accessibility(request: HttpRequest) -> HttpResponse:
    """How well everybody can use these pages, and how that is checked."""
    return render(request, "project/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, for how long, and which cookies there are."""
    return render(request, "project/privacy.html")


def components(request: HttpRequest) -> HttpResponse:
    """Every component as our pages use it, for whoever builds one; with ``?wrong`` the fields have errors."""
    form = GalleryForm({} if "wrong" in request.GET else None)
    return render(request, "project/components.html", {"examples": EXAMPLES, "form": form})


def wrong_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be understood."""
    return render(request, "project/wrong_request.html", status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: somebody is known, and may not do this."""
    return render(request, "project/not_allowed.html", status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the page with the form was open for too long, or cookies are off."""
    return render(request, "project/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or not for this person; the two are never told apart."""
    return render(request, "project/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. The page asks nothing of the database, which may be what has failed."""
    return render(request, "project/failed.html", status=500)
