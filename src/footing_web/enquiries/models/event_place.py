"""Who has a place at an event."""

from typing import Any, ClassVar

from django.db import models
from wagtail.models import Page

from footing_web.enquiries.models.enquirer import Enquirer
from footing_web.enquiries.sealing import SealedText


class EventPlace(Enquirer):
    """A place at one event for one address, asked for and then confirmed by the link in a letter."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    needs = SealedText(blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["created_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["page", "address_digest"], name="enquiries_one_place_at_an_event"),
        ]
