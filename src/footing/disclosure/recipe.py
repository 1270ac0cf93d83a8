"""How a count is worked out: which printed counts are added and subtracted. A programme's dual solution says it."""

from dataclasses import dataclass

import numpy as np

from footing.disclosure.attack import Outsider
from footing.disclosure.equations import Equations
from footing.disclosure.model import FloatArray
from footing.disclosure.solver import TOLERANCE
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


def recipe(outsider: Outsider, equations: Equations, cell: int, side: float) -> tuple[int, tuple[Step, ...]]:
    """The largest (``side`` +1) or smallest (−1) possible count of a cell, and the steps that come to it.

    The steps sum to the exact bound of the programme; a bound that is not whole is then rounded inwards.
    """
    column = outsider.place[cell]
    value = outsider.solution(np.array([column]), np.array([side]))[column]
    solution = outsider.solver.getSolution()
    weights = -side * np.asarray(solution.row_dual)
    slopes = -side * np.asarray(solution.col_dual)
    steps = [*_printed(equations, weights), *_bounds(outsider, equations, solution.col_value, slopes)]
    whole = np.floor(value + TOLERANCE) if side > 0 else np.ceil(value - TOLERANCE)
    return int(whole), tuple(steps)


def _printed(equations: Equations, weights: FloatArray) -> list[Step]:
    """The known counts in the sums that are used, each with how often it enters."""
    rows = np.repeat(np.arange(len(equations.starts) - 1), np.diff(equations.starts))
    known = (equations.lower == equations.upper)[equations.columns]
    terms = -weights[rows[known]] * equations.signs[known]
    times = np.bincount(equations.columns[known], weights=terms, minlength=len(equations.cells))
    used = np.flatnonzero((np.abs(times) > TOLERANCE) & (equations.lower > 0))
    return [Step(round(float(times[i]), 6), equations.cells[i], float(equations.lower[i]), bound=False) for i in used]


def _bounds(outsider: Outsider, equations: Equations, values: list[float], slopes: FloatArray) -> list[Step]:
    """The cells whose own least or largest count is used; those at nought add nothing."""
    used = np.flatnonzero((np.abs(slopes) > TOLERANCE) & (np.abs(np.asarray(values)) > TOLERANCE))
    return [
        Step(round(float(slopes[i]), 6), equations.cells[outsider.cells[i]], float(values[i]), bound=True) for i in used
    ]
