"""A database as a file and back: SQLite by itself, PostgreSQL with its own programs."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection, connections

from footing_web.accounts.row_level_security import EVERY, SETTING


def dump_database(path: Path) -> None:
    """Write the database as it is at one moment, while the service goes on; without what was deleted from it."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as live:
            live.execute("VACUUM INTO ?", [str(path)])
    else:
        _postgresql("pg_dump", "--format=custom", "--no-owner", "--enable-row-security", "--file", str(path))


def restore_database(path: Path) -> None:
    """Put the database in this file in place of the present one. Nobody else may be using it."""
    connections.close_all()
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(path)) as kept,
            closing(sqlite3.connect(connection.settings_dict["NAME"])) as live,
        ):
            kept.backup(live)
    else:
        ways = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
        _postgresql("pg_restore", *ways, "--enable-row-security", "--dbname", _name(), str(path))


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _postgresql(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on our database, with the rows of every organisation in sight."""
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(f"{program} is not installed. Install the client programs of PostgreSQL.")
    target = ("--dbname", _name()) if program == "pg_dump" else ()
    subprocess.run([found, *target, *arguments], env=os.environ | _access(), check=True)  # noqa: S603 - PostgreSQL's own


def _access() -> dict[str, str]:
    settings: dict[str, Any] = {**connection.settings_dict, **connection.settings_dict.get("OPTIONS", {})}
    host = settings.get("host") or settings.get("HOST")
    named = {"PGHOST": host, "PGPORT": settings["PORT"], "PGUSER": settings["USER"], "PGPASSWORD": settings["PASSWORD"]}
    given = {name: str(value) for name, value in named.items() if value}
    return given | {"PGOPTIONS": f"-c {SETTING}={EVERY}"}
