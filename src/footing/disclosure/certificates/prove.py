"""Finding a proof: tables of whole people that fit what is printed, and between which withheld counts differ enough."""

from collections.abc import Mapping

import numpy as np

from footing.disclosure.certificates.adding import Sums
from footing.disclosure.certificates.alone import AloneSearch
from footing.disclosure.certificates.possible import TOGETHER, NoProof, PossibleCounts
from footing.disclosure.certificates.proof import Claim, Proof, Witness
from footing.disclosure.equations import Equations, write_down
from footing.disclosure.seen import SeenCells
from footing.tables import Coordinate, Hierarchy

MOST_FOR_INSIDERS = 2_000
"""Of more withheld counts than this, nothing is proved of insiders: it would take too long."""


def prove(
    population: str,
    seen: SeenCells,
    hierarchies: Mapping[str, Hierarchy],
    threshold: int,
    *,
    in_full: bool = True,
    together: int = TOGETHER,
) -> Proof:
    """Prove of every withheld count, from what is printed, that it can be ``threshold`` or more.

    A proof ``in_full`` looks for how small each can be, too, and shows whoever is alone in a group tables that leave
    every other small count open, where such are found and there are no more than ``MOST_FOR_INSIDERS`` withheld counts.
    More than ``together`` are moved some at a time. Raises ``NoProof`` where one does not reach the threshold.
    """
    equations = write_down(seen, hierarchies)
    asked = np.flatnonzero((equations.lower < equations.upper)[: equations.published])
    possible = PossibleCounts(equations, together)
    possible.stretch(asked, threshold, down=in_full)
    claims = tuple(_claim(equations.cells[cell] or (), cell, possible) for cell in asked.tolist())
    if any(each.most.count < threshold for each in claims):
        raise NoProof(f"Of {population} some withheld count could not be proved to reach {threshold}.")
    sums = _sums(equations, seen, hierarchies)
    with_insiders = in_full and len(asked) <= MOST_FOR_INSIDERS
    alone = tuple(AloneSearch(possible, asked, threshold, sums).found()) if with_insiders else ()
    first, changes = tuple(possible.first.tolist()), tuple(possible.changes)
    return Proof(population, threshold, equations.cells, first, changes, claims, alone)


def _sums(equations: Equations, seen: SeenCells, hierarchies: Mapping[str, Hierarchy]) -> Sums:
    printed = {cell: int(each.smallest) if each.known else None for cell, each in seen.items()}
    return Sums((cell for cell in equations.cells if cell is not None), hierarchies, printed)


def _claim(coordinate: Coordinate, cell: int, possible: PossibleCounts) -> Claim:
    most = Witness(int(possible.highest[cell]), int(possible.high_in[cell]))
    return Claim(coordinate, most, Witness(int(possible.lowest[cell]), int(possible.low_in[cell])))
