"""Finding a proof: tables of whole people that fit what is printed and in which withheld counts reach the threshold."""

from collections.abc import Mapping

import highspy
import numpy as np

from footing.disclosure.arrays import BoolArray, IntArray
from footing.disclosure.attack import as_programme
from footing.disclosure.certificates.proof import Claim, Proof
from footing.disclosure.equations import Equations, write_down
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, NotProtectable
from footing.disclosure.seen import UNBOUNDED, SeenCells
from footing.disclosure.solver import quiet_solver
from footing.disclosure.whole import prove_in_whole_people
from footing.tables import Hierarchy


class NoProof(RuntimeError):
    """Some withheld count cannot reach the threshold in any table of whole people that was found."""


def prove(population: str, seen: SeenCells, hierarchies: Mapping[str, Hierarchy], threshold: int) -> Proof:
    """Prove of every withheld count, from what is printed, that it can be ``threshold`` or more.

    Raises ``NoProof``.
    """
    equations = write_down(seen, hierarchies)
    start = _some_counts(equations)
    unknown = equations.lower < equations.upper
    asked = np.flatnonzero(unknown[: equations.published])
    moves = _moves(equations, start, unknown, asked, threshold)
    tables = np.vstack([start[None, :], start[None, :] + moves])
    claims = []
    for index in map(int, asked):
        highest = int(tables[:, index].argmax())
        claims.append(Claim(equations.cells[index] or (), int(tables[highest, index]), highest))
        if tables[highest, index] < threshold:
            raise NoProof(f"Of {population} some withheld count could not be proved to reach {threshold}.")
    return Proof(population, threshold, equations.cells, tuple(map(tuple, tables.tolist())), tuple(claims))


def _some_counts(equations: Equations) -> IntArray:
    """Some whole counts that fit what is printed. Raises ``NoProof``."""
    programme = as_programme(equations)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * len(equations.cells)
    solver = quiet_solver()
    solver.setOptionValue("solver", "choose")
    solver.setOptionValue("presolve", "on")
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NoProof("No whole counts were found that fit what is printed.")
    counts: IntArray = np.rint(np.asarray(solver.getSolution().col_value)).astype(np.int64)
    return counts


def _moves(equations: Equations, start: IntArray, unknown: BoolArray, asked: IntArray, threshold: int) -> IntArray:
    """Moves from the start, in whole people, that between them take each withheld count far enough."""
    size = len(equations.cells)
    model = CellModel(
        coordinates=tuple(cell or () for cell in equations.cells),
        values=start.astype(np.float64),
        published=np.arange(size) < equations.published,
        given=np.ones(size, dtype=np.bool_),
        starts=equations.starts,
        columns=equations.columns,
        signs=equations.signs,
        exact=equations.exact,
    )
    movable = unknown & (equations.upper >= UNBOUNDED)
    up, nothing = np.zeros(size), np.zeros(size)
    up[asked] = np.where(movable[asked], np.maximum(threshold - start[asked], 0), 0)
    needs = Needs(unknown, unknown, up, nothing, equations.lower, ~movable, whole=True)
    try:
        return prove_in_whole_people(model, needs, movable, np.zeros((0, int(movable.sum())))).moves
    except NotProtectable as fault:
        raise NoProof("Some withheld count cannot reach the threshold in whole people.") from fault
