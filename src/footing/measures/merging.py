"""Which categories to put together so that each is large enough to say something of.

**Categories in an order** (grades, age bands) are only ever put together with their neighbours. Of all ways to cut the
order into runs that are large enough, the one with the most runs is taken; of several, the one whose runs are most
alike in size (the least sum of squares); of several, the one that is cut earliest. A dynamic programme finds it: the
best way to cut the first so many categories rests only on the best ways to cut fewer.

**Categories without an order** (functions, sites) are put together from the smallest up, until what is together is
large enough; the others stay as they are. So the fewest people lose a category of their own.

A category may need to be large enough in several respects at once, such as people of each background: its sizes are one
number for each. Nothing is put together for any other reason, and the same sizes always give the same answer.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from footing.tables import TOTAL, Category, Hierarchy
from footing.workforce.workforce import NOT_RECORDED, Characteristic

Sizes = Mapping[str, Sequence[int]]
"""For each category, one number for each respect in which it must be large enough."""

TO = "to"
"""Joins the first of a run to the last; a run of ranges, such as age bands, is listed instead."""

Runs = tuple[tuple[str, ...], ...]
"""Categories that are put together, in order; one that stays as it is stands alone."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A characteristic with some of its categories put together.

    ``categories`` are those that are left, in order, and ``hierarchy`` says which category each is now part of.
    """

    characteristic: Characteristic
    categories: tuple[Category, ...]
    hierarchy: Hierarchy

    @property
    def is_coarser(self) -> bool:
        """Whether anything was put together."""
        return bool(self.hierarchy.parents)


def propose_merges(sizes: Sizes, *, threshold: int, ordered: bool) -> Runs | None:
    """The categories put together so that each run reaches ``threshold`` in every respect.

    ``None`` where even all of them together do not. A category of nobody never needs to be put together, but joins its
    neighbours where it stands between them.
    """
    held = {code: tuple(size) for code, size in sizes.items()}
    if not held or not _reaches(reduce(_add, held.values()), threshold):
        return None
    return _cut(held, threshold) if ordered else _from_the_smallest(held, threshold)


def merge(characteristic: Characteristic, sizes: Sizes, *, threshold: int) -> Merged | None:
    """A characteristic with its categories put together; ``None`` where even all together are too few.

    Categories outside the order, "not recorded" among them, stand alone if they are large enough and are otherwise put
    together with whatever is smallest.
    """
    ordered = {
        category.code: sizes[category.code]
        for category in characteristic.categories
        if category.code not in (*characteristic.unranked, NOT_RECORDED)
    }
    runs = propose_merges(ordered, threshold=threshold, ordered=True) if characteristic.ordered else None
    if runs is None:
        runs = propose_merges(sizes, threshold=threshold, ordered=False)
        return None if runs is None else _merged(characteristic, runs)
    sets = (*runs, *((code,) for code in sizes if code not in ordered))
    numbered = {str(place): reduce(_add, (tuple(sizes[code]) for code in run)) for place, run in enumerate(sets)}
    both = propose_merges(numbered, threshold=threshold, ordered=False) or ()
    return _merged(characteristic, tuple(tuple(code for place in run for code in sets[int(place)]) for run in both))


def _merged(characteristic: Characteristic, runs: Runs) -> Merged:
    place = {category.code: number for number, category in enumerate(characteristic.categories)}
    labels = {category.code: category.label for category in characteristic.categories}
    categories, parents = [], {}
    for run in sorted((sorted(run, key=place.__getitem__) for run in runs), key=lambda run: place[run[0]]):
        label = _label(run, place, labels, characteristic)
        code = run[0] if len(run) == 1 else _unlike(label, place)
        categories.append(Category(code, label))
        if len(run) > 1:
            parents.update(dict.fromkeys(run, code))
    hierarchy = Hierarchy(characteristic.variable, _all_of(characteristic, parents))
    return Merged(characteristic, tuple(categories), hierarchy)


def _unlike(label: str, codes: Container[str]) -> str:
    """A code that no category has."""
    return label if label not in codes else _unlike(f"{label} together", codes)


def _all_of(characteristic: Characteristic, parents: dict[str, str]) -> dict[str, str]:
    """A hierarchy names every category, so that those that stand alone are known to add up with the others."""
    return {each.code: parents.get(each.code, TOTAL) for each in characteristic.categories} if parents else {}


def _label(
    run: Sequence[str], place: Mapping[str, int], labels: Mapping[str, str], characteristic: Characteristic
) -> str:
    if len(run) == 1:
        return labels[run[0]]
    neighbours = place[run[-1]] - place[run[0]] == len(run) - 1
    in_order = characteristic.ordered and neighbours and not {NOT_RECORDED, *characteristic.unranked} & set(run)
    if in_order and not any(f" {TO} " in labels[code] for code in run):
        return f"{labels[run[0]]} {TO} {labels[run[-1]]}"
    return ", ".join(labels[code] for code in run)


def _cut(sizes: Mapping[str, tuple[int, ...]], threshold: int) -> Runs:
    """The best way to cut the first so many categories into runs, for each number of them in turn."""
    codes = list(sizes)
    best: list[tuple[int, int, tuple[int, ...]] | None] = [(0, 0, (0,))]
    for end in range(1, len(codes) + 1):
        ways = []
        for start, before in enumerate(best):
            together = reduce(_add, (sizes[code] for code in codes[start:end]))
            if before is not None and _reaches(together, threshold):
                runs, squares, cuts = before
                ways.append((runs - 1, squares + sum(together) ** 2, (*cuts, end)))
        best.append(min(ways, default=None))
    last = best[-1]
    if last is None:
        raise ValueError("all categories together are large enough, so some way to cut them is")
    ends = last[2]
    return tuple(tuple(codes[start:end]) for start, end in pairwise(ends))


def _from_the_smallest(sizes: Mapping[str, tuple[int, ...]], threshold: int) -> Runs:
    codes = list(sizes)
    together = {code for code in codes if not _reaches(sizes[code], threshold) and any(sizes[code])}
    others = sorted((sum(sizes[code]), place, code) for place, code in enumerate(codes) if code not in together)
    while together and not _reaches(reduce(_add, (sizes[code] for code in together)), threshold):
        _, _, code = others.pop(0)
        together.add(code)
    run = tuple(code for code in codes if code in together)
    runs = [(code,) for code in codes if code not in together]
    return tuple(sorted([*runs, *([run] if run else [])], key=lambda each: codes.index(each[0])))


def _add(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(first + second for first, second in zip(one, other, strict=True))


def _reaches(sizes: tuple[int, ...], threshold: int) -> bool:
    return all(size >= threshold for size in sizes)
