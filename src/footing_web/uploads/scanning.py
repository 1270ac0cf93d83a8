"""Look for viruses in what is handed in, before anything reads it.

The harmless string by which virus scanners are tried out (EICAR) is always found. Real viruses are left to ClamAV,
where the service was told of its socket: then a file that could not be scanned is not taken in.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

_EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + b"$H+H*"
_PIECE_BYTES = 1 << 20
_TIMEOUT_SECONDS = 60


class Scanned(Protocol):
    """A file that can be read from its beginning."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, none at the end."""

    def seek(self, place: int, /) -> object:
        """Go to a place of the file."""


class ScannerAway(Exception):
    """The scanner that the service relies on does not answer."""


def find_virus(file: Scanned, *, scanner_socket: str = "") -> str | None:
    """The name of the virus in a file, or ``None``; the file is left at its beginning.

    Raises ``ScannerAway`` where a scanner was named and does not say that the file is clean or what is in it.
    """
    file.seek(0)
    try:
        if _holds(file, _EICAR):
            return "EICAR test string"
        file.seek(0)
        return _ask_scanner(file, scanner_socket) if scanner_socket else None
    finally:
        file.seek(0)


def _holds(file: Scanned, wanted: bytes) -> bool:
    last = b""
    while piece := file.read(_PIECE_BYTES):
        if wanted in last + piece:
            return True
        last = piece[-len(wanted) :]
    return False


def _ask_scanner(file: Scanned, path: str) -> str | None:
    """What clamd says of the file, sent to it in pieces (its command INSTREAM)."""
    try:
        with _connected(path) as connection:
            connection.sendall(b"zINSTREAM\0")
            while piece := file.read(_PIECE_BYTES):
                connection.sendall(len(piece).to_bytes(4, "big") + piece)
            connection.sendall((0).to_bytes(4, "big"))
            answer = b"".join(_received(connection)).rstrip(b"\0").decode(errors="replace")
    except OSError as error:
        raise ScannerAway("The virus scanner does not answer.") from error
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    if answer.endswith("OK"):
        return None
    raise ScannerAway("The virus scanner could not scan the file.")


@contextmanager
def _connected(path: str) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_TIMEOUT_SECONDS)
        connection.connect(path)
        yield connection


def _received(connection: socket.socket) -> Iterator[bytes]:
    while part := connection.recv(4096):
        yield part
