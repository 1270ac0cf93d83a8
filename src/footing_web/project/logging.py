"""Log lines that name nobody: no address of a page, no message of a failure, nothing that somebody typed."""

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[2]
ADDRESS = "(address)"


class ShortLines(logging.Formatter):
    """A line for people, on one's own computer."""

    def format(self, record: logging.LogRecord) -> str:
        """How grave, which part, what, and where it failed."""
        facts = "".join(f" {name}={value}" for name, value in facts_of(record).items())
        return f"{record.levelname.lower()} {record.name}: {said(record)}{facts}"


class JsonLines(logging.Formatter):
    """A line for machines: one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """When, how grave, which part, what, and where it failed."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": said(record),
        }
        return json.dumps(line | facts_of(record), ensure_ascii=False, default=str)


def said(record: logging.LogRecord) -> str:
    """The message, with every address of a page left out: the address of a shared result is a secret."""
    if not isinstance(record.args, tuple) or not record.args:
        return record.getMessage()
    kept = tuple(ADDRESS if isinstance(each, str) and each.startswith("/") else each for each in record.args)
    return str(record.msg) % kept


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What was given beside the message, and for a failure its kind and place; never the values that it met."""
    facts: dict[str, Any] = dict(getattr(record, "facts", {}))
    if record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        facts["failure"] = type(error).__name__
        facts["place"] = [_place(frame) for frame in traceback.extract_tb(error.__traceback__)[-3:]]
    return facts


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    name = path.relative_to(SOURCE) if path.is_relative_to(SOURCE) else path.name
    return f"{name}:{frame.lineno} in {frame.name}"
