"""The cheapest safe pattern by trying every set of cells, cheapest first.

On purpose slow, simple and apart from the code under test: the outsider is a programme over the finest counts, written
down from the table alone, and asked afresh about each small count.
"""

from collections.abc import Collection
from itertools import combinations

import highspy
import numpy as np

from disclosure.small_tables import Grid

Key = tuple[str, ...]


def fewest_secondary_cells(table: Grid, threshold: int) -> int | None:
    """How many cells must be withheld beside the small counts; ``None`` if even withholding all is not enough."""
    counts = table.every_count()
    small = [key for key in sorted(counts) if 0 < counts[key] < threshold]
    others = [key for key in sorted(counts) if counts[key] >= threshold]
    if not _safe(table, counts, {*small, *others}, small, threshold):
        return None
    for size in range(len(others) + 1):
        for more in combinations(others, size):
            withheld = {*small, *more}
            if not _alone_in_a_line(table, withheld) and _safe(table, counts, withheld, small, threshold):
                return size
    raise AssertionError("Withholding all is safe, so some pattern is.")


def _alone_in_a_line(table: Grid, withheld: Collection[Key]) -> bool:
    """Whether a withheld cell is the only one of a total and its parts: then it follows at once."""
    for place in range(len(table.variables)):
        lines: dict[Key, int] = {}
        for key in withheld:
            line = (*key[:place], *key[place + 1 :])
            lines[line] = lines.get(line, 0) + 1
        if 1 in lines.values():
            return True
    return False


def _safe(
    table: Grid, counts: dict[Key, int], withheld: Collection[Key], small: Collection[Key], threshold: int
) -> bool:
    return all(
        _extreme(table, counts, withheld, key, 1.0) >= threshold - 1e-6
        and _extreme(table, counts, withheld, key, -1.0) <= 1 + 1e-6
        for key in small
    )


def _extreme(table: Grid, counts: dict[Key, int], withheld: Collection[Key], asked: Key, side: float) -> float:
    finest = sorted(table.counts)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    for _cell in finest:
        solver.addVar(0.0, highspy.kHighsInf)
    for key, count in counts.items():
        members = np.array([place for place, cell in enumerate(finest) if _part(table, cell, key)], dtype=np.int32)
        low, high = (1.0, highspy.kHighsInf) if key in withheld else (count, count)
        solver.addRow(low, high, len(members), members, np.ones(len(members)))
    for place, cell in enumerate(finest):
        if _part(table, cell, asked):
            solver.changeColCost(place, -side)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kUnbounded:
        return side * float("inf")
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise AssertionError(solver.modelStatusToString(solver.getModelStatus()))
    return -side * float(solver.getInfo().objective_function_value)


def _part(table: Grid, cell: Key, key: Key) -> bool:
    return all(code in table.members(v)[part] for v, code, part in zip(table.variables, cell, key, strict=True))
