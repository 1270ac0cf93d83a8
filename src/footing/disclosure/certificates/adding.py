"""How the groups of a proof add up, worked out anew for the checker: whole numbers and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from footing.tables import TOTAL, Coordinate, Hierarchy

Whole = tuple[Coordinate, str, str]
"""A group, the variable that it is divided by, and the name of the way in which its categories add up."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells that come to nought where +1 stands for the whole and −1 for each part; or, if not ``exact``, to no less.

    A total that a proof does not name is written as what it is made of.
    """

    whole: Whole
    signs: Mapping[Coordinate, int]
    exact: bool

    @property
    def fault(self) -> str:
        """What is wrong where it does not hold."""
        how = "do not come to it" if self.exact else "come to more than it"
        return f"the parts of {self.whole[0]} by {self.whole[1]} {how}"


class Sums:
    """Which groups are parts of which, so that every table over ``named`` cells can be added up."""

    def __init__(
        self,
        named: Iterable[Coordinate],
        hierarchies: Mapping[str, Hierarchy],
        printed: Mapping[Coordinate, int | None],
    ) -> None:
        self._ways: dict[str, dict[str, Mapping[str, str]]] = {}
        for name, hierarchy in hierarchies.items():
            self._ways.setdefault(hierarchy.variable, {})[name] = hierarchy.parents
        named = set(named)
        self._parts = self._all_parts(named | set(printed))
        self._codes = self._known_codes()
        # One that lacks a part that is known elsewhere is less for want of that, and shows nothing.
        self._open = {
            self._division(whole) for whole in self._parts if self._has_all(whole) and self._is_less(whole, printed)
        }
        self.all = tuple(self._written(self._made_of(named)))
        self._with: dict[Coordinate, list[int]] = {}
        for number, each in enumerate(self.all):
            for cell in each.signs:
                self._with.setdefault(cell, []).append(number)
        noughts = {cell for cell, count in printed.items() if count == 0}
        self._somebody = [[cell for cell in each.signs if cell not in noughts] for each in self.all]

    def left_over(self, table: Mapping[Coordinate, int]) -> dict[int, int]:
        """What each sum, by its number, comes to in a table."""
        return {
            number: sum(sign * table[cell] for cell, sign in each.signs.items()) for number, each in enumerate(self.all)
        }

    def moved(self, change: Mapping[Coordinate, int]) -> dict[int, int]:
        """By how much a change moves each sum, by its number; only those that it moves."""
        moved: Counter[int] = Counter()
        for cell, by in change.items():
            for number in self._with.get(cell, ()):
                moved[number] += by * self.all[number].signs[cell]
        return {number: by for number, by in moved.items() if by}

    def told_by(self, cell: Coordinate) -> set[Coordinate]:
        """The cells that follow from one of them and from printed noughts, whatever is withheld of all others."""
        told, waiting, unknown = {cell}, [cell], dict[int, int]()
        while waiting:
            for number in self._with.get(waiting.pop(), ()):
                unknown[number] = unknown.get(number, len(self._somebody[number])) - 1
                if unknown[number] == 1 and self.all[number].exact:
                    last = {each for each in self._somebody[number] if each not in told}
                    told |= last
                    waiting += last
        return told

    def _all_parts(self, cells: set[Coordinate]) -> dict[Whole, set[Coordinate]]:
        found: dict[Whole, set[Coordinate]] = {}
        waiting, met = set(cells), set(cells)
        while waiting:
            cell = waiting.pop()
            for whole in self._wholes(cell):
                found.setdefault(whole, set()).add(cell)
                if whole[0] not in met:
                    met.add(whole[0])
                    waiting.add(whole[0])
        return found

    def _made_of(self, named: set[Coordinate]) -> dict[Coordinate, Counter[Coordinate]]:
        """Named cells, every total that they add up to, and the totals above these, each as the named ones in it."""
        made = {cell: Counter((cell,)) for cell in named}
        unnamed = [whole for whole in self._parts if whole[0] not in made and self._complete(whole)]
        found: dict[Coordinate, Counter[Coordinate]] | None = None
        while found != {}:
            found = {
                whole[0]: _together(made[part] for part in self._parts[whole])
                for whole in unnamed
                if whole[0] not in made and all(part in made for part in self._parts[whole])
            }
            made.update(found)
        return made

    def _written(self, made: Mapping[Coordinate, Counter[Coordinate]]) -> Iterator[Sum]:
        for whole, parts in self._parts.items():
            if whole[0] in made and all(part in made for part in parts):
                signs = Counter(made[whole[0]])
                signs.subtract(_together(made[part] for part in parts))
                yield Sum(whole, {cell: sign for cell, sign in signs.items() if sign}, self._complete(whole))

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


def _together(each: Iterable[Counter[Coordinate]]) -> Counter[Coordinate]:
    total: Counter[Coordinate] = Counter()
    for counts in each:
        total.update(counts)
    return total
