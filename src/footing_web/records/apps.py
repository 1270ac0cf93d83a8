"""The app as Django knows it."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The person-level store."""

    name = "footing_web.records"
    label = "records"
    verbose_name = "Records"
