"""Which cells are parts of which, along each variable and each way in which it adds up."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from footing.tables import TOTAL, Coordinate, Hierarchy

REMAINDER: Final = "\x1fremainder of "
"""Opens the code of a cell that nobody publishes but anybody can subtract: a total less its published parts."""

Family = tuple[Coordinate, str, int]
"""A whole, the variable that it is divided by, and the number of the hierarchy of that variable."""
Division = tuple[str, str, int]
"""A variable, the code of it that is divided, and the number of the hierarchy."""


class Families:
    """Cells, and for each family of them its parts by their codes, in the order in which they were met.

    ``codes`` are the parts of each division that are known from its hierarchy or from any cell; ``open`` are the
    divisions that hold people whom none of these holds.
    """

    def __init__(self, hierarchies: Mapping[str, Hierarchy]) -> None:
        self.cells: dict[Coordinate, None] = {}
        self.parts: dict[Family, dict[str, Coordinate]] = {}
        self.codes: dict[Division, set[str]] = {}
        self.open: set[Division] = set()
        self._hierarchies: dict[str, list[Hierarchy]] = {}
        self._above: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}
        for key in sorted(hierarchies):
            hierarchy = hierarchies[key]
            numbered = self._hierarchies.setdefault(hierarchy.variable, [])
            for code, parent_code in hierarchy.parents.items():
                self.codes.setdefault((hierarchy.variable, parent_code, len(numbered)), set()).add(code)
            numbered.append(hierarchy)

    def grow(self, cells: Iterable[Coordinate]) -> list[Family]:
        """Add cells and every total that they are part of; the families that have a new part."""
        waiting, grown = list(cells), []
        self.cells.update(dict.fromkeys(waiting))
        for cell in waiting:
            for family, code in self.families_of(cell):
                if code not in self.parts.setdefault(family, {}):
                    self.parts[family][code] = cell
                    self.codes.setdefault(division(family), set()).add(code)
                    grown.append(family)
                if family[0] not in self.cells:
                    self.cells[family[0]] = None
                    waiting.append(family[0])
        return grown

    def add_rest(self, family: Family) -> Coordinate:
        """Complete a family by what is left of it: under the name of the one part that it lacks, or under a new one."""
        whole, variable, number = family
        parent_code = division(family)[1]
        unnamed = "\x1f".join((f"{REMAINDER}{parent_code}", str(number), *sorted(self.missing(family))))
        code = self.hole(family) or unnamed
        self.parts[family][code] = tuple(sorted({**dict(whole), variable: code}.items()))
        return self.parts[family][code]

    def families_of(self, cell: Coordinate) -> Iterator[tuple[Family, str]]:
        """Each family that a cell is a part of, with its code along that variable.

        What has no name of its own is part of no family along that variable but of the one that it was left of.
        """
        for place, (variable, code) in enumerate(cell):
            for number, parent_code in self._parent_codes(variable, code):
                rolled_up = () if parent_code == TOTAL else ((variable, parent_code),)
                yield (cell[:place] + rolled_up + cell[place + 1 :], variable, number), code

    def complete(self, family: Family) -> bool:
        """Whether the parts of a family are all there can be."""
        return not self.missing(family) and division(family) not in self.open

    def missing(self, family: Family) -> set[str]:
        """The codes that the hierarchy, or another family of the same division, has and this family has not."""
        return self.codes[division(family)] - self.parts[family].keys()

    def hole(self, family: Family) -> str | None:
        """The one code that a family has not, where the list is all there is: what is left is that."""
        missing = self.missing(family)
        return missing.pop() if len(missing) == 1 and division(family) not in self.open else None

    def _parent_codes(self, variable: str, code: str) -> tuple[tuple[int, str], ...]:
        if (variable, code) not in self._above:
            self._above[variable, code] = tuple(self._look_up(variable, code))
        return self._above[variable, code]

    def _look_up(self, variable: str, code: str) -> Iterator[tuple[int, str]]:
        if code.startswith(REMAINDER):
            return
        known = self._hierarchies.get(variable, [Hierarchy(variable)])
        mentioned = [number for number, each in enumerate(known) if _mentions(each, code)]
        for number in mentioned or range(len(known)):
            yield number, known[number].parents.get(code, TOTAL)


def division(family: Family) -> Division:
    """The category that a family divides, wherever it is divided."""
    whole, variable, number = family
    return variable, dict(whole).get(variable, TOTAL), number


def is_left_over(cell: Coordinate) -> bool:
    """Whether a cell is what is left of others, without a name of its own."""
    return any(code.startswith(REMAINDER) for _, code in cell)


def _mentions(hierarchy: Hierarchy, code: str) -> bool:
    return code in hierarchy.parents or code in hierarchy.parents.values()
