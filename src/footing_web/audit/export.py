"""The log as a CSV file."""

import csv
import json
from collections.abc import Iterable, Iterator

from footing_web.audit.models import AuditEntry

COLUMNS = ("number", "at", "action", "by", "through", "subject", "facts", "previous_digest", "digest")


class _Line:
    """What the CSV writer writes to: hands each line back instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def as_csv(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """The lines of the file. Everything that a digest covers is there, so that it can be checked without this service.

    No cell can be taken for a formula: each is a number, a time, a code, an id, a digest or begins with a brace.
    """
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for entry in entries:
        facts = json.dumps(entry.facts, sort_keys=True, separators=(",", ":"))
        yield writer.writerow(
            (
                entry.number,
                entry.at.isoformat(timespec="microseconds"),
                entry.action,
                entry.by,
                entry.through,
                entry.subject,
                facts,
                entry.previous_digest,
                entry.digest,
            )
        )
