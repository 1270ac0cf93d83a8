"""An attack on published tables, ours or anyone's: what can be worked out, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footing.disclosure.arrays import BoolArray, IntArray
from footing.disclosure.attack import Persistence, Question, Ranges, attack
from footing.disclosure.equations import Equations, write_down
from footing.disclosure.recipe import Explainer, Step
from footing.disclosure.seen import Demand, SeenCells
from footing.disclosure.solver import TOLERANCE
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


def audit_counts(
    seen: SeenCells,
    hierarchies: Mapping[str, Hierarchy],
    demands: Mapping[Coordinate, Demand],
    earlier: Mapping[Coordinate, Demand] | None = None,
) -> CountsAudit:
    """Attack the counts of one set of people, and list each that is known more closely than its demand allows.

    Counts with a demand from an ``earlier`` release must meet it too, and are not asked for their narrowest range.
    Raises ``TablesDisagree``.
    """
    own, demands = demands, {**(earlier or {}), **demands}
    equations = write_down(seen, hierarchies)
    question = _question(equations, seen, demands, whole=True)
    withheld = sum(not each.known for each in seen.values())
    told = _told_outright(seen, demands)
    if not len(question.cells):
        return CountsAudit(len(seen), withheld, 0 if told else None, told, equations.exact)
    ranges = attack(equations, question, Persistence())
    exposures = told + _exposures(equations, question.cells[_exposed(ranges, question)])
    mine = np.array([equations.cells[cell] in own for cell in question.cells.tolist()], dtype=np.bool_)
    widths = (ranges.largest - ranges.smallest)[mine]
    narrowest = 0 if told else int(widths.min()) if len(widths) else None
    return CountsAudit(len(seen), withheld, narrowest, exposures, equations.exact)


def _told_outright(seen: SeenCells, demands: Mapping[Coordinate, Demand]) -> tuple[Exposure, ...]:
    """The counts that must stay uncertain and that a single figure gives away, such as a share and its base."""
    found = []
    for cell, demand in sorted(demands.items()):
        count = seen[cell].smallest
        if seen[cell].known and not demand.high <= count <= demand.low:
            steps = (Step(1.0, cell, count, bound=False),)
            found.append(Exposure(cell, int(count), int(count), steps, steps))
    return tuple(found)


def exposed_amounts(seen: SeenCells, hierarchies: Mapping[str, Hierarchy], demands: Mapping[Coordinate, Demand]) -> int:
    """How many totals of amounts an attack narrows down further than their demands allow."""
    equations = write_down(seen, hierarchies)
    question = _question(equations, seen, demands, whole=False)
    if not len(question.cells):
        return 0
    return int(_exposed(attack(equations, question, Persistence()), question).sum())


def _question(equations: Equations, seen: SeenCells, demands: Mapping[Coordinate, Demand], *, whole: bool) -> Question:
    place = {cell: index for index, cell in enumerate(equations.cells)}
    asked = [cell for cell in sorted(demands) if not seen[cell].known]
    return Question(
        cells=np.array([place[cell] for cell in asked], dtype=np.int64),
        low=np.array([demands[cell].low for cell in asked], dtype=float),
        high=np.array([demands[cell].high for cell in asked], dtype=float),
        width=np.array([demands[cell].width for cell in asked], dtype=float),
        whole=whole,
    )


def _exposed(ranges: Ranges, question: Question) -> BoolArray:
    narrow = ranges.largest - ranges.smallest < question.width - TOLERANCE
    short = (ranges.smallest > question.low + TOLERANCE) | (ranges.largest < question.high - TOLERANCE)
    return np.asarray(narrow & short)


def _exposures(equations: Equations, cells: IntArray) -> tuple[Exposure, ...]:
    explainer = Explainer(equations)
    found = []
    for cell in map(int, cells):
        smallest, above = explainer.recipe(cell, -1.0)
        largest, below = explainer.recipe(cell, 1.0)
        found.append(Exposure(equations.cells[cell] or (), smallest, largest, above, below))
    return tuple(found)
