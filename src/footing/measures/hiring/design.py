"""From categories to the terms of a regression within requisitions."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footing.measures.hiring.conditional_logit import Applicants

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """The applicants of telling requisitions, one row each, sorted by requisition.

    ``groups`` are places of background groups, nought for the one that others are compared with; ``held_equal`` are
    places of other categories, ``weeks`` the weeks since the requisition opened.
    """

    requisition: IntArray
    passed: BoolArray
    groups: IntArray
    held_equal: tuple[IntArray, ...] = ()
    weeks: FloatArray | None = None


def design(compared: Compared, groups: int, fewest: int) -> Applicants | None:
    """The applicants with a term for each group but the first, then the terms of what is held equal.

    ``None`` when fewer than ``fewest`` for each term got through, or did not.
    """
    terms = [compared.groups == place for place in range(1, groups)]
    for categories in compared.held_equal:
        terms += _of_enough(categories, compared.passed, fewest)
    if compared.weeks is not None:
        terms.append(compared.weeks)
    own, more = terms[: groups - 1], [term for term in terms[groups - 1 :] if _varies(term, compared.requisition)]
    passed = int(compared.passed.sum())
    if min(passed, len(compared.passed) - passed) < fewest * len([*own, *more]):
        return None
    together = np.column_stack([*own, *more]).astype(np.float64)
    return Applicants(together, compared.passed, compared.requisition)


def telling(requisition: IntArray, passed: BoolArray) -> BoolArray:
    """Which rows are of a requisition where some passed and some did not."""
    size = int(requisition.max(initial=-1)) + 1
    everybody, through = np.bincount(requisition, minlength=size), np.bincount(requisition[passed], minlength=size)
    return np.asarray(((through > 0) & (through < everybody))[requisition])


def drawn_evenly(requisition: IntArray, most: int) -> BoolArray:
    """Which rows are of every so many-th requisition, so that there are about ``most``; all where there are no more."""
    every = -(-len(requisition) // most)
    _, place = np.unique(requisition, return_inverse=True)
    return np.asarray(place % every == 0 if every > 1 else np.ones(len(requisition), dtype=np.bool_))


def _of_enough(categories: IntArray, passed: BoolArray, fewest: int) -> Iterator[BoolArray]:
    """A term for each category but the commonest; those of which too few passed, or did not, are taken together."""
    size = int(categories.max(initial=-1)) + 1
    everybody, through = np.bincount(categories, minlength=size), np.bincount(categories[passed], minlength=size)
    enough = np.minimum(through, everybody - through) >= fewest
    commonest = int(np.argmax(everybody * enough)) if enough.any() else None
    for place in np.flatnonzero(enough):
        if place != commonest:
            yield categories == place
    few = ~enough[categories]
    if commonest is not None and min(int(passed[few].sum()), int((~passed[few]).sum())) >= fewest:
        yield few


def _varies(term: BoolArray | FloatArray, requisition: IntArray) -> bool:
    """Whether a term differs within a requisition; one that does not says nothing there."""
    same = np.diff(requisition) == 0
    return bool((np.diff(np.asarray(term, dtype=np.float64))[same] != 0).any())
