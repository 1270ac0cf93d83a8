"""Sealed files in the storage, whatever it is: a folder on this machine or a bucket."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import Storage, storages

from footing_web.records.sealing import Sealed, seal_file

FOLDER = "records"


def storage() -> Storage:
    """Where sealed files lie."""
    return storages["default"]


def store_sealed(plain: BinaryIO, *, key: bytes, context: bytes) -> tuple[str, Sealed]:
    """Seal a file and put it into the storage under a name that says nothing; that name, and what sealing gave.

    The text is never written down unsealed: the file in between holds ciphertext, and has no name.
    """
    with tempfile.TemporaryFile() as sealed:
        result = seal_file(plain, sealed, key=key, context=context)
        sealed.seek(0)
        name = uuid4().hex
        return storage().save(f"{FOLDER}/{name[:2]}/{name}", File(sealed)), result


@contextmanager
def stored(name: str) -> Iterator[File[bytes]]:
    """A sealed file, open for reading. Raises ``OSError`` where the storage does not have it."""
    with storage().open(name, "rb") as file:
        yield file


def remove_stored(name: str) -> bool:
    """Remove a file from the storage; whether the storage now says that it has none of that name."""
    storage().delete(name)
    return not storage().exists(name)


def stored_names() -> Iterator[str]:
    """The names of all sealed files. A bucket has no folders, so it cannot be asked whether it has this one."""
    try:
        folders, _ = storage().listdir(FOLDER)
    except FileNotFoundError:
        return
    for folder in folders:
        _, files = storage().listdir(f"{FOLDER}/{folder}")
        yield from (f"{FOLDER}/{folder}/{file}" for file in files)
