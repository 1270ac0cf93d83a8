"""What a contributor has agreed to: to which words, for what, and until when."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from footing_web.enquiries.models.case_study import CaseStudy


class Scope(models.TextChoices):
    """What the words may be used for."""

    PAGE = "page", "Publish it as a page of the toolkit, in its exports too"
    EXCERPTS = "excerpts", "Quote parts of it elsewhere, such as in reports and newsletters"
    TALKS = "talks", "Use it in talks and training"


class ConsentEnd(models.TextChoices):
    """Why a consent holds no more."""

    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "Its last day has passed"
    CHANGED = "changed", "The words were changed"
    RENEWED = "renewed", "A newer one takes its place"


class Consent(models.Model):
    """Agreement to the draft with this digest. The row outlives the words, as the evidence that there was consent.

    It names nobody: the case study it points to does, until it is erased.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case_study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="consents")
    draft_number = models.PositiveSmallIntegerField()
    draft_digest = models.CharField(max_length=64)
    scope = models.JSONField(default=list)
    given_at = models.DateTimeField(auto_now_add=True)
    last_day = models.DateField()
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, choices=ConsentEnd.choices, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-given_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["ended_at", "last_day"])]

    def __str__(self) -> str:
        return f"Consent {self.pk}"
