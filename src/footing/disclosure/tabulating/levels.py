"""How many groups of people there are at every combination of levels, and how many of them are small.

A combination takes each dimension at one of its levels, such as the division or the team, or leaves it out. Its groups
are added up from those of a finer combination, so that people are counted once: dimension by dimension, from the finest
level up. At any time the groups of one combination for each dimension are held, however many combinations there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from footing.disclosure.arrays import IntArray
from footing.standards import CountsRule

Depths = tuple[int, ...]
"""For each dimension the number of its levels that are told apart, coarsest first; none where it is left out."""

MOST_COMBINATIONS = 5_000
"""With more combinations than this, only those of fewer dimensions are looked at."""

_LARGEST_KEY = 2**62


@dataclass(frozen=True, slots=True)
class Groups:
    """Everybody, in groups of people who are alike.

    ``categories`` holds for each dimension the number of the finest category of each group. ``sizes`` says for each
    dimension how many categories each level has, coarsest first, and ``above`` in which category of the level above
    each of them lies, for every level but the coarsest.
    """

    categories: tuple[IntArray, ...]
    people: IntArray
    sizes: tuple[tuple[int, ...], ...]
    above: tuple[tuple[IntArray, ...], ...]


@dataclass(frozen=True, slots=True)
class LevelCount:
    """A combination: how many cells it can have, how many of them hold anybody, and how many of those are small."""

    depths: Depths
    possible: int
    held: int
    small: int

    def small_percent(self, rule: CountsRule) -> float:
        """The share of its counts that are small; noughts are counts where the rule withholds them."""
        noughts = self.possible - self.held if rule.zeros == "withheld" else 0
        return 100 * (self.small + noughts) / max(self.held + noughts, 1)


def most_dimensions(depths: Sequence[int]) -> int:
    """How many dimensions may be told apart at once so that at most ``MOST_COMBINATIONS`` are looked at; one at least.

    >>> most_dimensions([5, 1, 1, 1, 1]), most_dimensions([1] * 40)
    (5, 2)
    """
    combinations = np.zeros(len(depths) + 1, dtype=object)
    combinations[0] = 1
    for depth in depths:
        combinations[1:] += depth * combinations[:-1]
    fitting = np.flatnonzero(np.cumsum(combinations) <= MOST_COMBINATIONS)
    return max(1, int(fitting[-1]))


def count_levels(groups: Groups, threshold: int, together: int) -> Iterator[LevelCount]:
    """Every combination of at most ``together`` dimensions, with its cells and its counts under the threshold."""
    somebody = groups.people > 0
    categories = tuple(each[somebody] for each in groups.categories)
    finest = _added_up(groups, tuple(map(len, groups.sizes)), categories, groups.people[somebody])
    for found in _walk(groups, finest, 0, together):
        small = int((found.people < threshold).sum())
        yield LevelCount(found.depths, prod(_sizes(groups, found.depths)), len(found.people), small)


@dataclass(frozen=True, slots=True)
class _Combination:
    """The groups of one combination that hold anybody; in a dimension that is left out all have one category."""

    depths: Depths
    categories: tuple[IntArray, ...]
    people: IntArray


def _walk(groups: Groups, finer: _Combination, place: int, together: int) -> Iterator[_Combination]:
    """Every combination that is as a finer one in the dimensions before ``place``, and in the others as it or coarser.

    ``together`` is how many of the others may be told apart at once.
    """
    if place == len(finer.depths):
        yield finer
        return
    coarser = finer
    for depth in range(finer.depths[place], 0, -1) if together else ():
        coarser = _up_to(groups, coarser, place, depth)
        yield from _walk(groups, coarser, place + 1, together - 1)
    yield from _walk(groups, _up_to(groups, coarser, place, 0), place + 1, together)


def _up_to(groups: Groups, finer: _Combination, place: int, depth: int) -> _Combination:
    """A combination with one dimension as it is, at the next coarser level, or left out."""
    if depth == finer.depths[place]:
        return finer
    own = finer.categories[place]
    wider = groups.above[place][depth - 1][own] if depth else np.zeros_like(own)
    depths = (*finer.depths[:place], depth, *finer.depths[place + 1 :])
    categories = (*finer.categories[:place], wider, *finer.categories[place + 1 :])
    return _added_up(groups, depths, categories, finer.people)


def _added_up(groups: Groups, depths: Depths, categories: tuple[IntArray, ...], people: IntArray) -> _Combination:
    """Groups of the same categories put together."""
    _, first, alike = np.unique(_keys(categories, _sizes(groups, depths)), return_index=True, return_inverse=True)
    together = np.bincount(alike, weights=people).astype(np.int64)
    return _Combination(depths, tuple(each[first] for each in categories), together)


def _sizes(groups: Groups, depths: Depths) -> list[int]:
    """How many categories each dimension has in a combination: one where it is left out."""
    return [sizes[depth - 1] if depth else 1 for sizes, depth in zip(groups.sizes, depths, strict=True)]


def _keys(categories: Sequence[IntArray], sizes: Sequence[int]) -> IntArray:
    """One number for each group, the same for groups of the same categories."""
    keys, limit = np.zeros_like(categories[0]), 1
    for each, size in zip(categories, sizes, strict=True):
        if limit * size > _LARGEST_KEY:
            known, keys = np.unique(keys, return_inverse=True)
            limit = len(known)
        keys = keys * size + each
        limit *= size
    return keys
