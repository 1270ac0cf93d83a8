"""Words for a difference: which way it points, and how far."""

from footing.assessment.result import Direction
from footing.tables.figures import reader_text
from footing.tables.units import PERCENTAGE_POINTS


def direction_of(lower: float | None, upper: float | None) -> Direction:
    """Above or below nought when the whole interval is; otherwise, or without an interval, no clear difference."""
    if lower is not None and lower > 0:
        return Direction.ABOVE
    if upper is not None and upper < 0:
        return Direction.BELOW
    return Direction.NO_CLEAR_DIFFERENCE


def distance(points: float) -> str:
    """How far apart two shares are, whichever is the larger.

    >>> distance(-3.14159)
    '3.1 percentage points'
    """
    return f"{reader_text(abs(points), PERCENTAGE_POINTS).lstrip('+')} percentage points"
