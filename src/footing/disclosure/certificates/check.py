"""The checker of proofs: whole numbers, additions and comparisons, and nothing that is used to find a proof.

It works out anew, from what is printed and from how categories add up, what every table of a proof must fit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from footing.disclosure.certificates.adding import Sums
from footing.disclosure.certificates.proof import Alone, Claim, Proof, Witness
from footing.tables import Coordinate, Hierarchy

_Printed = Mapping[Coordinate, int | None]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The smallest and the largest that a withheld count can be; ``None`` for no upper end."""

    smallest: int
    largest: int | None = None

    def allow(self, count: int) -> bool:
        return self.smallest <= count and (self.largest is None or count <= self.largest)


def check_proof(
    proof: Proof,
    printed: _Printed,
    hierarchies: Mapping[str, Hierarchy],
    *,
    threshold: int,
    least: int,
    unlisted: frozenset[Coordinate] = frozenset(),
    between: Mapping[Coordinate, tuple[int, int]] | None = None,
) -> tuple[str, ...]:
    """What is wrong with a proof of printed tables, in words; nothing if it holds.

    ``threshold`` is what every withheld count must be able to reach, ``least`` the smallest that one can be; those that
    are ``unlisted`` can be nought, and what other figures say of some lies ``between`` two numbers.
    """
    if len(proof.cells) != len(proof.first):
        return ("table 0 does not have a count of each cell",)
    bounds = {
        cell: _bounds(0 if cell in unlisted else least, (between or {}).get(cell))
        for cell, count in printed.items()
        if count is None
    }
    named = {cell for cell in proof.cells if cell is not None}
    checker = _Checker(proof, printed, bounds, Sums(named, hierarchies, printed), threshold)
    return (*checker.misfits(), *checker.unproved())


def _bounds(least: int, between: tuple[int, int] | None) -> _Bounds:
    return _Bounds(max(least, between[0]), between[1]) if between else _Bounds(least)


@dataclass(frozen=True, slots=True)
class _Checker:
    proof: Proof
    printed: _Printed
    withheld: Mapping[Coordinate, _Bounds]
    sums: Sums
    threshold: int

    def misfits(self) -> Iterator[str]:
        """What is wrong with the tables."""
        first = self._named(dict(enumerate(self.proof.first)))
        yield from (f"table 0: {cell} is missing" for cell in self.printed if cell not in first)
        before = self.sums.left_over(first)
        yield from self._misfit(0, dict(enumerate(self.proof.first)), before)
        for number, change in enumerate(self.proof.changes, start=1):
            moved = self.sums.moved(self._named(change))
            counts = {place: self.proof.first[place] + by for place, by in change.items()}
            yield from self._misfit(number, counts, {each: before[each] + by for each, by in moved.items()})

    def _misfit(self, number: int, counts: Mapping[int, int], left_over: Mapping[int, int]) -> Iterator[str]:
        """What is wrong with the counts of some cells of a table, and with what some sums leave over."""
        if min(counts.values(), default=0) < 0:
            yield f"table {number} has fewer than nobody in a group"
        for cell, count in self._named(counts).items():
            if cell in self.withheld:
                if not self.withheld[cell].allow(count):
                    yield f"table {number}: {cell} is not what a withheld count can be"
            elif cell in self.printed and count != self.printed[cell]:
                yield f"table {number}: {cell} is not the count that is printed"
        for each, left in left_over.items():
            if left < 0 or (left and self.sums.all[each].exact):
                yield f"table {number}: {self.sums.all[each].fault}"

    def unproved(self) -> Iterator[str]:
        """What is claimed and does not follow, or ought to be claimed and is not."""
        place = {cell: at for at, cell in enumerate(self.proof.cells) if cell is not None}
        claims = {claim.cell: claim for claim in self.proof.claims}
        for cell in self.withheld:
            if cell not in claims or cell not in place:
                yield f"nothing is claimed of {cell}"
            else:
                yield from self._unproved(claims[cell], place[cell])
        for each in self.proof.insiders:
            if each.cell not in self.withheld or each.cell not in place:
                yield f"{each.cell} is no withheld count that somebody could be alone in"
            else:
                yield from self._told(each, place)

    def _unproved(self, claim: Claim, place: int) -> Iterator[str]:
        yield from (fault for each in (claim.most, claim.least) for fault in self._unseen(claim.cell, each, place))
        if claim.most.count < self.threshold:
            yield f"{claim.cell} is not shown to reach {self.threshold}"

    def _unseen(self, cell: Coordinate, witness: Witness, place: int) -> Iterator[str]:
        if not self._is_there(witness.table):
            yield f"the claim of {cell} names a table that is not there"
        elif self._count(place, witness.table) != witness.count:
            yield f"the claim of {cell} is not what its table says"

    def _told(self, claim: Alone, place: Mapping[Coordinate, int]) -> Iterator[str]:
        """Whether the insider could work out, for all that the tables show, that another count is small."""
        if not claim.tables or not all(map(self._is_there, claim.tables)):
            yield f"who is alone in {claim.cell} is shown a table that is not there"
        elif any(self._count(place[claim.cell], table) != 1 for table in claim.tables):
            yield f"who is alone in {claim.cell} is shown a table in which that is not so"
        else:
            known = self.sums.told_by(claim.cell)
            for cell in self.withheld:
                if cell in place and cell not in known and self._is_small(place[cell], claim.tables):
                    yield f"who is alone in {claim.cell} is not shown to be unsure of {cell}"
                    return

    def _is_small(self, place: int, tables: Sequence[int]) -> bool:
        """Whether a count is the same in all tables, and small."""
        first = self._count(place, tables[0])
        return first < self.threshold and all(self._count(place, table) == first for table in tables[1:])

    def _count(self, place: int, table: int) -> int:
        return self.proof.first[place] + (self.proof.changes[table - 1].get(place, 0) if table else 0)

    def _is_there(self, table: int) -> bool:
        return 0 <= table <= len(self.proof.changes)

    def _named(self, counts: Mapping[int, int]) -> dict[Coordinate, int]:
        """The same by cells, for the cells that have a name."""
        return {cell: count for at, count in counts.items() if (cell := self.proof.cells[at]) is not None}
