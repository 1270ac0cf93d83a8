"""What is known of each extract that was handed in. The people in it are in ``records``, and nowhere else."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from footing_web.accounts.models import OrganisationOwned
from footing_web.records.models import Record


class State(models.TextChoices):
    """Where an extract stands. ``README.md`` draws the way between them."""

    RECEIVED = "received", "Received"
    CHECKING = "checking", "Being checked"
    NEEDS_MAPPING = "needs_mapping", "Needs decisions"
    HAS_FAULTS = "has_faults", "Has faults"
    CHECKED = "checked", "Ready to confirm"
    KEEPING = "keeping", "Being kept"
    READY = "ready", "Kept"
    ASSESSED = "assessed", "Assessed"
    REFUSED = "refused", "Refused"
    CANCELLED = "cancelled", "Cancelled"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EXPIRED = "expired", "Deleted on its last day"


WORKING = (State.RECEIVED, State.CHECKING, State.KEEPING)
"""The worker is at it, or will be."""
OPEN = (State.NEEDS_MAPPING, State.HAS_FAULTS, State.CHECKED)
"""Somebody has to decide something before the extract is kept."""
KEPT = (State.READY, State.ASSESSED)
"""The extract is kept, and can be assessed."""
GONE = (State.REFUSED, State.CANCELLED, State.WITHDRAWN, State.EXPIRED)
"""Nothing of it is left but this row."""


class Upload(OrganisationOwned):
    """One extract with the files beside it.

    ``retain_until`` is the last day on which it is kept. ``summary`` holds counts and the names of questions and
    characteristics, and ``refusal`` the code and the words of why it was refused; neither holds anything of a person.
    ``heard_of_at`` is when the worker last said how far it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=20, choices=State.choices, default=State.RECEIVED)
    snapshot_date = models.DateField(null=True)
    pseudonymise = models.BooleanField(default=True)
    retain_until = models.DateField()
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    kept_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    summary = models.JSONField(default=dict)
    refusal = models.JSONField(default=dict)
    error_count = models.PositiveIntegerField(default=0)
    notice_count = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=80, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    heard_of_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organisation", "state"])]

    def __str__(self) -> str:
        return f"Extract {self.pk}"


class Purpose(models.TextChoices):
    """What a record holds for an extract."""

    HANDED_IN = "handed_in", "A file as it was handed in"
    SHEET = "sheet", "A sheet as it is kept"
    MAPPING = "mapping", "How columns and words are read"
    FAULTS = "faults", "The faults, to be shown"
    FAULTS_FILE = "faults_file", "The faults, to be downloaded"


class UploadRecord(OrganisationOwned):
    """Which records belong to an extract. ``source`` is the file, and ``position`` the sheet within it."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="files")
    record = models.OneToOneField(Record, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    source = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["purpose", "source", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.purpose} of {self.upload_id}"
