"""The groups in no table whose count anybody can work out: totals of published parts, and what totals have beyond them.

Somebody who sees that 60 of 100 people are in a department, that 80 said yes, and that 43 did both, knows of three who
are in neither group. So what is left of a total is a cell like any other, and what is left of that is one, too.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from footing.disclosure.bounds import UNKNOWN, Values, do_not_add_up, work_out
from footing.disclosure.families import Division, Families, Family, division, is_left_over
from footing.tables import Coordinate


def add_what_follows(families: Families, counts: Mapping[Coordinate, int]) -> Values:
    """Complete every family with what is left of it, and give every cell its count or ``UNKNOWN``.

    What is left of published cells is taken as known to an outsider where it is nobody. Raises ``CountsDoNotAddUp``.
    """
    return _Completion(families, counts).values


class _Completion:
    """The counts of all cells, as far as they are known, while the families of them are completed one by one."""

    def __init__(self, families: Families, counts: Mapping[Coordinate, int]) -> None:
        self._families, self._counts = families, counts
        self.values = {cell: counts.get(cell, UNKNOWN) for cell in families.cells}
        families.open.update(self._open_divisions())
        done: set[Family] = set()
        while waiting := self._others(done):
            for family in waiting:  # parts that come to more than their whole are refused by the name of that
                self._left(family)
            self._work_out(family for family in families.parts if family in done or families.complete(family))
            self._add_named_remainders(waiting)
            # What is left of these has no name. It is part of others alone, which are completed after them.
            waiting = self._others(done)
            for family in waiting:
                self._add_remainder(family)
            done.update(waiting)
        self._work_out(families.parts)

    def _others(self, done: set[Family]) -> list[Family]:
        return [family for family in self._families.parts if family not in done]

    def _open_divisions(self) -> Iterator[Division]:
        """The categories that hold people whom no known part holds, as the counts show; parts never define these.

        Only a whole with every part that is known anywhere can show it: one that lacks a part is less for want of that.
        """
        for family, parts in self._families.parts.items():
            told = not self._families.missing(family) and self._all_known(family)
            if told and self.values[family[0]] > sum(self.values[part] for part in parts.values()):
                yield division(family)

    def _all_known(self, family: Family) -> bool:
        return all(self.values[cell] != UNKNOWN for cell in (family[0], *self._families.parts[family].values()))

    def _work_out(self, sums: Iterable[Family]) -> None:
        """Give each cell the count that follows from its sums with others."""
        parts = self._families.parts
        work_out(self.values, {family: parts[family].values() for family in sums if not self._all_known(family)})

    def _add_named_remainders(self, waiting: Iterable[Family]) -> None:
        """Add the one part that a family lacks, which may be what others lack, too."""
        queue = deque(waiting)
        while queue:
            family = queue.popleft()
            if self._families.hole(family) is not None:
                queue.extend(self._add_remainder(family))

    def _add_remainder(self, family: Family) -> list[Family]:
        """Complete a family, unless nobody is left of it; the families that what is left is a part of."""
        left = self._left(family)
        if left == 0 and (self._families.complete(family) or not is_left_over(family[0])):
            return []
        cell = self._families.add_rest(family)
        self.values.setdefault(cell, self._counts.get(cell, left))
        grown = self._families.grow([cell])
        for whole, *_ in grown:
            self.values.setdefault(whole, self._counts.get(whole, UNKNOWN))
        return grown

    def _left(self, family: Family) -> int:
        """How many people of a whole are in none of the parts that the model has; ``UNKNOWN`` if nothing says."""
        if not self._all_known(family):
            return 0 if self._families.complete(family) else UNKNOWN
        left = self.values[family[0]] - sum(self.values[part] for part in self._families.parts[family].values())
        if left < 0:
            raise do_not_add_up(family)
        return left
