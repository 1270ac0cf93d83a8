"""How a count is worked out: which printed counts are added and subtracted. A programme's dual solution says it."""

from dataclasses import dataclass

import numpy as np

from footing.disclosure.attack import as_programme
from footing.disclosure.equations import Equations
from footing.disclosure.solver import TOLERANCE, quiet_solver, require_solved
from footing.tables import Coordinate


@dataclass(frozen=True, slots=True)
class Step:
    """One printed count, added ``times`` times (subtracted if negative).

    ``bound`` marks a cell that is not printed, of which only its least or largest possible count is used.
    """

    times: float
    cell: Coordinate | None
    count: float
    bound: bool


class Explainer:
    """Says of one cell after another how its bounds are worked out."""

    def __init__(self, equations: Equations) -> None:
        self._equations = equations
        self._solver = quiet_solver()
        self._solver.passModel(as_programme(equations))

    def recipe(self, cell: int, side: float) -> tuple[int, tuple[Step, ...]]:
        """The largest (``side`` +1) or smallest (−1) possible count of a cell, and the steps that come to it.

        The steps sum to the exact bound of the programme; a bound that is not whole is then rounded inwards.
        """
        self._solver.changeColCost(cell, -side)
        self._solver.run()
        require_solved(self._solver)
        solution = self._solver.getSolution()
        self._solver.changeColCost(cell, 0.0)
        value = solution.col_value[cell]
        # At an optimum the cell is the sum, over all cells, of what each adds for one more of it, times its count. That
        # is its reduced cost; sums of unknown cells cancel, and what is left are known counts and counts at a bound.
        adds = -side * np.asarray(solution.col_dual)
        counts = np.asarray(solution.col_value)
        used = np.flatnonzero((np.abs(adds) > TOLERANCE) & (np.abs(counts) > TOLERANCE))
        steps = [_step(self._equations, index, float(adds[index]), float(counts[index])) for index in map(int, used)]
        whole = np.floor(value + TOLERANCE) if side > 0 else np.ceil(value - TOLERANCE)
        return int(whole), tuple(steps)


def _step(equations: Equations, cell: int, adds: float, count: float) -> Step:
    printed = bool(equations.lower[cell] == equations.upper[cell])
    return Step(round(adds, 6), equations.cells[cell], count, bound=not printed)
