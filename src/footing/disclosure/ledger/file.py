"""The ledger's file: one line of JSON for each entry, each with the digest of the line before, only ever added to.

An entry is one write of one line, forced to the disk. What is killed half way leaves half a line; it is left out when
the file is read, and said so. A line that was changed, taken out or put in breaks the chain of digests and is refused.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from footing.disclosure.ledger.broken import LedgerBroken
from footing.disclosure.ledger.entries import LedgerEntry, as_content, as_text, from_content

FIRST = "0" * 64
"""Stands for the digest of the line before the first."""

_PRIVATE = 0o600
_NEXT_STEP = "Use the ledger as it was backed up last; without it nothing can be released safely."


@dataclass(frozen=True, slots=True)
class ReadLedger:
    """The entries in order, entry number 1 first; the digest of the last; what was left out, in words."""

    entries: tuple[LedgerEntry, ...] = ()
    last_digest: str = FIRST
    notices: tuple[str, ...] = ()


def read_ledger(path: Path) -> ReadLedger:
    """Read a ledger; a file that is not there is an empty one. Raises ``LedgerBroken``."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ReadLedger()
    return read_lines(lines, path.name)


def read_lines(lines: Iterable[bytes], name: str) -> ReadLedger:
    """Read a ledger from its lines, wherever they are kept; ``name`` is what it is called. Raises ``LedgerBroken``."""
    entries, digest, notices = [], FIRST, []
    for number, line in enumerate(lines, start=1):
        document = _document(line)
        if document is None:
            if line:
                notices.append(f"Line {number} of {name} was cut off while it was written, and is left out.")
            continue
        digest = _checked_digest(document, digest, number, name)
        entries.append(_entry(document, number, name))
    return ReadLedger(tuple(entries), digest, tuple(notices))


def line_of(entry: LedgerEntry, previous_digest: str) -> bytes:
    """The line that adds an entry to a ledger whose last digest is ``previous_digest``, without a line break."""
    content = as_content(entry)
    document = {"content": content, "previous": previous_digest, "digest": _digest(content, previous_digest)}
    return as_text(document).encode()


def append_entry(path: Path, entry: LedgerEntry) -> int:
    """Add an entry and return its number. Raises ``LedgerBroken``, and ``OSError`` if it cannot be written."""
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _PRIVATE)
    with _locked(descriptor):
        before = read_ledger(path)
        line = line_of(entry, before.last_digest) + b"\n"
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            line = b"\n" + line
        if os.write(descriptor, line) != len(line):
            raise OSError(f"{path.name} could not be written to the end.")
        os.fsync(descriptor)
    return len(before.entries) + 1


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    """Hold the file for one writer; the lock goes with the process, so that nobody killed keeps it."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except ImportError:  # no such lock on this system: one process writes the ledger there
        pass
    try:
        yield
    finally:
        os.close(descriptor)


def _document(line: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(line)
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def _digest(content: dict[str, Any], previous: str) -> str:
    return sha256(f"{previous}\n{as_text(content)}".encode()).hexdigest()


def _checked_digest(document: dict[str, Any], previous: str, number: int, name: str) -> str:
    try:
        digest = _digest(document["content"], previous)
        matches = document["previous"] == previous and document["digest"] == digest
    except (KeyError, TypeError) as error:
        raise LedgerBroken("L001", f"Line {number} of {name} is not an entry of a ledger. {_NEXT_STEP}") from error
    if not matches:
        raise LedgerBroken("L002", f"{name} was changed at or before line {number}. {_NEXT_STEP}")
    return digest


def _entry(document: dict[str, Any], number: int, name: str) -> LedgerEntry:
    try:
        return from_content(document["content"])
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerBroken("L001", f"Line {number} of {name} is not an entry of a ledger. {_NEXT_STEP}") from error
