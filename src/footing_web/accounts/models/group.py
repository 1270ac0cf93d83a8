"""Groups of organisations: a trust's schools, a firm's companies, the councils of a region."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models

from footing_web.accounts.models.organisation import Organisation, OrganisationOwned


class OrganisationGroup(models.Model):
    """A named group, led by the organisation that started it. Members see each other's names and nothing else.

    Organisations come in by a code that the lead gives them, and by the lead's yes. Only a digest of it is stored.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120)
    lead = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    code_digest = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "started_at"]

    def __str__(self) -> str:
        return self.name


class GroupPlace(OrganisationOwned):
    """The place of one organisation in a group: asked for, and then given by the lead."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey(OrganisationGroup, on_delete=models.CASCADE, related_name="places")
    asked_at = models.DateTimeField(auto_now_add=True)
    given_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "group"], name="accounts_one_place_in_a_group"),
        ]

    def __str__(self) -> str:
        return f"Place {self.pk}"
