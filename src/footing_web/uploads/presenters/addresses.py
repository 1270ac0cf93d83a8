"""Addresses of the pages of extracts."""

from typing import Any

from django.urls import reverse

from footing_web.accounts.models import Organisation
from footing_web.uploads.models import Upload

Context = dict[str, Any]


def of_organisation(name: str, organisation: Organisation) -> str:
    """A page of all extracts."""
    return reverse(f"uploads:{name}", kwargs={"slug": organisation.slug})


def of_upload(name: str, upload: Upload) -> str:
    """A page of one extract."""
    return reverse(f"uploads:{name}", kwargs={"slug": upload.organisation.slug, "upload": upload.pk})
