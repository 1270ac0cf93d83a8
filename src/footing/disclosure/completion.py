"""Counts for cells that only link others and that the population does not give."""

import highspy
import numpy as np

from footing.disclosure.arrays import FloatArray, IntArray
from footing.disclosure.solver import quiet_solver, require_solved


def completed(
    values: IntArray, unknown: int, starts: IntArray, columns: IntArray, signs: FloatArray
) -> IntArray | None:
    """The counts with some whole numbers in place of ``unknown`` that keep every sum; ``None`` if there are none.

    Any will do: nobody sees these cells, so which counts an outsider finds possible does not depend on them.
    """
    missing = np.flatnonzero(values == unknown)
    if not len(missing):
        return values
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = len(values), len(starts) - 1
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_, programme.a_matrix_.index_ = starts.astype(np.int32), columns.astype(np.int32)
    programme.a_matrix_.value_ = signs
    programme.col_cost_ = np.zeros(len(values))
    programme.col_lower_ = np.where(values == unknown, 0, values).astype(float)
    programme.col_upper_ = np.where(values == unknown, np.inf, values).astype(float)
    programme.row_lower_ = programme.row_upper_ = np.zeros(programme.num_row_)
    programme.integrality_ = [
        highspy.HighsVarType.kInteger if value == unknown else highspy.HighsVarType.kContinuous for value in values
    ]
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    require_solved(solver)
    counts: IntArray = np.rint(np.asarray(solver.getSolution().col_value)).astype(np.int64)
    return counts
