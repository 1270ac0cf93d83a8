"""Row-level security: on PostgreSQL, a table of an organisation's rows gives out those of the scope and no others."""

from collections.abc import Callable
from typing import Any

from django.db.migrations.operations import RunPython

SETTING = "footing.organisation"
EVERY = "every"
POLICY = "only_the_organisation_in_scope"


def guard(*tables: str, column: str = "organisation_id") -> RunPython:
    """The step of a migration that guards these tables; nothing happens on SQLite.

    Holds for the owner of the tables too, so that the service may use the role that made them; not for a superuser.
    """
    return RunPython(_for_each(tables, lambda table: _guarding(table, column)), _for_each(tables, _opening))


def _guarding(table: str, column: str) -> list[str]:
    said = f"current_setting('{SETTING}', true)"
    in_scope = f"{column} = NULLIF(NULLIF({said}, ''), '{EVERY}')::uuid"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {POLICY} ON {table} USING ({said} = '{EVERY}' OR {in_scope})",
    ]


def _opening(table: str) -> list[str]:
    return [
        f"DROP POLICY IF EXISTS {POLICY} ON {table}",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]


def _for_each(tables: tuple[str, ...], statements: Callable[[str], list[str]]) -> Callable[[Any, Any], None]:
    def carry_out(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for table in tables:
                for statement in statements(table):
                    schema_editor.execute(statement)

    return carry_out
