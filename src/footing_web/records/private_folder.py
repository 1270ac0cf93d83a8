"""Folders for people's data while they are being read: for this user alone, in memory where possible, wiped at the end.

A process that is killed cannot wipe its folder, so each folder carries the number of its process, and the next to be
made removes those whose process has gone.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "footing-private-"
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory, in which a folder for this user alone is made
_ROOM_FOR_EACH_BYTE = 3


@contextmanager
def private_folder(expected_bytes: int = 0) -> Iterator[Path]:
    """A folder that nobody else can read and that is gone, with all in it, at the end."""
    place = _place(expected_bytes)
    remove_abandoned(place)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_abandoned(place: Path) -> int:
    """Remove the folders of processes that were killed; how many there were."""
    abandoned = [folder for folder in place.glob(f"{_PREFIX}*") if _is_abandoned(folder)]
    for folder in abandoned:
        shutil.rmtree(folder, ignore_errors=True)
    return len(abandoned)


def remove_all_abandoned() -> int:
    """Remove the folders of killed processes wherever such folders are made; how many there were."""
    return sum(remove_abandoned(place) for place in {_IN_MEMORY, Path(tempfile.gettempdir())} if place.is_dir())


def _place(expected_bytes: int) -> Path:
    with suppress(OSError):
        free = shutil.disk_usage(_IN_MEMORY).free
        if os.access(_IN_MEMORY, os.W_OK) and free > _ROOM_FOR_EACH_BYTE * expected_bytes:
            return _IN_MEMORY
    return Path(tempfile.gettempdir())


def _is_abandoned(folder: Path) -> bool:
    number = folder.name.removeprefix(_PREFIX).partition("-")[0]
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (ValueError, OSError):
        return False  # not ours to judge
    return False
