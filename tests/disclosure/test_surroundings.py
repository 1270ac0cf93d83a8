"""Around a cell there are ever more cells, and with each the totals above it."""

from itertools import pairwise

import numpy as np
import pytest

from disclosure.small_models import model_of
from disclosure.small_tables import Grid
from footing.disclosure.model import CellModel
from footing.disclosure.surroundings import Surroundings
from footing.tables import Coordinate, Hierarchy

DEPARTMENTS = tuple(f"d{place:02d}" for place in range(24))
GRADES = ("g0", "g1", "g2", "g3")


def nested() -> CellModel:
    """Twenty-four departments in four functions, by four grades; the later a department, the more people."""
    cells = {(a, b): 5 + place + len(b) for place, a in enumerate(DEPARTMENTS) for b in GRADES}
    functions = Hierarchy("a", {code: f"f{place // 6}" for place, code in enumerate(DEPARTMENTS)})
    return model_of(Grid(("a", "b"), (DEPARTMENTS, GRADES), cells, (functions,)))


def place_of(model: CellModel, cell: Coordinate) -> int:
    return model.coordinates.index(cell)


@pytest.mark.parametrize("cell", [(("a", "d07"), ("b", "g1")), (("a", "f1"), ("b", "g1")), (("a", "d07"),), ()])
def test_each_step_has_the_cell_and_all_of_the_step_before_it(cell: Coordinate) -> None:
    model = nested()
    steps = list(Surroundings(model).around(place_of(model, cell), most=1_000))
    assert len(steps) > 1
    assert all(step[place_of(model, cell)] for step in steps)
    assert all((before <= after).all() and before.sum() < after.sum() for before, after in pairwise(steps))
    assert steps[-1].all()


def test_every_total_above_a_cell_is_around_with_it() -> None:
    model = nested()
    near = next(Surroundings(model).around(place_of(model, (("a", "d07"), ("b", "g1"))), most=1_000))
    functions = {code: f"f{place // 6}" for place, code in enumerate(DEPARTMENTS)}
    for cell in np.flatnonzero(near):
        codes = dict(model.coordinates[cell])
        above = {**codes, "a": functions.get(codes.get("a", ""), "")}
        assert near[place_of(model, tuple(sorted(pair for pair in above.items() if pair[1])))]
        assert near[place_of(model, tuple(pair for pair in model.coordinates[cell] if pair[0] != "b"))]


def test_categories_beside_its_own_come_first_and_among_them_those_with_most_people_in_its_place() -> None:
    model = nested()
    near = next(Surroundings(model).around(place_of(model, (("a", "d07"), ("b", "g1"))), most=1_000))
    codes = {dict(model.coordinates[cell]).get("a") for cell in np.flatnonzero(near)}
    assert codes == {None, "f1", "d07", "d11", "d10", "d09"}


def test_what_would_be_too_many_cells_is_not_looked_at() -> None:
    model = nested()
    steps = list(Surroundings(model).around(place_of(model, ()), most=20))
    assert [int(step.sum()) <= 20 for step in steps] == [True] * len(steps)
    assert not list(Surroundings(model).around(place_of(model, ()), most=5))
