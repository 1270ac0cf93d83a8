"""What a mark says when somebody points at it: its name and its figure, as the table beside the chart has them."""

from footing.reporting.charts.content import Mark
from footing.tables.figures import interval_text


def told(mark: Mark, unit: str, *, of: str = "") -> str:
    """A mark in words, such as ``Grade 5, lower: 38.2% (34.1% to 42.3%)``; ``of`` is the line that it belongs to."""
    known = mark.lower is not None and mark.upper is not None
    interval = f" ({interval_text(mark.lower, mark.upper, unit)})" if known else ""
    return named(f"{mark.text}{interval}", of, mark.label)


def named(words: str, *names: str) -> str:
    """Words under the names that are not empty."""
    name = ", ".join(each for each in names if each)
    return f"{name}: {words}" if name else words
