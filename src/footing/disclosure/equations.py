"""The sums that an outsider can write down from published tables alone.

This is on purpose another piece of work than the protector's model: it starts from what is printed, knows no count
that is withheld, and meets the protector's idea of how cells add up only in its results.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from footing.disclosure.arrays import FloatArray, IntArray
from footing.disclosure.joint import joint_cells
from footing.disclosure.seen import Seen, SeenCells
from footing.tables import TOTAL, Coordinate, Hierarchy

_ANY_COUNT = Seen(0.0)


@dataclass(frozen=True, slots=True)
class Equations:
    """``cells``, their bounds, and one sum a row: the whole with sign +1 and its parts with −1 come to nought.

    Cells after the first ``published`` are in no table; a cell of ``None`` is what a whole has beyond its known parts.
    ``exact`` says whether these sums are all that can be worked out.
    """

    cells: tuple[Coordinate | None, ...]
    published: int
    lower: FloatArray
    upper: FloatArray
    starts: IntArray
    columns: IntArray
    signs: FloatArray
    exact: bool


def write_down(seen: SeenCells, hierarchies: Mapping[str, Hierarchy]) -> Equations:
    """Every sum between the published cells, through totals that are not published where needed."""
    ways = _Ways(hierarchies)
    joint = joint_cells(seen, hierarchies.values())
    wholes, codes = _complete(seen, joint.cells, ways)
    place: dict[Coordinate, int] = {cell: index for index, cell in enumerate(sorted(seen))}
    open_ways = _open_ways(seen, wholes, codes)
    rows, rests = [], 0
    for whole, parts in sorted(wholes.items()):
        row = [place.setdefault(cell, len(place)) for cell in (whole[0], *sorted(parts))]
        if _division(whole) in open_ways or len(parts) < len(codes[_division(whole)]):
            rests += 1
            row.append(-rests)
        rows.append(row)
    cells = (*place, *[None] * rests)
    return _arrays(cells, _telling(rows, len(seen)), seen, exact=joint.exact)


def families_of(
    cells: Iterable[Coordinate], hierarchies: Mapping[str, Hierarchy]
) -> list[tuple[Coordinate, set[Coordinate], bool]]:
    """Each whole with those of its parts that are cells, or totals above them, and whether that is all that is known.

    No two parts share anybody.
    """
    ways = _Ways(hierarchies)
    wholes = _wholes(cells, ways)
    codes = _codes_met(wholes, ways)
    return [(whole[0], parts, len(parts) == len(codes[_division(whole)])) for whole, parts in wholes.items()]


def _complete(
    seen: SeenCells, joint: Iterable[Coordinate], ways: "_Ways"
) -> tuple["_Wholes", dict["_Division", set[str]]]:
    """The parts of every whole; where one single part is printed nowhere it joins, since other sums may meet it."""
    cells = {*seen, *joint}
    while True:
        wholes = _wholes(cells, ways)
        codes = _codes_met(wholes, ways)
        open_ways = _open_ways(seen, wholes, codes)
        holes = set()
        for whole, parts in wholes.items():
            missing = codes[_division(whole)] - {_code(part, whole[1]) for part in parts}
            if len(missing) == 1 and whole[0] in seen and _division(whole) not in open_ways:
                holes.add(_named(whole[0], whole[1], missing.pop()))
        if holes <= cells:
            return wholes, codes
        cells |= holes


def _telling(rows: list[list[int]], published: int) -> list[list[int]]:
    """Leave out, again and again, the sums that only define a total that is printed nowhere and used nowhere else."""
    while True:
        uses = Counter(cell for row in rows for cell in row)
        kept = [row for row in rows if row[0] < published or uses[row[0]] > 1]
        if len(kept) == len(rows):
            return kept
        rows = kept


class _Ways:
    """For each code of each variable the codes that it is part of, one for each way of adding up."""

    def __init__(self, hierarchies: Mapping[str, Hierarchy]) -> None:
        self.of: dict[str, list[Mapping[str, str]]] = {}
        for key in sorted(hierarchies):
            self.of.setdefault(hierarchies[key].variable, []).append(hierarchies[key].parents)
        self._met: dict[tuple[str, str], list[tuple[int, str]]] = {}

    def up(self, variable: str, code: str) -> Iterable[tuple[int, str]]:
        if (variable, code) not in self._met:
            ways = self.of.get(variable, [{}])
            naming = [way for way, parents in enumerate(ways) if code in parents or code in parents.values()]
            self._met[variable, code] = [(way, ways[way].get(code, TOTAL)) for way in naming or range(len(ways))]
        return self._met[variable, code]


_Division = tuple[str, str, int]
_Whole = tuple[Coordinate, str, int]
_Wholes = dict[_Whole, set[Coordinate]]


def _wholes(cells: Iterable[Coordinate], ways: _Ways) -> _Wholes:
    """The parts of every whole, for each cell and every total above it."""
    wholes: _Wholes = {}
    met, queue = set(cells), list(cells)
    while queue:
        cell = queue.pop()
        for variable, code in cell:
            for way, above in ways.up(variable, code):
                whole = _named(cell, variable, above)
                wholes.setdefault((whole, variable, way), set()).add(cell)
                if whole not in met:
                    met.add(whole)
                    queue.append(whole)
    return wholes


def _named(cell: Coordinate, variable: str, code: str) -> Coordinate:
    """The cell with another code of one variable."""
    others = tuple(pair for pair in cell if pair[0] != variable)
    return others if code == TOTAL else tuple(sorted((*others, (variable, code))))


def _code(cell: Coordinate, variable: str) -> str:
    return dict(cell).get(variable, TOTAL)


def _division(whole: "_Whole") -> _Division:
    return whole[1], _code(whole[0], whole[1]), whole[2]


def _codes_met(wholes: _Wholes, ways: _Ways) -> dict[_Division, set[str]]:
    """The parts that each code is known to have, from the description or from any table."""
    codes: dict[_Division, set[str]] = {}
    for whole, parts in wholes.items():
        codes.setdefault(_division(whole), set()).update(_code(part, whole[1]) for part in parts)
    for variable, each in ways.of.items():
        for way, parents in enumerate(each):
            for code, above in parents.items():
                codes.setdefault((variable, above, way), set()).add(code)
    return codes


def _open_ways(seen: SeenCells, wholes: _Wholes, codes: Mapping[_Division, set[str]]) -> set[_Division]:
    """The divisions whose parts are all seen somewhere, and to come to less than the whole: others hold people too."""
    return {
        _division(whole)
        for whole, parts in wholes.items()
        if whole[0] in seen
        and len(parts) == len(codes[_division(whole)])
        and all(part in seen for part in parts)
        and sum(seen[part].largest for part in parts) < seen[whole[0]].smallest
    }


def _arrays(cells: tuple[Coordinate | None, ...], rows: list[list[int]], seen: SeenCells, *, exact: bool) -> Equations:
    bounds = [_ANY_COUNT if cell is None else seen.get(cell, _ANY_COUNT) for cell in cells]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    signs = np.full(int(starts[-1]), -1.0)
    signs[starts[:-1]] = 1.0
    return Equations(
        cells=tuple(cells),
        published=len(seen),
        lower=np.array([each.smallest for each in bounds]),
        upper=np.array([each.largest for each in bounds]),
        starts=starts,
        columns=np.array([index % len(cells) for row in rows for index in row], dtype=np.int64),
        signs=signs,
        exact=exact,
    )
