"""The checker of proofs: whole numbers, additions and comparisons, and nothing that is used to find a proof.

It works out anew, from what is printed and from how categories add up, what every table of a proof must fit.
"""

from collections.abc import Iterator, Mapping

from footing.disclosure.certificates.proof import Claim, Proof
from footing.tables import TOTAL, Coordinate, Hierarchy

Table = Mapping[Coordinate, int]
Whole = tuple[Coordinate, str, str]
"""A group, the variable that it is divided by, and the name of the way in which its categories add up."""


def check_proof(
    proof: Proof,
    printed: Mapping[Coordinate, int | None],
    hierarchies: Mapping[str, Hierarchy],
    *,
    threshold: int,
    least: int,
    unlisted: frozenset[Coordinate] = frozenset(),
) -> tuple[str, ...]:
    """What is wrong with a proof of printed tables, in words; nothing if it holds.

    ``threshold`` is what every withheld count must be able to reach, ``least`` the smallest that one can be; those that
    are ``unlisted`` can be nought.
    """
    smallest = {cell: 0 if cell in unlisted else least for cell, count in printed.items() if count is None}
    return tuple(_faults(proof, printed, hierarchies, threshold, smallest))


def _faults(
    proof: Proof,
    printed: Mapping[Coordinate, int | None],
    hierarchies: Mapping[str, Hierarchy],
    threshold: int,
    smallest: Mapping[Coordinate, int],
) -> Iterator[str]:
    tables = [_named(proof, table) for table in proof.tables]
    sums = _Sums({cell for cell in proof.cells if cell is not None} | set(printed), hierarchies, printed)
    for number, table in enumerate(tables):
        if min(proof.tables[number], default=0) < 0:
            yield f"table {number} has fewer than nobody in a group"
        yield from (f"table {number}: {fault}" for fault in _misfits(table, printed, smallest))
        yield from (f"table {number}: {fault}" for fault in sums.broken(table))
    claims = {claim.cell: claim for claim in proof.claims}
    for cell, count in printed.items():
        if count is None:
            yield from _unproved(cell, claims.get(cell), tables, threshold)


def _named(proof: Proof, table: tuple[int, ...]) -> dict[Coordinate, int]:
    return {cell: count for cell, count in zip(proof.cells, table, strict=False) if cell is not None}


def _misfits(
    table: Table, printed: Mapping[Coordinate, int | None], smallest: Mapping[Coordinate, int]
) -> Iterator[str]:
    for cell, count in printed.items():
        if cell not in table:
            yield f"{cell} is missing"
        elif count is not None and table[cell] != count:
            yield f"{cell} is not the count that is printed"
        elif count is None and table[cell] < smallest[cell]:
            yield f"{cell} is less than a withheld count can be"


def _unproved(
    cell: Coordinate, claim: Claim | None, tables: list[dict[Coordinate, int]], threshold: int
) -> Iterator[str]:
    if claim is None:
        yield f"nothing is claimed of {cell}"
    elif not 0 <= claim.table < len(tables):
        yield f"the claim of {cell} names a table that is not there"
    elif tables[claim.table].get(cell) != claim.count:
        yield f"the claim of {cell} is not what its table says"
    elif claim.count < threshold:
        yield f"{cell} is not shown to reach {threshold}"


class _Sums:
    """Which groups are parts of which, so that every table can be added up."""

    def __init__(
        self,
        cells: set[Coordinate],
        hierarchies: Mapping[str, Hierarchy],
        printed: Mapping[Coordinate, int | None],
    ) -> None:
        self._ways: dict[str, dict[str, Mapping[str, str]]] = {}
        for name, hierarchy in hierarchies.items():
            self._ways.setdefault(hierarchy.variable, {})[name] = hierarchy.parents
        self._parts: dict[Whole, set[Coordinate]] = {}
        waiting = set(cells)
        met = set(cells)
        while waiting:
            cell = waiting.pop()
            for whole in self._wholes(cell):
                self._parts.setdefault(whole, set()).add(cell)
                if whole[0] not in met:
                    met.add(whole[0])
                    waiting.add(whole[0])
        self._codes = self._known_codes()
        # One that lacks a part that is known elsewhere is less for want of that, and shows nothing.
        self._open = {
            self._division(whole) for whole in self._parts if self._has_all(whole) and self._is_less(whole, printed)
        }

    def broken(self, table: Table) -> Iterator[str]:
        """The sums that a table does not keep; totals that it does not name are first worked out from their parts."""
        counts = self._with_totals(table)
        for whole, parts in self._parts.items():
            if not all(part in counts for part in parts):
                continue
            total = sum(counts[part] for part in parts)
            if self._complete(whole):
                if counts[whole[0]] != total:
                    yield f"the parts of {whole[0]} by {whole[1]} do not come to it"
            elif whole[0] in counts and total > counts[whole[0]]:
                yield f"the parts of {whole[0]} by {whole[1]} come to more than it"

    def _with_totals(self, table: Table) -> Table:
        """The counts of a table, and of every total that they add up to, and of the totals above these."""
        counts = dict(table)
        unnamed = [whole for whole in self._parts if whole[0] not in counts and self._complete(whole)]
        found: dict[Coordinate, int] | None = None
        while found != {}:
            found = {
                whole[0]: sum(counts[part] for part in self._parts[whole])
                for whole in unnamed
                if whole[0] not in counts and all(part in counts for part in self._parts[whole])
            }
            counts.update(found)
        return counts

    def _wholes(self, cell: Coordinate) -> Iterator[Whole]:
        for variable, code in cell:
            rest = tuple(pair for pair in cell if pair[0] != variable)
            ways = self._ways.get(variable, {variable: {}})
            naming = {name: parents for name, parents in ways.items() if code in parents or code in parents.values()}
            for name, parents in (naming or ways).items():
                above = parents.get(code, TOTAL)
                yield rest if above == TOTAL else tuple(sorted((*rest, (variable, above)))), variable, name

    def _division(self, whole: Whole) -> tuple[str, str, str]:
        return whole[1], dict(whole[0]).get(whole[1], TOTAL), whole[2]

    def _known_codes(self) -> dict[tuple[str, str, str], set[str]]:
        codes: dict[tuple[str, str, str], set[str]] = {}
        for whole, parts in self._parts.items():
            codes.setdefault(self._division(whole), set()).update(dict(part)[whole[1]] for part in parts)
        for variable, ways in self._ways.items():
            for name, parents in ways.items():
                for code, above in parents.items():
                    codes.setdefault((variable, above, name), set()).add(code)
        return codes

    def _is_less(self, whole: Whole, printed: Mapping[Coordinate, int | None]) -> bool:
        total, parts = printed.get(whole[0]), [printed.get(part) for part in self._parts[whole]]
        return total is not None and None not in parts and sum(part or 0 for part in parts) < total

    def _has_all(self, whole: Whole) -> bool:
        """Whether every part that is known of this division anywhere is there."""
        return {dict(part)[whole[1]] for part in self._parts[whole]} == self._codes[self._division(whole)]

    def _complete(self, whole: Whole) -> bool:
        return self._has_all(whole) and self._division(whole) not in self._open
