"""The organisation's ledger of releases: the lines that ``footing.disclosure.ledger`` reads, in the database."""

from typing import Any, ClassVar

from django.db import models

from footing_web.accounts.models import Organisation, OrganisationOwned
from footing_web.results.models.run import Run


class LedgerSecret(OrganisationOwned):
    """What the fingerprints in an organisation's ledger are keyed with, sealed. It stays when the key around it goes.

    Without it nobody could tell any more whether two releases are of the same people.
    """

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, primary_key=True, related_name="+")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"Secret of the ledger of {self.organisation_id}"


class LedgerLine(OrganisationOwned):
    """One entry as the ledger writes it, with the digest of the line before. Only ever added to."""

    number = models.PositiveIntegerField()
    line = models.TextField()
    run = models.ForeignKey(Run, on_delete=models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "number"], name="results_one_ledger_line_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"Entry {self.number}"
