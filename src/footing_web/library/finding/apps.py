"""How Django finds this part of the library: it has no tables, only the way in which the search tables are kept."""

from django.apps import AppConfig


class FindingApp(AppConfig):
    """Search, where to begin and what to do next."""

    name = "footing_web.library.finding"
    label = "finding"
