"""The scope: which organisation's rows may be touched. Nothing that belongs to an organisation is read outside one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from django_scopes import get_scope, scope
from django_scopes.exceptions import ScopeError

if TYPE_CHECKING:
    from footing_web.accounts.models import Organisation

DIMENSION = "organisation"


@contextmanager
def in_organisation(organisation: Organisation) -> Iterator[None]:
    """Work on the rows of this organisation, and on no others.

    To be used instead of ``django_scopes.scope``, which takes ``organisation=None`` to mean every organisation.
    """
    if organisation is None or organisation.pk is None:
        raise ScopeError("A scope needs an organisation that is stored.")
    with scope(organisation=organisation):
        yield


def organisation_in_scope() -> UUID | None:
    """The id of the organisation whose scope is active, or ``None``."""
    state = get_scope()
    organisation = state.get(DIMENSION) if state.get("_enabled", True) else None
    return None if organisation is None else organisation.pk


def scopes_are_off() -> bool:
    """Whether somebody has said, in as many words, that rows of every organisation are wanted."""
    return not get_scope().get("_enabled", True)


def require_scope(organisation_id: UUID) -> None:
    """Raise ``ScopeError`` unless rows of this organisation may be written here."""
    if not scopes_are_off() and organisation_in_scope() != organisation_id:
        raise ScopeError("Rows of an organisation are written inside its own scope: use in_organisation.")
