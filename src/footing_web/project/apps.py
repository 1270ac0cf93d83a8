"""How Django finds this app."""

from django.apps import AppConfig


class ProjectApp(AppConfig):
    """Settings and addresses: the only place that wires the apps together."""

    name = "footing_web.project"
    label = "project"
