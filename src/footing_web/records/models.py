"""What the store keeps: keys, records and the evidence that a record is gone."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django_scopes import ScopedManager

from footing_web.accounts.models import Organisation, OrganisationOwned


class OrganisationKey(OrganisationOwned):
    """The key of one organisation, wrapped with a master key. The one of the highest version wraps new records."""

    version = models.PositiveIntegerField()
    wrapped = models.BinaryField()
    master_name = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-version"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "version"], name="records_one_key_of_a_version"),
        ]

    def __str__(self) -> str:
        return f"Key {self.version}"


class Record(OrganisationOwned):
    """One encrypted file. ``sealed_name`` is its name, encrypted too; ``storage_name`` says nothing.

    ``digest_sha256`` and ``size`` are those of the ciphertext. After ``retain_until`` the record is deleted.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=20)
    storage_name = models.CharField(max_length=100, unique=True)
    wrapped_key = models.BinaryField()
    key_version = models.PositiveIntegerField()
    sealed_name = models.BinaryField()
    size = models.PositiveBigIntegerField()
    digest_sha256 = models.CharField(max_length=64)
    retain_until = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["created_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["retain_until"])]

    def __str__(self) -> str:
        return f"Record {self.pk}"


class DeletionReason(models.TextChoices):
    """Why a record is gone."""

    WITHDRAWN = "withdrawn", "Withdrawn by the organisation"
    RETENTION = "retention", "Its last day had passed"
    ERASURE = "erasure", "Written anew without a person who asked to be erased"
    REPLACED = "replaced", "Replaced by a newer one"
    PSEUDONYMISED = "pseudonymised", "Replaced by a copy without what is not needed"
    CANCELLED = "cancelled", "Cancelled before it was kept"
    REFUSED = "refused", "Refused"


class DeletedRecord(models.Model):
    """The evidence that a record is gone: what it was, when and why it went, who did it, what its ciphertext was.

    ``id`` is that of the record. It points at nothing, so that it outlives the organisation. ``file_gone_at`` is when
    the storage said that it has no such file any more; the key was destroyed before, at ``deleted_at``.
    """

    id = models.UUIDField(primary_key=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    kind = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    digest_sha256 = models.CharField(max_length=64)
    storage_name = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField()
    reason = models.CharField(max_length=20, choices=DeletionReason.choices)
    by = models.CharField(max_length=40, blank=True)
    file_gone_at = models.DateTimeField(null=True)

    objects = ScopedManager(organisation="organisation")

    class Meta:
        ordering: ClassVar[list[str]] = ["-deleted_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["file_gone_at"])]

    def __str__(self) -> str:
        return f"Deleted record {self.pk}"
