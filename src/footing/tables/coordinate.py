"""A coordinate says which people a count is of: everybody, or those who share some categories.

Two tables that publish the same coordinate publish the same number, so disclosure control sees one cell, not two.
"""

TOTAL = "*"
"""The category code that stands for "all" along a dimension; no extract may use it."""

Coordinate = tuple[tuple[str, str], ...]
"""Sorted ``(variable, category code)`` pairs. ``EVERYONE`` is the empty coordinate."""

EVERYONE: Coordinate = ()


def coordinate(**categories: str) -> Coordinate:
    """The people who share every named category; ``TOTAL`` names no restriction.

    >>> coordinate(sex="Female", grade="Grade 1")
    (('grade', 'Grade 1'), ('sex', 'Female'))
    >>> coordinate(sex="*") == EVERYONE
    True
    """
    return tuple(sorted((variable, code) for variable, code in categories.items() if code != TOTAL))
