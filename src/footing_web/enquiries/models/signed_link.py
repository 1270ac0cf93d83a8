"""Links with which a contributor takes part without an account."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils import timezone

from footing_web.enquiries.models.case_study import CaseStudy
from footing_web.enquiries.models.draft import Draft


class Purpose(models.TextChoices):
    """What a link is for. It opens that and nothing else."""

    SLOT = "slot", "Pick a time"
    DRAFT = "draft", "Answer to a draft"
    OWN = "own", "See what is kept, renew, withdraw"


class SignedLink(models.Model):
    """A link to one case study for one purpose. The secret in it is never stored, only its digest.

    ``used_at`` is when it did what it can do once; ``ended_at`` when another took its place or nothing is left to do.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case_study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    draft = models.ForeignKey(Draft, on_delete=models.SET_NULL, null=True, related_name="links")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "pk"]

    def __str__(self) -> str:
        return f"Link {self.pk}"

    @property
    def works(self) -> bool:
        """Whether something can still be done with it."""
        return self.used_at is None and self.ended_at is None and self.expires_at > timezone.now()
