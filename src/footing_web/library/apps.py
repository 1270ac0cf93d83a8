"""How Django finds this app."""

from django.apps import AppConfig


class LibraryApp(AppConfig):
    """Guidance, actions, evidence, templates, case studies, videos, events and news."""

    name = "footing_web.library"
    label = "library"
