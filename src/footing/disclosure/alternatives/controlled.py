"""Controlled rounding: every count to a multiple of a base, so that rounded parts come to their rounded whole.

Sources: L. H. Cox, "A constructive procedure for unbiased controlled rounding", Journal of the American Statistical
Association 82 (1987), 520-524; J. J. Salazar-González, "Controlled rounding and cell perturbation: statistical
disclosure limitation methods for tabular data", Mathematical Programming 105 (2006), 583-603: the programme.
"""

from collections.abc import Iterable

import highspy
import numpy as np

from footing.disclosure.alternatives.altered import AlteredCounts, require_none_is_exact
from footing.disclosure.arrays import FloatArray
from footing.disclosure.completion import CannotBeLinked
from footing.disclosure.model import CellModel, build_model
from footing.disclosure.result import ProtectedCounts, ReleaseRefused
from footing.disclosure.rounding import NOT_EXACT
from footing.disclosure.seen import Demand, Seen
from footing.disclosure.solver import quiet_solver
from footing.standards import DisclosurePolicy
from footing.tables import Coordinate
from footing.tables.raw import Population

METHOD = "counts rounded to multiples of {base} that add up, each less than {reach} from the true count"

FURTHEST = 3
"""How many multiples away a count may be rounded at most, where the tables leave no nearer way to add up."""

NODES = 20_000
"""How far the search may branch; a number and not a time, so that it ends the same way on any machine."""


def round_to_add_up(
    population: Population, published: Iterable[Coordinate], policy: DisclosurePolicy
) -> ProtectedCounts:
    """Round the published counts as a policy says, each up or down to the next multiple and no further.

    Raises ``ReleaseRefused``.
    """
    altered = round_additively(
        population, published, base=policy.rounding.base, threshold=policy.counts.threshold, furthest=1
    )
    small = [cell for cell in altered.shown if 0 < population.counts[cell] < policy.counts.threshold]
    return ProtectedCounts(
        shown=altered.shown,
        exact=population.counts,
        rounded=True,
        demands={cell: Demand(altered.seen[cell].smallest, altered.seen[cell].largest, NOT_EXACT) for cell in small},
        method=altered.method,
    )


def round_additively(
    population: Population, published: Iterable[Coordinate], *, base: int, threshold: int, furthest: int = FURTHEST
) -> AlteredCounts:
    """Round the published counts so that every sum between them holds, moving them as little as possible.

    A count is rounded up or down to the next multiple. Three or more crossed variables sometimes leave no such way;
    then every count may be rounded one multiple further, up to the ``furthest``. Raises ``ReleaseRefused`` when there
    is no way at all, or when a small count could be worked out exactly.
    """
    try:
        model = build_model(published, population.counts, population.hierarchies)
    except CannotBeLinked as fault:
        raise ReleaseRefused(
            "D002", f"In {population.name}: {fault}", "Check how the categories add up, then measure again."
        ) from fault
    for away in range(1, furthest + 1):
        rounded = _rounded(model, base, away)
        if rounded is not None:
            reach = base * away
            shown = {model.coordinates[cell]: int(rounded[cell]) for cell in np.flatnonzero(model.published)}
            seen = {
                cell: Seen(float(max(count - reach + 1, 0)), float(count + reach - 1)) for cell, count in shown.items()
            }
            altered = AlteredCounts(shown, seen, METHOD.format(base=base, reach=reach))
            require_none_is_exact(altered, population, threshold)
            return altered
    raise ReleaseRefused(
        "D010",
        f"The tables of {population.name} leave no way to round every count to a multiple of {base} that adds up.",
        "Use a smaller base, publish fewer breakdowns, or withhold counts.",
    )


def _rounded(model: CellModel, base: int, away: int) -> FloatArray | None:
    """The rounded counts in people; ``None`` where no multiples so near add up."""
    below = np.floor(model.values / base)
    exact = model.values % base == 0
    lowest, highest = below - (away - 1), below + np.where(exact, away - 1, away)
    free = ~model.given
    lowest, highest = np.where(free, 0, np.maximum(lowest, 0)), np.where(free, np.inf, highest)
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.setOptionValue("mip_max_nodes", NODES)
    solver.passModel(_as_programme(model, base, lowest, highest))
    solver.run()
    solution = solver.getSolution()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible or not solution.value_valid:
        return None
    rounded: FloatArray = np.rint(np.asarray(solution.col_value)[: len(model.values)]) * base
    return rounded


def _as_programme(model: CellModel, base: int, lowest: FloatArray, highest: FloatArray) -> highspy.HighsLp:
    """Multiples of the base as unknowns, every sum as an equation, and how far each is from its count to be paid for.

    Prices differ a little from cell to cell, so that there is one best way and every run finds it.
    """
    size, sums = len(model.values), len(model.starts) - 1
    cells, counts = np.arange(size), model.values / base
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = 2 * size, sums + 2 * size
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    pairs = np.column_stack([cells, size + cells]).ravel()
    ends = model.starts[-1] + 2 * np.arange(1, 2 * size + 1)
    programme.a_matrix_.start_ = np.concatenate([model.starts, ends]).astype(np.int32)
    programme.a_matrix_.index_ = np.concatenate([model.columns, pairs, pairs]).astype(np.int32)
    programme.a_matrix_.value_ = np.concatenate([model.signs, np.tile([1.0, -1.0], size), np.tile([1.0, 1.0], size)])
    prices = np.where(model.given, 1.0 + np.linspace(0.0, 1e-3, size), 0.0)
    programme.col_cost_ = np.concatenate([np.zeros(size), prices])
    programme.col_lower_ = np.concatenate([lowest, np.zeros(size)])
    programme.col_upper_ = np.concatenate([highest, np.full(size, np.inf)])
    nothing, unbounded = np.zeros(sums), np.full(size, np.inf)
    programme.row_lower_ = np.concatenate([nothing, -unbounded, counts])
    programme.row_upper_ = np.concatenate([nothing, counts, unbounded])
    kinds = [highspy.HighsVarType.kInteger] * size + [highspy.HighsVarType.kContinuous] * size
    programme.integrality_ = kinds
    return programme
