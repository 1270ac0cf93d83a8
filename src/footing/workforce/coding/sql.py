"""Small pieces of SQL."""

from collections.abc import Iterable


def name(identifier: str) -> str:
    """An identifier, quoted."""
    return '"' + identifier.replace('"', '""') + '"'


def text(value: str) -> str:
    """A string, quoted."""
    return "'" + value.replace("'", "''") + "'"


def enum(categories: Iterable[str]) -> str:
    """The type that stores these categories as small whole numbers, in this order."""
    return f"ENUM({', '.join(text(category) for category in categories)})"
