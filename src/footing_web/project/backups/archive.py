"""A backup as a file: a tar of the database, the stored files, and a list of what is in it with digests."""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from footing_web.project.backups.databases import dump_database, restore_database

CONTENTS, DATABASE, FILES = "contents.json", "database", "files"
NAME = "footing-{at:%Y-%m-%d-%H%M%S}.tar"
BLOCK = 1024 * 1024


class BackupBroken(Exception):
    """A backup that is not whole, or not one of ours. The message says what is the matter."""


def back_up(folder: Path, *, at: datetime) -> Path:
    """Write a backup into the folder; its path. It only has its name once it is whole."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path, unfinished = folder / NAME.format(at=at), folder / ".unfinished"
    with TemporaryDirectory(dir=folder) as room, open(unfinished, "wb", opener=_for_the_owner_alone) as out:
        dumped = Path(room) / DATABASE
        dump_database(dumped)
        with tarfile.open(fileobj=out, mode="w") as tar:
            digests = {DATABASE: _add(tar, DATABASE, dumped)}
            for name in names_of(default_storage):
                digests[f"{FILES}/{name}"] = _add_stored(tar, name, Path(room))
            listed = Path(room) / CONTENTS
            listed.write_text(json.dumps({"made_at": at.isoformat(), "sha256": digests}), encoding="utf-8")
            _add(tar, CONTENTS, listed)
    os.replace(unfinished, path)
    return path


def put_back(path: Path) -> int:
    """Put the database and the files of a backup in place of what is there; how many files there were.

    Everything is checked before anything is changed. Raises ``BackupBroken``.
    """
    with TemporaryDirectory(dir=path.parent) as room, _opened(path) as tar:
        digests = _contents(tar)
        for name, digest in digests.items():
            if _digest(_part(tar, name)) != digest:
                raise BackupBroken(f"B002 · {name} is not as it was when the backup was made. Use another backup.")
        dumped = Path(room) / DATABASE
        with dumped.open("wb") as out:
            for block in _blocks(_part(tar, DATABASE)):
                out.write(block)
        restore_database(dumped)
        stored = [name for name in digests if name != DATABASE]
        for name in stored:
            _store(tar, name)
    return len(stored)


def forget_older(folder: Path, *, than_days: int, at: datetime) -> int:
    """Delete backups that are older than so many days; how many there were."""
    end = (at - timedelta(days=than_days)).timestamp()
    old = [path for path in folder.glob("footing-*.tar") if path.stat().st_mtime < end]
    for path in old:
        path.unlink()
    return len(old)


def names_of(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all stored files, folder by folder. A bucket has no folders and cannot be asked for one."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (str(PurePosixPath(folder) / file) for file in sorted(files))
    for each in sorted(folders):
        yield from names_of(storage, str(PurePosixPath(folder) / each))


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = path.stat().st_size, 0o600
    with path.open("rb") as file:
        tar.addfile(entry, file)
    with path.open("rb") as file:
        return _digest(file)


def _add_stored(tar: tarfile.TarFile, name: str, room: Path) -> str:
    """Through a file in between, since not every storage knows how long a file is before it was read."""
    between = room / "between"
    with default_storage.open(name, "rb") as file, between.open("wb") as out:
        for block in file.chunks():
            out.write(block)
    return _add(tar, f"{FILES}/{name}", between)


def _opened(path: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(path)
    except (tarfile.TarError, OSError) as error:
        raise BackupBroken(f"B001 · {path.name} cannot be read as a backup. Use another one.") from error


def _contents(tar: tarfile.TarFile) -> dict[str, str]:
    """Each part's digest. Only what is listed and lies inside its place is ever read or written."""
    listed: dict[str, str] = json.loads(_part(tar, CONTENTS).read())["sha256"]
    strange = [name for name in listed if name != DATABASE and not _is_inside(name)]
    if strange or DATABASE not in listed:
        raise BackupBroken("B003 · The backup lists parts that no backup of ours has. Use another one.")
    return listed


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[0] == FILES and len(parts) > 1 and ".." not in parts


def _part(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    try:
        part = tar.extractfile(name)
    except (KeyError, tarfile.TarError):
        part = None
    if part is None:
        raise BackupBroken(f"B001 · The backup has no {name}. It was cut off; use another one.")
    return part


def _store(tar: tarfile.TarFile, name: str) -> None:
    place = name.removeprefix(f"{FILES}/")
    if default_storage.exists(place):
        default_storage.delete(place)
    default_storage.save(place, File(_part(tar, name)))


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(BLOCK):
        yield block


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    for block in _blocks(file):
        digest.update(block)
    return digest.hexdigest()


def _for_the_owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
