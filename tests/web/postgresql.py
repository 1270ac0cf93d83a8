"""A PostgreSQL server for one run of the tests, in a folder of its own, gone when the run ends."""

import atexit
import os
import pwd
import subprocess
from functools import partial
from pathlib import Path

import psycopg

SUPERUSER = "footing_admin"
PLACES = ("/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin", "/usr/local/bin")


def binaries() -> Path | None:
    """Where PostgreSQL's programs are on this machine; nothing where there are none."""
    return next((Path(place) for place in PLACES if (Path(place) / "initdb").exists()), None)


def server_of_its_own(folder: str) -> str:
    """Start a server that only this machine can reach, through a socket in the folder; its address."""
    found = binaries()
    if found is None:
        raise RuntimeError("PostgreSQL is not installed: FOOTING_TEST_DATABASE=postgres needs initdb and pg_ctl.")
    data, socket = Path(folder) / "pg", Path(folder)
    data.mkdir()
    owner = _owner()
    if owner is not None:
        os.chown(data, owner.pw_uid, owner.pw_gid)
        os.chown(socket, owner.pw_uid, owner.pw_gid)
    run = partial(subprocess.run, check=True, capture_output=True, user=owner.pw_uid if owner else None, cwd="/")
    run([found / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-N", "--locale=C.UTF-8", "-E", "UTF8"])
    options = f"-c listen_addresses= -c unix_socket_directories={socket} -c fsync=off"
    run([found / "pg_ctl", "-D", data, "-o", options, "-l", data / "log", "-w", "start"])
    atexit.register(run, [found / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    with psycopg.connect(host=str(socket), user=SUPERUSER, dbname="postgres", autocommit=True) as connection:
        # As in production: no superuser, since row-level security holds everybody but those.
        connection.execute("CREATE ROLE footing LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
        connection.execute("CREATE DATABASE footing OWNER footing")
    return f"postgres://footing@/footing?host={socket}"


def _owner() -> pwd.struct_passwd | None:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = {each.pw_name: each for each in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]
