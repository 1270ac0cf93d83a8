"""Closing an organisation: everything of it is deleted for good, and that this was done stays in the log."""

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django_scopes import scopes_disabled

from footing_web.accounts import queries, refusals
from footing_web.accounts.letters import say_organisation_closed
from footing_web.accounts.models import Organisation, User
from footing_web.accounts.scoping import in_organisation
from footing_web.audit.actions import write_entry


@transaction.atomic
def close_organisation(*, organisation: Organisation, name: str, by: User) -> None:
    """Delete an organisation with all that belongs to it, once its name was typed. Raises ``Refused`` otherwise.

    Each app that keeps files or evidence ends what is its own first (``CLOSING`` in the settings). The log has no
    foreign keys, so it stays; so does the evidence of what was deleted of people.
    """
    if name.strip() != organisation.name:
        raise refusals.name_not_typed()
    closed = organisation.pk
    with in_organisation(organisation):
        owners = [each.user for each in queries.owners()]
        for end in settings.CLOSING:
            import_string(end)(organisation=organisation, by=by)
        write_entry("organisation.closed", by=by.pk, organisation=closed, subject=f"organisation:{closed}", facts={})
    say_organisation_closed(organisation.name, owners, by)
    with scopes_disabled():
        Organisation.objects.filter(pk=closed).delete()
