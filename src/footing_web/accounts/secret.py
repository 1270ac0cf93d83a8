"""Secrets that stand in for a person or a system: in the link of an invitation, in a key of the API."""

import secrets
from hashlib import sha256

SECRET_BYTES = 32
"""256 bits: nobody finds one by trying, so a plain digest is enough to store, and to look it up by."""


def new_secret(beginning: str = "") -> str:
    """A secret that can be part of an address, after the given beginning."""
    return beginning + secrets.token_urlsafe(SECRET_BYTES)


def digest_of_secret(secret: str) -> str:
    """What is stored in place of a secret: its SHA-256."""
    return sha256(secret.encode()).hexdigest()
