"""What an organisation's documents are filled with, besides its name, its grades and its results."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from footing_web.accounts.models import OrganisationOwned

LONGEST_RETENTION_MONTHS = 120


class DocumentDetails(OrganisationOwned):
    """The details of one organisation. What is empty stays marked in every document."""

    champion = models.CharField(max_length=160, blank=True)
    contact = models.CharField(max_length=250, blank=True)
    data_team = models.CharField(max_length=160, blank=True)
    data_protection_contact = models.CharField(max_length=250, blank=True)
    privacy_address = models.URLField(max_length=300, blank=True)
    retention_months = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RETENTION_MONTHS)]
    )
    staff = models.CharField(max_length=40, blank=True)
    grade = models.CharField(max_length=40, blank=True)
    grades = models.CharField(max_length=40, blank=True)
    manager = models.CharField(max_length=40, blank=True)
    managers = models.CharField(max_length=40, blank=True)
    board = models.CharField(max_length=80, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "document details"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation"], name="library_one_set_of_document_details"),
        ]

    def __str__(self) -> str:
        return f"Document details of {self.organisation_id}"
