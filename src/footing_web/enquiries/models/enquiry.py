"""What somebody asks or tells the team, and what was said since."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from footing_web.enquiries.models.enquirer import Enquirer
from footing_web.enquiries.sealing import SealedText


class EnquiryKind(models.TextChoices):
    """What it is about."""

    CONVERSATION = "conversation", "Asks for a conversation"
    CORRECTION = "correction", "Says that a page is wrong"
    SPONSOR = "sponsor", "Offers to sponsor"


class EnquiryState(models.TextChoices):
    """Where it stands in the inbox."""

    NEW = "new", "New"
    IN_HAND = "in_hand", "In hand"
    WAITING = "waiting", "Waiting for them"
    CLOSED = "closed", "Closed"
    SET_ASIDE = "set_aside", "Set aside as spam"


OPEN_ENQUIRIES = (EnquiryState.NEW, EnquiryState.IN_HAND, EnquiryState.WAITING)
"""Somebody has still to do something."""


class Enquiry(Enquirer):
    """One message to the team, with who looks after it. ``page_address`` is the page that it was written about."""

    kind = models.CharField(max_length=20, choices=EnquiryKind.choices)
    state = models.CharField(max_length=20, choices=EnquiryState.choices, default=EnquiryState.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation_name = SealedText(blank=True, default="")
    message = SealedText()
    page_address = models.CharField(max_length=300, blank=True)
    page_title = models.CharField(max_length=255, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "created_at"])]
        permissions: ClassVar[list[Any]] = [("answer", "Can work in the inbox of the toolkit")]


class Remark(models.Model):
    """A note of the team, or an answer that was sent."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="remarks")
    text = SealedText()
    was_sent = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"Remark {self.pk}"
