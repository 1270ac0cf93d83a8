"""The cheapest choice of cells that fulfils a list of cuts, in fractions or whole."""

import highspy
import numpy as np
from numpy.typing import NDArray

from footing.disclosure.arrays import FloatArray, IntArray
from footing.disclosure.solver import quiet_solver, require_solved

_FULFILLED = 1e-4
"""How little a cut may lack to count as fulfilled; asking for less would go round in circles."""

_WEIGHTLESS = 1e-9


Cut = tuple[NDArray[np.int32], FloatArray]
"""The places of cells and their weights: those of the cells that are chosen must come to 1 or more."""


class Choice:
    """The programme over cells: 1 for one that is withheld, 0 for one that is shown. Cuts are only ever added."""

    def __init__(self, costs: FloatArray) -> None:
        self.cuts: list[Cut] = []
        self._size = len(costs)
        self._places = np.arange(self._size, dtype=np.int32)
        self._solver = quiet_solver()
        self._solver.addVars(self._size, np.zeros(self._size), np.ones(self._size))
        self._solver.changeColsCost(self._size, self._places, costs)

    def look_within(self, costs: FloatArray, lower: FloatArray, upper: FloatArray) -> None:
        """From now on count these costs, and choose each cell between these limits."""
        self._solver.changeColsCost(self._size, self._places, costs)
        self._solver.changeColsBounds(self._size, self._places, lower, upper)

    def require(self, cut: FloatArray) -> None:
        """From now on the weights of what is chosen must come to 1 or more."""
        used = np.flatnonzero(cut > _WEIGHTLESS).astype(np.int32)
        self.cuts.append((used, cut[used]))
        self._solver.addRow(1.0, highspy.kHighsInf, len(used), used, cut[used])

    def require_beside(self, place: int, others: IntArray) -> None:
        """From now on a cell is chosen only beside one of the others."""
        members = np.append(others, place).astype(np.int32)
        weights = np.where(members == place, -1.0, 1.0)
        self._solver.addRow(0.0, highspy.kHighsInf, len(members), members, weights)

    def require_missing(self, cut: FloatArray, chosen: FloatArray) -> bool:
        """Add a cut if what is chosen does not fulfil it yet; whether it did not."""
        missing = bool(cut @ chosen < 1.0 - _FULFILLED)
        if missing:
            self.require(cut)
        return missing

    def fractions(self) -> tuple[float, FloatArray]:
        """The least cost, and a choice, where cells may be chosen in part."""
        self._set_kind(highspy.HighsVarType.kContinuous, solver="simplex", presolve="off")
        self._solver.run()
        require_solved(self._solver)
        chosen = np.asarray(self._solver.getSolution().col_value)
        return float(self._solver.getInfo().objective_function_value), np.clip(chosen, 0.0, 1.0)

    def wholes(self, branchings: int) -> tuple[float, FloatArray | None]:
        """A bound on the cost of whole cells, and the best choice found; ``None`` where none was.

        The bound is proved however soon the search stops.
        """
        self._set_kind(highspy.HighsVarType.kInteger, solver="choose", presolve="on")
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_max_nodes", branchings)
        self._solver.run()
        info = self._solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return float(info.mip_dual_bound), None
        return float(info.mip_dual_bound), np.rint(np.asarray(self._solver.getSolution().col_value))

    def _set_kind(self, kind: highspy.HighsVarType, *, solver: str, presolve: str) -> None:
        self._solver.changeColsIntegrality(self._size, self._places, np.full(self._size, int(kind), dtype=np.uint8))
        self._solver.setOptionValue("solver", solver)
        self._solver.setOptionValue("presolve", presolve)
