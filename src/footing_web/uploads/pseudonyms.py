"""Replace the keys of people by pseudonyms that stay the same from year to year, and that only this service can make.

A pseudonym is a keyed hash (HMAC-SHA256) of the key as the extract has it, without spaces around it. The key of the
hash is held apart from the database, the storage and the keys of the records, and differs between organisations.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

_PURPOSE = b"footing pseudonyms of "
_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Makes the pseudonyms of one organisation."""

    secret: bytes

    @classmethod
    def of_organisation(cls, organisation: UUID, pseudonym_key: bytes) -> "Pseudonyms":
        """Those of an organisation, from the key that the service was given."""
        return cls(hmac.digest(pseudonym_key, _PURPOSE + organisation.bytes, hashlib.sha256))

    def of(self, person_key: str) -> str:
        """The pseudonym of somebody, by the key that they have in the extract."""
        return hmac.new(self.secret, person_key.strip(" ").encode(), hashlib.sha256).hexdigest()[:_DIGITS]
