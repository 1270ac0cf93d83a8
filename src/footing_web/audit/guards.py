"""What keeps the log append-only inside the database: triggers that refuse to change or to remove an entry."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "audit_auditentry"
REFUSAL = "L006: entries of the audit log are never changed or removed"

_SQLITE = {
    f"audit_never_{event.lower()}": (
        f"CREATE TRIGGER audit_never_{event.lower()} BEFORE {event} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
    for event in ("UPDATE", "DELETE")
}

_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql "
    f"AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
)
_POSTGRESQL_TRIGGER = (
    f"CREATE TRIGGER audit_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
)


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Refuse from now on to change or remove an entry, whoever asks."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for statement in _SQLITE.values():
                cursor.execute(statement)
        else:
            cursor.execute(_POSTGRESQL_FUNCTION)
            cursor.execute(_POSTGRESQL_TRIGGER)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Undo ``put_up``: for taking the migration back, and for emptying a test database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for trigger in _SQLITE:
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_never_changed ON {TABLE}")
            cursor.execute("DROP FUNCTION IF EXISTS audit_refuse()")
