"""Links with which somebody without an account reads one result."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from footing_web.accounts.models import OrganisationOwned
from footing_web.results.models.result import Result


class ShareLink(OrganisationOwned):
    """A read-only link that ends by itself. The secret in it is shown once and never stored, only its digest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=80)
    token_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    last_opened_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "pk"]

    def __str__(self) -> str:
        return f"Link {self.pk}"

    @property
    def works(self) -> bool:
        """Whether it still opens anything."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()
