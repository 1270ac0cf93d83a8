"""How e-mails leave the service."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from footing_web.project.settings.environment import Environment

PORTS = {"smtp": 587, "smtps": 465}


def letter_settings(here: Environment) -> dict[str, Any]:
    """Django's settings of e-mail: an SMTP server where one was named, or else the terminal."""
    if not here.email_url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(here.email_url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured("S005 · FOOTING_EMAIL_URL is not smtp://name:password@host:587 or smtps://…:465.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
