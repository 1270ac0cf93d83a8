"""What editors see on their first page and in their menu: reviews that are due, and no accounts."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from footing_web.library.queries import due_for_review

ACCOUNTS = "users"
MOST_SHOWN = 20


class ReviewsDue(Component):
    """The pages that somebody should look at again."""

    order = 50

    def render_html(self, parent_context: Any = None) -> SafeString:
        """Nothing where no review is due."""
        due = due_for_review(timezone.localdate())
        return render_to_string("library/editing/reviews_due.html", {"pages": due[:MOST_SHOWN], "count": len(due)})


@hooks.register("construct_homepage_panels")
def show_reviews_due(request: HttpRequest, panels: list[Any]) -> None:
    """First of all on the first page of the editing."""
    panels.insert(0, ReviewsDue())


@hooks.register("construct_settings_menu")
def no_accounts_here(request: HttpRequest, items: list[Any]) -> None:
    """Accounts are the business of the service, and are not changed from here."""
    items[:] = [item for item in items if item.name != ACCOUNTS]
