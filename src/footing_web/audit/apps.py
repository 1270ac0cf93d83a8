"""How Django finds this app."""

from django.apps import AppConfig


class AuditApp(AppConfig):
    """Who did what, and when: only added to, with no personal data."""

    name = "footing_web.audit"
    label = "audit"
