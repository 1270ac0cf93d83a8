"""What somebody does with their own account."""

from django.db import transaction
from django_scopes import scopes_disabled

from footing_web.accounts.actions.members import leave_every_organisation
from footing_web.accounts.models import User
from footing_web.audit.actions import write_entry


def change_name(*, name: str, by: User) -> None:
    """Be known by another name."""
    by.name = name
    by.save(update_fields=["name"])


@transaction.atomic
def delete_account(*, by: User) -> None:
    """Leave every organisation and be forgotten.

    Raises ``Refused`` where somebody is the only owner of an organisation: it is handed over first.
    """
    leave_every_organisation(user=by, by=by)
    write_entry(action="account.deleted", by=by.pk, organisation=None, subject=f"user:{by.pk}", facts={})
    with scopes_disabled():  # the database hides what points here from other organisations
        by.delete()
