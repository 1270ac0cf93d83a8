"""The letters of this app: each as text and as HTML of the same words, sent when what it tells of is certain."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

Attached = tuple[str, bytes, str]


def page_address(name: str, **kwargs: Any) -> str:
    """The whole address of a page of this app. What a browser calls the host is never put into a letter."""
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse(f"enquiries:{name}", kwargs=kwargs)


def send(
    letter: str,
    to: str,
    subject: str,
    context: Mapping[str, Any],
    *,
    files: Sequence[Attached] = (),
    headers: Mapping[str, str] | None = None,
) -> None:
    """Send the letter of this name to one address, once the transaction holds. Nothing is sent to nobody."""
    if not to:
        return
    text = render_to_string(f"enquiries/letters/{letter}.txt", dict(context)).strip()
    said = {"subject": subject, "paragraphs": [part.strip() for part in text.split("\n\n")]}
    message = EmailMultiAlternatives(" ".join(subject.split()), f"{text}\n", to=[to], headers=dict(headers or {}))
    message.attach_alternative(render_to_string("enquiries/letters/letter.html", said), "text/html")
    for name, content, media_type in files:
        message.attach(name, content, media_type)
    transaction.on_commit(message.send)
