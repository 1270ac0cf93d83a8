"""Writing the details that documents are filled with, and noting who took a document away."""

from django.db import transaction

from footing_web.accounts.models import Organisation, User
from footing_web.audit.actions import write_entry
from footing_web.library.models import DocumentDetails


@transaction.atomic
def keep_details(*, details: DocumentDetails, changed: list[str], by: User) -> None:
    """Store the details; the log says which fields changed and never what they say."""
    if not changed:
        return
    details.save()
    _enter("documents.details_changed", details.organisation, by, "fields", str(len(changed)))


def note_download(*, organisation: Organisation, document: str, by: User) -> None:
    """Enter in the log that somebody took away a document that was filled in."""
    _enter("documents.downloaded", organisation, by, "document", document)


def _enter(action: str, organisation: Organisation, by: User, fact: str, value: str) -> None:
    subject = f"organisation:{organisation.pk}"
    write_entry(action, by=by.pk, organisation=organisation.pk, subject=subject, facts={fact: value})
