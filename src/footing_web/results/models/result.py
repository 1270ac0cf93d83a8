"""What is kept of a finished run: releasable tables, signed, and the files that were made of them."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models

from footing_web.accounts.models import OrganisationOwned
from footing_web.results.models.run import Run


class Result(OrganisationOwned):
    """The assessment that a run ended with, by what tells it from others. What it says is in ``KeptAssessment``.

    ``people`` is the count that the release shows, ``None`` where that is withheld.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="result")
    title = models.CharField(max_length=120)
    snapshot_date = models.DateField()
    policy = models.CharField(max_length=60)
    people = models.PositiveIntegerField(null=True)
    tables = models.PositiveIntegerField()
    findings = models.PositiveIntegerField()
    ledger_number = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-snapshot_date", "-created_at", "pk"]

    def __str__(self) -> str:
        return f"Result {self.pk}"


class KeptAssessment(OrganisationOwned):
    """The releasable tables and findings of a result, as ``footing.assessment.keeping`` signs them. Never changed."""

    result = models.OneToOneField(Result, on_delete=models.CASCADE, primary_key=True, related_name="kept")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"Assessment {self.pk}"


class ReportFile(OrganisationOwned):
    """One file of a report, made once and handed out from storage."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=30)
    format = models.CharField(max_length=10)
    name = models.CharField(max_length=80)
    storage_name = models.CharField(max_length=120, unique=True)
    size = models.PositiveBigIntegerField()
    digest_sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "format"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["result", "kind", "format"], name="results_one_file_of_a_format"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.result_id}"
