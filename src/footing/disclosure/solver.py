"""HiGHS as every programme here uses it: silent, on one thread, with nothing left to chance."""

import highspy

TOLERANCE = 1e-6
"""How far, in people, a solver's answer may be from the number that it stands for."""


class SolverFailed(RuntimeError):
    """HiGHS did not reach an optimum, so nothing may be concluded."""


def quiet_solver() -> highspy.Highs:
    """A solver that keeps its basis from one question to the next."""
    solver = highspy.Highs()
    for option, value in {"output_flag": False, "threads": 1, "random_seed": 0, "presolve": "off"}.items():
        solver.setOptionValue(option, value)
    solver.setOptionValue("solver", "simplex")
    return solver


def require_solved(solver: highspy.Highs) -> None:
    """Raise ``SolverFailed`` unless the last run ended at an optimum."""
    status = solver.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        raise SolverFailed(f"HiGHS ended with: {solver.modelStatusToString(status)}.")


def solver_version() -> str:
    """The name and version of the solver, for the record of a release."""
    return f"HiGHS {highspy.Highs().version()}"
