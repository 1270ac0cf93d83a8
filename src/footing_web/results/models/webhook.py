"""Addresses of other systems that are told when a run has ended, and what was sent to them."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.accounts.models import OrganisationOwned


class Webhook(OrganisationOwned):
    """One address. What it is signed with is worked out from the key of the service and ``id``, and never stored."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    address = models.URLField(max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"Webhook {self.pk}"


class DeliveryState(models.TextChoices):
    """Where a message stands."""

    DUE = "due", "To be sent"
    DELIVERED = "delivered", "Delivered"
    GIVEN_UP = "given_up", "Given up"


class Delivery(OrganisationOwned):
    """One message to one address, sent again with growing pauses until it is taken or given up."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = models.CharField(max_length=40)
    body = models.JSONField()
    state = models.CharField(max_length=20, choices=DeliveryState.choices, default=DeliveryState.DUE)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "due_at"])]

    def __str__(self) -> str:
        return f"Delivery {self.pk}"
