"""How e-mails leave the service."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from footing_web.project.settings.environment import Environment

PORTS = {"smtp": 587, "smtps": 465}
NOTIFY, NOTIFY_SERVER = "notify", "https://api.notifications.service.gov.uk"
SECONDS_TO_WAIT = 20


def letter_settings(here: Environment) -> dict[str, Any]:
    """Django's settings of e-mail: an SMTP server or GOV.UK Notify where one was named, or else the terminal."""
    if not here.email_url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(here.email_url)
    if parts.scheme == NOTIFY and parts.username and parts.hostname:
        return _by_notify(parts)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "S005 · FOOTING_EMAIL_URL is not smtp://name:password@host:587, smtps://…:465 or notify://KEY@TEMPLATE."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": SECONDS_TO_WAIT,
    }


def _by_notify(parts: SplitResult) -> dict[str, Any]:
    """``notify://KEY@TEMPLATE``; ``?server=`` names another server that speaks the same, as for a trial."""
    return {
        "EMAIL_BACKEND": "footing_web.project.notify.EmailBackend",
        "EMAIL_TIMEOUT": SECONDS_TO_WAIT,
        "NOTIFY_KEY": unquote(parts.username or ""),
        "NOTIFY_TEMPLATE": parts.hostname,
        "NOTIFY_SERVER": parse_qs(parts.query).get("server", [NOTIFY_SERVER])[0],
    }
