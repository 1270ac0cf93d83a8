"""Who belongs to an organisation, and in which role."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.accounts.models.organisation import OrganisationOwned


class Role(models.TextChoices):
    """What a member is there to do. What each may do is said in ``permissions.py``."""

    OWNER = "owner", "Owner"
    ANALYST = "analyst", "Analyst"
    PLAN_LEAD = "plan_lead", "Plan lead"
    SURVEY_OWNER = "survey_owner", "Survey owner"
    VIEWER = "viewer", "Viewer"
    CONTRIBUTOR = "contributor", "Contributor"


class Membership(OrganisationOwned):
    """One person in one organisation. A person may belong to several, with a role of its own in each."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["joined_at", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "user"], name="accounts_one_membership_for_a_person"),
        ]

    def __str__(self) -> str:
        return f"Membership {self.pk}"
