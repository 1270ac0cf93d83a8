"""A file for the rewritten text of an extract, which nobody else can open and which does not outlive the process."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def private_file() -> Iterator[tuple[BinaryIO, Path]]:
    """A temporary file and a path by which this process can open it again.

    Where the system can do it the file has no name, so that nothing is left even if the process is killed. On other
    systems it lies in a folder of its own, removed at the end.
    """
    with tempfile.TemporaryFile() as unnamed:
        path = Path(f"/dev/fd/{unnamed.fileno()}")
        if path.exists():
            yield unnamed, path
            return
    with tempfile.TemporaryDirectory(prefix="footing-") as folder:
        named = Path(folder) / "extract.csv"
        with named.open("w+b") as file:
            yield file, named
