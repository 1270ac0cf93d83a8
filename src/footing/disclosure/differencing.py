"""The same figure with and without: one person, one group, one year. What follows from two printed counts alone.

An audit of withheld counts looks at groups that have a row. Two printed counts also tell of a group that has none: all
women less the women in grade 1 are the women in all other grades, printed or not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from footing.disclosure.ledger.entries import LedgerEntry
from footing.tables import TOTAL, Coordinate, Hierarchy

Printed = Mapping[Coordinate, int | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """Those of ``larger`` who are not in ``smaller`` are ``people``, which is fewer than the threshold."""

    larger: Coordinate
    smaller: Coordinate
    people: int


@dataclass(frozen=True, slots=True)
class Change:
    """A count that two releases print and that differs between them by ``people``, fewer than the threshold."""

    cell: Coordinate
    before: int
    after: int

    @property
    def people(self) -> int:
        """By how many people the count changed."""
        return abs(self.after - self.before)


def differences_within(
    printed: Printed, hierarchies: Mapping[str, Hierarchy], threshold: int
) -> tuple[Difference, ...]:
    """Every pair of printed counts, one with a restriction more, that tells how few people it leaves out.

    Restrictions are taken away one at a time, to each category above and to everybody.
    """
    found = []
    for smaller, count in sorted(printed.items()):
        for larger in sorted(set(wider_groups(smaller, hierarchies))) if count is not None else ():
            whole = printed.get(larger)
            if whole is not None and count is not None and 0 < whole - count < threshold:
                found.append(Difference(larger, smaller, whole - count))
    return tuple(found)


def changes_between(before: Printed, after: Printed, threshold: int) -> tuple[Change, ...]:
    """Every count that both print and that differs by fewer people than the threshold."""
    found = []
    for cell, count in sorted(before.items()):
        now = after.get(cell)
        if count is not None and now is not None and 0 < abs(now - count) < threshold:
            found.append(Change(cell, count, now))
    return tuple(found)


def changes_in_ledger(entries: Iterable[LedgerEntry], population: str, threshold: int) -> tuple[Change, ...]:
    """The changes between each release of a population and the next."""
    shown = [each.shown for entry in entries for each in entry.printed if each.population == population]
    return tuple(change for before, after in pairwise(shown) for change in changes_between(before, after, threshold))


def wider_groups(cell: Coordinate, hierarchies: Mapping[str, Hierarchy]) -> Iterator[Coordinate]:
    """The groups with one restriction wider than a cell's: each category above it, and everybody."""
    for place, (variable, code) in enumerate(cell):
        rest = cell[:place] + cell[place + 1 :]
        yield rest
        for hierarchy in hierarchies.values():
            above = hierarchy.parents.get(code, TOTAL) if hierarchy.variable == variable else TOTAL
            while above != TOTAL:
                yield tuple(sorted((*rest, (variable, above))))
                above = hierarchy.parents.get(above, TOTAL)
