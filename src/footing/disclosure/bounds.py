"""What must be a certain number because all other cells of a sum leave it no choice."""

from collections.abc import Collection, Mapping
from math import inf, isinf
from typing import Final

from footing.disclosure.completion import CountsDoNotAddUp
from footing.disclosure.families import Family
from footing.tables import Coordinate

UNKNOWN: Final = -1
"""The count of a cell that only links others, where the population does not give it and nothing tells it."""

MOST_ROUNDS: Final = 100
"""How often each sum is gone through at most: bounds can creep towards each other by one at a time."""

Values = dict[Coordinate, int]
"""Counts of cells, or ``UNKNOWN``."""
_Bounds = dict[Coordinate, tuple[float, float]]


def work_out(values: Values, sums: Mapping[Family, Collection[Coordinate]]) -> None:
    """Give each ``UNKNOWN`` cell its count where the least and the most that it can be are the same.

    ``sums`` are complete: each whole is all of its parts. Raises ``CountsDoNotAddUp``.
    """
    bounds = {
        cell: (0.0, inf) if values[cell] == UNKNOWN else (float(values[cell]),) * 2
        for family, parts in sums.items()
        for cell in (family[0], *parts)
    }
    for _ in range(MOST_ROUNDS):
        before = dict(bounds)
        for family, parts in sums.items():
            _narrow(bounds, family, parts)
        if bounds == before:
            break
    values.update({cell: int(least) for cell, (least, most) in bounds.items() if least == most})


def _narrow(bounds: _Bounds, family: Family, parts: Collection[Coordinate]) -> None:
    """Bound the whole by its parts, then each part by the whole and the others."""
    least = sum(bounds[part][0] for part in parts)
    limits = [bounds[part][1] for part in parts if not isinf(bounds[part][1])]
    most, boundless = sum(limits), len(parts) - len(limits)
    _tighten(bounds, family, family[0], least, inf if boundless else most)
    least_whole, most_whole = bounds[family[0]]
    for part in parts:
        low, high = bounds[part]
        others = inf if boundless - isinf(high) else most - (0.0 if isinf(high) else high)
        _tighten(bounds, family, part, least_whole - others, most_whole - (least - low))


def _tighten(bounds: _Bounds, family: Family, cell: Coordinate, least: float, most: float) -> None:
    low, high = bounds[cell]
    if max(low, least) > min(high, most):
        raise do_not_add_up(family)
    bounds[cell] = max(low, least), min(high, most)


def do_not_add_up(family: Family) -> CountsDoNotAddUp:
    """The parts of a family come to more than it."""
    return CountsDoNotAddUp(f"The parts of {describe(family[0])} by {family[1]} come to more than the whole.")


def describe(cell: Coordinate) -> str:
    """A cell in words, for messages: which people, never how many."""
    return " and ".join(f"{variable} “{code}”" for variable, code in cell) or "everyone"
