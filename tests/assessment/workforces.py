"""Workforces whose shares are known beforehand, so that what is said of them can be checked by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from footing.workforce import Workforce
from measures.small_workforce import make_workforce

GROUPS = ("professional", "intermediate", "lower", "not_answered")


def graded(counts: Mapping[str, Sequence[int]], *, ordered: bool = True) -> Workforce:
    """A workforce with so many people of each of ``GROUPS`` in each grade."""
    rows = [
        {"parental_occupation": group, "grade": grade}
        for grade, numbers in counts.items()
        for group, number in zip(GROUPS, numbers, strict=True)
        for _ in range(number)
    ]
    workforce = make_workforce(rows, characteristics={"grade": tuple(counts)})
    grades = tuple(replace(each, ordered=ordered) for each in workforce.characteristics)
    return replace(workforce, characteristics=grades)
