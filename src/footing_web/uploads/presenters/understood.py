"""What was understood of an extract, in words: rows of what, which questions and characteristics, which day."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from footing.tables.words import counted, long_date
from footing.workforce.fields import load_fields
from footing_web.uploads.checking import catalogue

_ROWS = (
    ("people", "person in post", "people in post"),
    ("applications", "application", "applications"),
    ("events", "event", "events"),
    ("participants", "participant in outreach", "participants in outreach"),
)


def rows_in_words(summary: Mapping[str, Any]) -> list[str]:
    """How many rows of each kind there are; nothing of what there is none of."""
    return [counted(summary[name], one, many) for name, one, many in _ROWS if summary.get(name)]


def summary_rows(summary: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """What was understood, as the rows of a summary list: a name and one or more lines."""
    date = summary.get("snapshot_date")
    left_out = summary.get("left_out", 0)
    rows = [
        ("Describes", [long_date(dt.date.fromisoformat(date))] if date else []),
        ("Holds", rows_in_words(summary)),
        ("Questions answered", [catalogue().question(each).title for each in summary.get("questions", [])]),
        ("Can be compared by", [_title(each) for each in summary.get("characteristics", [])]),
        ("Columns left out", [counted(left_out, "column that is not needed", "columns that are not needed")]),
    ]
    return [(name, lines) for name, lines in rows if lines and (name != "Columns left out" or left_out)]


def _title(variable: str) -> str:
    field = load_fields().field(variable)
    return field.title if field else variable.replace("_", " ").capitalize()
