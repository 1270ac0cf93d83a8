"""Text about people as it lies in the database: sealed, so that a stolen copy of it tells nothing.

The keys are derived from those of the records (``FOOTING_RECORD_KEYS``): the first seals, the others still open.
An address can be found again by a keyed digest and by nothing else.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

KEY_BYTES = 32


class SealedText(models.TextField):  # type: ignore[type-arg]
    """Text that is sealed on its way into the database and opened on its way out. It cannot be searched."""

    def get_prep_value(self, value: Any) -> Any:
        """The sealed text; nothing stays nothing, so that what was erased can be seen to be."""
        return value if not value else _ring().encrypt(self.written(value).encode()).decode()

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The text again. Raises ``InvalidToken`` where no key that is held opens it."""
        return self.read(_ring().decrypt(value.encode()).decode()) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing can be looked up by what is sealed; Django says so where it is tried."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def written(self, value: Any) -> str:
        """The value as text."""
        return str(value)

    def read(self, text: str) -> Any:
        """The value that was written as text."""
        return text


class SealedData(SealedText):
    """A dict or a list, sealed as JSON; ``None`` once it was erased."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """What was erased is nothing."""
        super().__init__(*args, **kwargs | {"null": True, "blank": True})

    def written(self, value: Any) -> str:
        """As JSON."""
        return json.dumps(value, ensure_ascii=False)

    def read(self, text: str) -> Any:
        """From JSON."""
        return json.loads(text)


def digest_of_address(email: str) -> str:
    """What an address is found by: always the same for one address, and telling nothing without the key."""
    return hmac.new(_derived(settings.PSEUDONYM_KEY, b"addresses of enquiries"), _plain(email), sha256).hexdigest()


def seal_again(sealed: str) -> str | None:
    """The same text under the first key; nothing where that is what seals it already."""
    try:
        _ring_of(settings.RECORD_KEYS[:1]).decrypt(sealed.encode())
    except InvalidToken:
        return _ring().rotate(sealed.encode()).decode()
    return None


def _plain(email: str) -> bytes:
    return email.strip().lower().encode()


def _ring() -> MultiFernet:
    return _ring_of(settings.RECORD_KEYS)


def _ring_of(keys: tuple[tuple[str, bytes], ...]) -> MultiFernet:
    return _made(tuple(key for _, key in keys))


@lru_cache(maxsize=8)
def _made(keys: tuple[bytes, ...]) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(_derived(key, b"texts of enquiries"))) for key in keys])


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)
