"""Times at which somebody of the team can hold an interview."""

import datetime as dt
from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.enquiries.models.case_study import CaseStudy

INTERVIEW_MINUTES = 45
"""How long an interview takes. The guide is made to fit it."""


class Slot(models.Model):
    """One free or booked time. ``place`` says how to meet: a telephone number, or the address of a call."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    host = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=300)
    case_study = models.OneToOneField(CaseStudy, on_delete=models.SET_NULL, null=True, blank=True, related_name="slot")

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["host", "starts_at"], name="enquiries_one_slot_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"Slot {self.pk}"

    @property
    def ends_at(self) -> dt.datetime:
        """When the interview is over."""
        return self.starts_at + dt.timedelta(minutes=INTERVIEW_MINUTES)
