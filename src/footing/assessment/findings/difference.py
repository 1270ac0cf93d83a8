"""Words for a difference."""

from footing.assessment.findings.contrast import Judged
from footing.assessment.result import Direction
from footing.measures.staff import KEY_QUESTION
from footing.standards import Group
from footing.tables.figures import interval_text, reader_text
from footing.tables.units import PERCENTAGE_POINTS, RATIO
from footing.tables.words import in_a_sentence


def distance(points: float) -> str:
    """How far apart two shares are, whichever is the larger.

    >>> distance(-3.14159)
    '3.1 percentage points'
    """
    return f"{reader_text(abs(points), PERCENTAGE_POINTS).lstrip('+')} percentage points"


def difference_verdict(judged: Judged) -> str:
    """How many more or fewer a share is than another, or that it is not clear, with the interval."""
    gap = judged.contrast
    verdict = {
        Direction.ABOVE: f"{distance(gap.value)} more",
        Direction.BELOW: f"{distance(gap.value)} fewer",
    }.get(judged.direction, "no clear difference")
    interval = interval_text(gap.lower, gap.upper, PERCENTAGE_POINTS)
    return f"{verdict}. 95% interval of the difference: {interval} points."


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


def people_of(group: Group, question: str | None) -> str:
    """The people of a group, as it reads after other words."""
    if question == KEY_QUESTION:
        return f"people of {in_a_sentence(group.label)}"
    return f"people in the group “{in_a_sentence(group.label)}”"
