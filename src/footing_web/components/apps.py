"""How Django finds this app."""

from django.apps import AppConfig


class ComponentsApp(AppConfig):
    """The design system: templates, tags and form widgets; no models."""

    name = "footing_web.components"
    label = "components"
