"""How Django finds this app."""

from django.apps import AppConfig


class ResultsApp(AppConfig):
    """Run an assessment, keep its releasable tables, show and download them."""

    name = "footing_web.results"
    label = "results"
