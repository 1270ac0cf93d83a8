"""The log: who did what, when. Rows are added and never changed; the database itself refuses anything else."""

from typing import Any, ClassVar

from django.db import models


class AuditEntry(models.Model):
    """One thing that somebody did. It points at nothing, so that it outlives whatever it speaks of.

    ``number`` counts from 1 within one organisation without gaps; ``digest`` covers the entry and the digest before.
    """

    organisation_id = models.UUIDField(null=True)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    action = models.CharField(max_length=60)
    by = models.CharField(max_length=40, blank=True)
    through = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisation_id", "number"],
                condition=models.Q(organisation_id__isnull=False),
                name="audit_number_of_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=models.Q(organisation_id__isnull=True),
                name="audit_number_of_the_service",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.action}"
