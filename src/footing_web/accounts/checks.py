"""What is looked at before the service goes out into the world (``check --deploy --database default``)."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections


@register(Tags.database, deploy=True)
def held_by_the_wall(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """On PostgreSQL the role of the service must be one that row-level security holds."""
    found = []
    for name in databases or ():
        if connections[name].vendor == "postgresql" and _goes_around(name):
            found.append(
                Error(
                    "The role that the service uses in PostgreSQL goes around row-level security.",
                    hint="Use a role made with NOSUPERUSER NOBYPASSRLS that owns the tables.",
                    id="accounts.E001",
                )
            )
    return list(found)


def _goes_around(name: str) -> bool:
    with connections[name].cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])
