"""An attack on published tables, ours or anyone's: what can be worked out, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footing.disclosure.arrays import IntArray
from footing.disclosure.attack import Persistence, Question, attack
from footing.disclosure.equations import Equations, write_down
from footing.disclosure.recipe import Explainer, Step
from footing.disclosure.seen import Demand, Seen, SeenCells
from footing.standards import CountsRule
from footing.tables import Coordinate, Hierarchy


@dataclass(frozen=True, slots=True)
class Exposure:
    """One count that is withheld and yet known too closely, with the printed counts that give it away.

    ``above`` is how it can be shown to be at least ``smallest``, ``below`` how to be at most ``largest``.
    """

    cell: Coordinate
    smallest: int
    largest: int
    above: tuple[Step, ...]
    below: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CountsAudit:
    """What an attack on the counts of one set of people found. ``exposures`` is empty for tables that are safe.

    ``narrowest_range`` is the least distance found between two possible counts of one cell that was asked about.
    ``exact`` is false where an outsider could combine more than the sums that were used.
    """

    cells: int
    withheld: int
    narrowest_range: int | None
    exposures: tuple[Exposure, ...]
    exact: bool


def seen_counts(shown: Mapping[Coordinate, int], withheld: set[Coordinate], rule: CountsRule) -> dict[Coordinate, Seen]:
    """What is seen of each cell: its count, or that it is withheld; where noughts are shown, it is then not nought."""
    least = 1.0 if rule.zeros == "shown" else 0.0
    seen = {cell: Seen(float(count), float(count)) for cell, count in shown.items()}
    return seen | {cell: Seen(least) for cell in withheld}


def audit_counts(
    seen: SeenCells, hierarchies: Mapping[str, Hierarchy], demands: Mapping[Coordinate, Demand]
) -> CountsAudit:
    """Attack the cells of one set of people, and list each that is known more closely than its demand allows.

    Raises ``TablesDisagree``.
    """
    equations = write_down(seen, hierarchies)
    place = {cell: index for index, cell in enumerate(equations.cells)}
    asked = [cell for cell in sorted(demands) if not seen[cell].known]
    question = Question(
        cells=np.array([place[cell] for cell in asked], dtype=np.int64),
        low=np.array([demands[cell].low for cell in asked], dtype=float),
        high=np.array([demands[cell].high for cell in asked], dtype=float),
        width=np.array([demands[cell].width for cell in asked], dtype=float),
    )
    withheld = sum(not each.known for each in seen.values())
    if not asked:
        return CountsAudit(len(seen), withheld, None, (), equations.exact)
    ranges = attack(equations, question, Persistence())
    widths = ranges.largest - ranges.smallest
    met = (ranges.smallest <= question.low) & (ranges.largest >= question.high) | (widths >= question.width)
    exposures = _exposures(equations, question.cells[~met])
    return CountsAudit(len(seen), withheld, int(widths.min()), exposures, equations.exact)


def _exposures(equations: Equations, cells: IntArray) -> tuple[Exposure, ...]:
    explainer = Explainer(equations)
    found = []
    for cell in map(int, cells):
        smallest, above = explainer.recipe(cell, -1.0)
        largest, below = explainer.recipe(cell, 1.0)
        found.append(Exposure(equations.cells[cell] or (), smallest, largest, above, below))
    return tuple(found)
