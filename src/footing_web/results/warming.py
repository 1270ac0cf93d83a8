"""Opening the latest results before anybody asks for them, so that the first look at one is not the slow one."""

from collections.abc import Sequence

from django_scopes import scopes_disabled

from footing_web.accounts.scoping import in_organisation
from footing_web.results.models import Result
from footing_web.results.presenters.pages import overview
from footing_web.results.presenters.places import places_of

WARMED = 4
"""How many results each process of the server opens by itself: a quarter of a second and a few megabytes each."""


def open_latest() -> int:
    """Hold the latest results ready; how many there were."""
    results = latest_results()
    for result in results:
        with in_organisation(result.organisation):
            overview(result, places_of(result))
    return len(results)


def latest_results() -> Sequence[Result]:
    """The newest results of the whole service, the newest last, so that it is the last to be let go."""
    with scopes_disabled():
        newest = Result.objects.select_related("organisation").order_by("-created_at", "pk")[:WARMED]
        return list(reversed(newest))
