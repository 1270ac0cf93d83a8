"""Counts for cells that only link others and that the population does not give."""

import highspy
import numpy as np

from footing.disclosure.arrays import FloatArray, IntArray, Sums
from footing.disclosure.programme import sums_programme
from footing.disclosure.solver import quiet_solver, require_solved

BRANCHINGS = 2_000
"""How far the search for whole counts may branch; a number and not a time, so that it ends the same way everywhere."""


class CannotBeLinked(ValueError):
    """Cells cannot be linked by sums, so nothing can be said of what an outsider could work out."""


class CountsDoNotAddUp(CannotBeLinked):
    """The parts of a cell come to more than the cell, so the counts cannot be of one set of people."""


class TooTangled(CannotBeLinked):
    """Whether any counts of the cells that link others fit could not be found out within ``BRANCHINGS``."""


def completed(values: IntArray, unknown: int, sums: Sums, branchings: int = BRANCHINGS) -> FloatArray:
    """The counts with some whole numbers in place of ``unknown`` that keep every sum.

    Any will do: nobody sees these cells, so which counts an outsider finds possible does not depend on them. Raises
    ``CountsDoNotAddUp`` if there are none, and ``TooTangled``.
    """
    missing = values == unknown
    if not missing.any():
        return values.astype(np.float64)
    programme = sums_programme(sums, np.where(missing, 0.0, values), np.where(missing, np.inf, values))
    programme.integrality_ = [
        highspy.HighsVarType.kInteger if each else highspy.HighsVarType.kContinuous for each in missing.tolist()
    ]
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.setOptionValue("mip_max_nodes", branchings)
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        raise CountsDoNotAddUp("No counts of the groups that link the tables fit the counts that are given.")
    if solver.getModelStatus() == highspy.HighsModelStatus.kSolutionLimit:
        raise TooTangled("The groups that link the tables are too many to say whether any counts of them fit.")
    require_solved(solver)
    counts: FloatArray = np.rint(np.asarray(solver.getSolution().col_value))
    return counts
