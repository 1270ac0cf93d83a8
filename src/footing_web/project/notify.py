"""Letters by GOV.UK Notify: the words are ours, the template there holds nothing but places for them.

The template's subject is ``((subject))`` and its message ``((body))`` and, beneath, ``((file))``.
Source: https://docs.notifications.service.gov.uk/python.html
"""

import io
from collections.abc import Sequence
from email.message import EmailMessage as Part
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient
from notifications_python_client.utils import prepare_upload

LEAVE = "List-Unsubscribe"


class NotSent(OSError):
    """Notify did not take a letter. It says why, and not to whom the letter was."""


class EmailBackend(BaseEmailBackend):
    """What Django hands letters to. Notify lays plain words out itself, so the HTML of a letter stays here."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many letters Notify has taken. Raises ``NotSent`` unless asked to fail silently."""
        client = NotificationsAPIClient(settings.NOTIFY_KEY, settings.NOTIFY_SERVER, settings.EMAIL_TIMEOUT)
        return sum(self._sent(client, letter, address) for letter in email_messages for address in letter.recipients())

    def _sent(self, client: NotificationsAPIClient, letter: EmailMessage, address: str) -> bool:
        try:
            client.send_email_notification(
                email_address=address,
                template_id=settings.NOTIFY_TEMPLATE,
                personalisation=_words(letter),
                one_click_unsubscribe_url=_way_to_leave(letter),
            )
        except APIError as error:
            if self.fail_silently:
                return False
            raise NotSent(f"S006 · GOV.UK Notify did not take a letter (status {error.status_code}).") from None
        return True


def _words(letter: EmailMessage) -> dict[str, Any]:
    return {"subject": letter.subject, "body": str(letter.body), "file": _file(letter)}


def _file(letter: EmailMessage) -> Any:
    """The first file of a letter, to be fetched by a link that Notify makes; no words where there is none."""
    for attached in letter.attachments:
        if not isinstance(attached, Part) and isinstance(attached, tuple):
            name, content, _ = attached
            return prepare_upload(io.BytesIO(_bytes(content)), filename=name)
    return ""


def _bytes(content: Any) -> bytes:
    return content if isinstance(content, bytes) else str(content).encode()


def _way_to_leave(letter: EmailMessage) -> str | None:
    written = letter.extra_headers.get(LEAVE)
    return written.strip("<>") if written else None
