"""Encrypt and open files and short texts: AES-256-GCM, in pieces, so that neither end ever holds a whole file.

A sealed file is a header and pieces of ciphertext. Each piece has a nonce made of a random prefix, its number and
whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that pieces cannot
be left out, repeated, put in another order or cut off without being noticed. The context, such as whose record it is,
is not stored: it must be known to open, so that one record cannot be passed off as another.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32

_MAGIC = b"FTGSEAL1"
_PREFIX_BYTES = 7
_NONCE_BYTES = 12
_TAG_BYTES = 16
_PIECE_BYTES = 1 << 20
_MOST_PIECES = 1 << 32


class NotOpened(Exception):
    """A sealed text or file is not whole, not what it is said to be, or sealed with another key."""


class Readable(Protocol):
    """A file of bytes that can be read, wherever it lies."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, none at the end."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing a file gave: the size and the SHA-256 of the ciphertext, which says nothing of what is in it."""

    size: int
    digest_sha256: str


def new_key() -> bytes:
    """A random key."""
    return os.urandom(KEY_BYTES)


def seal_text(text: bytes, *, key: bytes, context: bytes) -> bytes:
    """A short text or a key, sealed for one context."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text, context)


def open_text(sealed: bytes, *, key: bytes, context: bytes) -> bytes:
    """The text that was sealed; raises NotOpened where the key or the context is another, or a bit was changed."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], context)
    except (InvalidTag, ValueError) as error:
        raise NotOpened("The text cannot be opened with this key.") from error


def seal_file(plain: Readable, sealed: BinaryIO, *, key: bytes, context: bytes) -> Sealed:
    """Seal what ``plain`` still holds into ``sealed``; a key is used for one file only."""
    prefix = os.urandom(_PREFIX_BYTES)
    digest, size = hashlib.sha256(), 0
    for part in _sealed_parts(plain, AESGCM(key), prefix, context):
        sealed.write(part)
        digest.update(part)
        size += len(part)
    return Sealed(size, digest.hexdigest())


def open_file(sealed: Readable, *, key: bytes, context: bytes) -> Iterator[bytes]:
    """The text of a sealed file, piece by piece; raises NotOpened at the first piece that is not as it was sealed.

    What was given before the end is reached must not be used until the end is reached.
    """
    header = sealed.read(len(_MAGIC) + _PREFIX_BYTES)
    if len(header) < len(_MAGIC) + _PREFIX_BYTES or not header.startswith(_MAGIC):
        raise NotOpened("This is not a sealed file.")
    cipher, prefix = AESGCM(key), header[len(_MAGIC) :]
    for number, piece, last in _numbered(sealed, _PIECE_BYTES + _TAG_BYTES):
        try:
            yield cipher.decrypt(_nonce(prefix, number, last=last), piece, context)
        except InvalidTag as error:
            raise NotOpened("The file cannot be opened with this key, or is not whole.") from error


def _sealed_parts(plain: Readable, cipher: AESGCM, prefix: bytes, context: bytes) -> Iterator[bytes]:
    yield _MAGIC + prefix
    for number, piece, last in _numbered(plain, _PIECE_BYTES):
        yield cipher.encrypt(_nonce(prefix, number, last=last), piece, context)


def _numbered(file: Readable, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """The pieces of a file with their numbers, and whether each is the last; an empty file has one, which is empty."""
    piece = file.read(size)
    for number in range(_MOST_PIECES):
        following = file.read(size)
        yield number, piece, not following
        if not following:
            return
        piece = following
    raise ValueError("The file is too large to seal.")


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
