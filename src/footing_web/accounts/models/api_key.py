"""Keys with which other systems use the API on behalf of an organisation."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from footing_web.accounts.models.membership import Role
from footing_web.accounts.models.organisation import OrganisationOwned


class ApiKey(OrganisationOwned):
    """A key of one organisation with one role. The key itself is shown once and never stored, only its digest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=80)
    beginning = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=20, choices=Role.choices)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]

    def __str__(self) -> str:
        return f"Key {self.pk}"

    @property
    def works(self) -> bool:
        """Whether it still opens anything."""
        return self.withdrawn_at is None and self.expires_at > timezone.now()
