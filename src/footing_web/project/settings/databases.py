"""Which database is used, and how it is spoken to."""

from typing import Any

import dj_database_url

from footing_web.project.settings.environment import Environment

SQLITE_OPTIONS = {
    # A transaction takes the right to write when it starts, so that two writers wait for each other and neither fails.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;",
}


def database(here: Environment) -> dict[str, Any]:
    """The connection to the database: one file beside the data, or PostgreSQL where its address is given."""
    found: dict[str, Any] = dict(dj_database_url.parse(here.database_url, conn_max_age=600, conn_health_checks=True))
    if found["ENGINE"].endswith("sqlite3"):
        here.data.mkdir(parents=True, exist_ok=True)
        found["OPTIONS"] = SQLITE_OPTIONS
    else:
        found["ENGINE"] = "footing_web.accounts.postgresql"  # says whose rows may be touched before each statement
    return found
