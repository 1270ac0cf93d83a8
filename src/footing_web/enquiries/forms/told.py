"""What somebody said in a form, without what only keeps machines out."""

from typing import Any


def told(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers alone."""
    return {name: value for name, value in answers.items() if name not in ("shown_at", "website")}
