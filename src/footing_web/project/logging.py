"""Log lines that a machine can read, and that name nobody."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, which part, what; for a failure where, never the values it met."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for one event."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        return json.dumps(line, ensure_ascii=False)
