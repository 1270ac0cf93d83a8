"""Ways of becoming a member: being invited by e-mail, and asking from an address of the organisation's own domain."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.accounts.models.membership import Role
from footing_web.accounts.models.organisation import OrganisationOwned


class Invitation(OrganisationOwned):
    """An offer to join, sent to one address. The secret of its link is never stored, only its digest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=Role.choices)
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-invited_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "email"], name="accounts_one_invitation_to_an_address"),
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"


class JoinRequest(OrganisationOwned):
    """Somebody with an address of the organisation's domain who asks to be let in. Gone once it is answered."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "user"], name="accounts_one_request_from_a_person"),
        ]

    def __str__(self) -> str:
        return f"Request {self.pk}"
