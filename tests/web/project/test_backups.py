"""A backup brings everything back, is whole or is refused, and is only kept for a time."""

import datetime as dt
import io
import json
import os
import sqlite3
import subprocess
import sys
import tarfile

import pytest

from footing_web.project.backups import forget_older

KEEP = "from django.core.files.base import ContentFile; from django.core.files.storage import default_storage as s; "


@pytest.fixture
def command(tmp_path):
    """One of the service's own commands, on a database of its own."""

    def run(*arguments: str, place: str = "here", fails: bool = False) -> str:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("FOOTING_", "DJANGO_"))
        }
        environment |= {"FOOTING_DATA": str(tmp_path / place)}
        line = [sys.executable, "-m", "footing_web.project", *arguments]
        ended = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
        assert (ended.returncode != 0) == fails, ended.stderr
        return ended.stdout + ended.stderr

    return run


@pytest.fixture
def backup(command, tmp_path):
    command("migrate", "-v", "0")
    command(
        "shell", "-c", "User.objects.create_user('ama@ashmoor.example'); " + KEEP + "s.save('a/b', ContentFile(b'c'))"
    )
    command("backup", str(tmp_path / "backups"))
    (path,) = (tmp_path / "backups").glob("*.tar")
    return path


def test_accounts_and_files_come_back_on_another_machine(command, backup):
    command("restore", str(backup), place="there")
    asked = KEEP + "print([u.email for u in User.objects.all()], s.open('a/b').read())"
    assert "['ama@ashmoor.example'] b'c'" in command("shell", "-c", asked, place="there")


def test_only_its_owner_can_read_a_backup_and_no_key_is_in_it(backup, tmp_path):
    assert oct(backup.stat().st_mode)[-3:] == "600"
    whole = backup.read_bytes()
    for key in (tmp_path / "here" / "keys").iterdir():
        assert key.read_bytes() not in whole


def test_what_was_deleted_from_the_database_is_not_in_a_backup(command, backup, tmp_path):
    command("shell", "-c", "User.objects.all().delete()")
    command("backup", str(tmp_path / "later"))
    (later,) = (tmp_path / "later").glob("*.tar")
    assert b"ama@ashmoor" in backup.read_bytes()
    assert b"ama@ashmoor" not in later.read_bytes()


def test_accounts_are_not_lost_by_mistake(command, backup):
    assert "--replace" in command("restore", str(backup), fails=True)
    command("restore", str(backup), "--replace")


def test_a_changed_backup_is_refused_and_nothing_is_touched(command, backup, tmp_path):
    broken = tmp_path / "broken.tar"
    broken.write_bytes(backup.read_bytes().replace(b"ama@ashmoor.example", b"eve@ashmoor.example"))
    command("migrate", "-v", "0", place="there")
    assert "B002" in command("restore", str(broken), place="there", fails=True)
    with sqlite3.connect(tmp_path / "there" / "footing.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM accounts_user").fetchone() == (0,)


def test_a_backup_that_was_cut_off_is_refused(command, backup, tmp_path):
    cut = tmp_path / "cut.tar"
    cut.write_bytes(backup.read_bytes()[:5000])
    assert "B001" in command("restore", str(cut), place="there", fails=True)


def test_a_backup_cannot_write_outside_its_place(command, tmp_path):
    planted = tmp_path / "planted.tar"
    with tarfile.open(planted, "w") as tar:
        text = json.dumps({"sha256": {"database": "", "files/../../escaped": ""}}).encode()
        entry = tarfile.TarInfo("contents.json")
        entry.size = len(text)
        tar.addfile(entry, io.BytesIO(text))
    assert "B003" in command("restore", str(planted), place="there", fails=True)


def test_old_backups_are_deleted_and_nothing_else(tmp_path):
    now = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
    for name, days in (("footing-old.tar", 31), ("footing-new.tar", 29), ("notes.txt", 99)):
        (tmp_path / name).touch()
        at = (now - dt.timedelta(days=days)).timestamp()
        os.utime(tmp_path / name, (at, at))
    assert forget_older(tmp_path, than_days=30, at=now) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["footing-new.tar", "notes.txt"]
