"""Somebody who wrote to us without an account: a name and an address, both sealed."""

from uuid import uuid4

from django.db import models

from footing_web.enquiries.sealing import SealedText, digest_of_address


class Enquirer(models.Model):
    """Whoever asked for something. ``address_digest`` finds what one address asked for, and tells nothing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = SealedText(blank=True, default="")
    email = SealedText(blank=True, default="")
    address_digest = models.CharField(max_length=64, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    def set_address(self, email: str) -> None:
        """Take over an address, and what it is found by."""
        self.email = email.strip()
        self.address_digest = digest_of_address(email) if email else ""
