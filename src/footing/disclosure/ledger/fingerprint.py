"""A fingerprint of a set of people: says whether two sets are the same, or in how many people at least they differ.

Each person's key is hashed with a secret that only the employer holds, and falls by its hash into one of a few hundred
buckets. A bucket keeps the sum of its hashes. Sets that differ in a few people differ in about as many buckets; neither
who they are nor how many are in a bucket can be read from a sum.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from footing.disclosure.ledger.broken import LedgerBroken

BUCKETS = 256
_SECRET_BYTES = 32
_SUMS = 2**64
_PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """``key_id`` names the secret without telling it; ``sums`` are the buckets."""

    key_id: str
    sums: tuple[int, ...]

    def least_difference(self, other: "Fingerprint") -> int | None:
        """In how many people two sets differ at the least; ``None`` if they were taken with different secrets."""
        if self.key_id != other.key_id or len(self.sums) != len(other.sums):
            return None
        return sum(one != two for one, two in zip(self.sums, other.sums, strict=True))


def fingerprint_of(person_keys: Iterable[str], secret: bytes) -> Fingerprint:
    """The fingerprint of the people with these keys, in any order."""
    sums = [0] * BUCKETS
    for key in person_keys:
        digest = hmac.digest(secret, key.encode(), "sha256")
        bucket = int.from_bytes(digest[:4], "big") % BUCKETS
        sums[bucket] = (sums[bucket] + int.from_bytes(digest[4:12], "big")) % _SUMS
    return Fingerprint(sha256(b"footing ledger key" + secret).hexdigest()[:16], tuple(sums))


def ledger_key(ledger: Path) -> bytes:
    """The secret beside a ledger, made when there is none, readable by its owner alone. Raises ``LedgerBroken``."""
    path = ledger.with_name(ledger.name + ".key")
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return _new_key(path)
    except ValueError as error:
        raise _not_whole(path) from error
    if len(secret) != _SECRET_BYTES:
        raise _not_whole(path)
    return secret


def _new_key(path: Path) -> bytes:
    secret = secrets.token_bytes(_SECRET_BYTES)
    path.touch(mode=_PRIVATE, exist_ok=False)
    path.write_text(secret.hex(), encoding="ascii")
    return secret


def _not_whole(path: Path) -> LedgerBroken:
    """With part of a key, or none, whoever has the ledger could find out by trying whose fingerprints are in it."""
    return LedgerBroken(
        "L003",
        f"{path.name} is not a whole key. Use it as it was backed up last; if nothing is in the ledger yet, delete it.",
    )
