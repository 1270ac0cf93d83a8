"""One assessment as it was asked for, and how far it is."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.accounts.models import OrganisationOwned
from footing_web.uploads.models import Upload


class RunState(models.TextChoices):
    """Where a run stands."""

    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Finished"
    FAILED = "failed", "Stopped"
    CANCELLED = "cancelled", "Cancelled"


UNDER_WAY = (RunState.QUEUED, RunState.RUNNING)
"""Somebody may still wait for it."""
ENDED = (RunState.DONE, RunState.FAILED, RunState.CANCELLED)
"""Nothing more will come of it."""


class Run(OrganisationOwned):
    """One assessment of one extract: what was chosen, how far it is, and why it stopped where it did.

    ``benchmarks`` is ``None`` for the national ones that fit, ``crossings`` for the usual ones. ``done`` of ``total``
    is of the reading that is under way. ``heard_of_at`` is when the worker last said it was alive. ``failure_words``
    is a message without personal data.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    upload = models.ForeignKey(Upload, on_delete=models.SET_NULL, null=True, related_name="runs")
    previous_upload = models.ForeignKey(Upload, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120)
    policy = models.CharField(max_length=60)
    benchmarks = models.JSONField(null=True)
    crossings = models.JSONField(null=True)
    state = models.CharField(max_length=20, choices=RunState.choices, default=RunState.QUEUED)
    step = models.CharField(max_length=20, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure_code = models.CharField(max_length=10, blank=True)
    failure_words = models.TextField(blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    heard_of_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "heard_of_at"])]

    def __str__(self) -> str:
        return f"Run {self.pk}"

    @property
    def is_under_way(self) -> bool:
        """Whether it may still end well."""
        return self.state in UNDER_WAY
