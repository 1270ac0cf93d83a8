"""Which categories the sums between cells divide, and into which; and the parts that many cells are cut into."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

import numpy as np

from footing.disclosure.arrays import BoolArray, FloatArray, IntArray
from footing.tables import Coordinate


class Cells(Protocol):
    """Cells that have a place among categories, a count, and sums between them, each with its whole first."""

    @property
    def coordinates(self) -> tuple[Coordinate, ...]:
        """Where each cell stands."""

    @property
    def values(self) -> FloatArray:
        """The count of each cell."""

    @property
    def starts(self) -> IntArray:
        """Where each sum begins, and after them where the last ends."""

    @property
    def columns(self) -> IntArray:
        """The cells of each sum."""


Groups = dict[str | None, set[str]]
"""The codes that are parts of each code, or of the total."""


def divisions(model: Cells) -> dict[str, Groups]:
    """For each variable, the codes that some sum divides, with the codes of its parts."""
    found: dict[str, Groups] = {}
    columns = model.columns.tolist()
    for first, last in pairwise(model.starts.tolist()):
        whole, *parts = (dict(model.coordinates[cell]) for cell in columns[first:last])
        for part in parts[:1]:
            for variable in (each for each in part if whole.get(each) != part[each]):
                codes = found.setdefault(variable, {}).setdefault(whole.get(variable), set())
                codes.update(other[variable] for other in parts if variable in other)
    return found


def variables_to_cut(model: Cells) -> list[str]:
    """The variables of a model, that with most categories that are divided no further first."""
    sizes = {variable: sum(map(len, _leaves(groups))) for variable, groups in divisions(model).items()}
    return sorted(sizes, key=lambda variable: (-sizes[variable], variable))


def parts_of(model: Cells, variable: str, most: int, within: BoolArray) -> Iterator[BoolArray]:
    """The cells ``within`` some of some categories each of a variable, at most about ``most`` of them at a time."""
    cells_of: dict[str, list[int]] = defaultdict(list)
    for place in np.flatnonzero(within).tolist():
        code = dict(model.coordinates[place]).get(variable)
        if code is not None:
            cells_of[code].append(place)
    for codes in _leaves(divisions(model)[variable]):
        pieces = -(-sum(len(cells_of[code]) for code in codes) // most)
        for piece in np.array_split(np.array(codes, dtype=object), max(1, min(pieces, len(codes) // 2))):
            part = np.zeros(len(model.values), dtype=np.bool_)
            part[[cell for code in piece for cell in cells_of[code]]] = True
            yield part


def _leaves(groups: dict[str | None, set[str]]) -> list[list[str]]:
    """The codes that are divided no further, side by side under each code; each code once."""
    seen: set[str] = set()
    found = []
    for _, codes in sorted(groups.items(), key=lambda each: each[0] or ""):
        fresh = sorted(code for code in codes if code not in groups and code not in seen)
        seen.update(fresh)
        if fresh:
            found.append(fresh)
    return found
