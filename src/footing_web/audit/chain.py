"""The digest that ties an entry to the one before it: change or remove one, and every later digest is wrong."""

import json
from hashlib import sha256

from footing_web.audit.models import AuditEntry


def digest_of(entry: AuditEntry) -> str:
    """SHA-256 over everything that the entry says and the digest before it, written as JSON in a fixed order."""
    said = [
        str(entry.organisation_id or ""),
        entry.number,
        entry.at.isoformat(timespec="microseconds"),
        entry.action,
        entry.by,
        entry.through,
        entry.subject,
        entry.facts,
        entry.previous_digest,
    ]
    return sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
