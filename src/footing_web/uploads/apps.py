"""The app as Django knows it."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    """Extracts that organisations hand in."""

    name = "footing_web.uploads"
    label = "uploads"
    verbose_name = "Extracts"
