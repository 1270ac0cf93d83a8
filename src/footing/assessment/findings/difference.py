"""Words for a difference."""

from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENTAGE_POINTS, RATIO


def distance(points: float) -> str:
    """How far apart two shares are, whichever is the larger.

    >>> distance(-3.14159)
    '3.1 percentage points'
    """
    return f"{reader_text(abs(points), PERCENTAGE_POINTS).lstrip('+')} percentage points"


def times(ratio: float) -> str:
    """A ratio in a sentence.

    >>> times(0.784)
    '0.78 times'
    """
    return f"{reader_text(ratio, RATIO)} times"


def interval_words(lower: float, upper: float, unit: str) -> str:
    """An interval as a sentence of its own.

    >>> interval_words(0.701, 0.872, "ratio")
    '95% interval: 0.70 to 0.87.'
    """
    return f"95% interval: {interval_text(lower, upper, unit)}."
