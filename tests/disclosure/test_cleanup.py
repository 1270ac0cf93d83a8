"""What is withheld beside small counts is needed: publishing any one of those cells would break a promise."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, small_threshold
from disclosure.test_against_brute_force import grids
from footing.disclosure.cleanup import Effort
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.prices import Price, prices
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.suppress import Pattern, Search, suppress

THOROUGH = Search(effort=Effort(programmes=100_000))


def protect(model: CellModel, search: Search = THOROUGH) -> Pattern | None:
    needs = count_needs(model, small_threshold(4).counts)
    try:
        return suppress(model, needs, prices(model, Price.CELLS), search)
    except NotProtectable:
        return None


def all_met(model: CellModel, needs: Needs, withheld: np.ndarray) -> bool:
    """Whether every need can be met by moving withheld cells, each asked about on its own."""
    space = move_space(model, withheld)
    programme = MoveProgramme(space, needs.room(model, space.cells))
    for place, cell in enumerate(space.cells):
        for side, need in ((1.0, needs.up[cell]), (-1.0, needs.down[cell])):
            rewards = np.zeros(len(space.cells))
            rewards[place] = side
            if need > 0 and side * programme.best_move(rewards)[place] < need - 1e-6:
                return False
    return True


@given(table=grids())
@settings(max_examples=40, deadline=None)
def test_no_cell_withheld_beside_small_counts_could_be_shown(table: Grid) -> None:
    model = model_of(table)
    pattern = protect(model)
    if pattern is None:
        return
    assert all_met(model, pattern.needs, pattern.withheld)
    beside = np.flatnonzero(pattern.withheld & model.published & ~pattern.needs.hidden)
    for cell in beside:
        fewer = pattern.withheld.copy()
        fewer[cell] = False
        assert not all_met(model, pattern.needs, fewer)


def test_less_effort_withholds_no_less() -> None:
    model = model_of(grid([[2, 9, 8, 1], [7, 6, 9, 5], [8, 1, 6, 4], [3, 3, 2, 9]]))
    lazy, thorough = protect(model, Search(effort=Effort(programmes=0))), protect(model)
    assert lazy is not None
    assert thorough is not None
    assert thorough.withheld.sum() <= lazy.withheld.sum()
    assert not (thorough.withheld & ~lazy.withheld).any()


def test_dear_cells_are_withheld_only_where_cheap_ones_will_not_do() -> None:
    model = model_of(grid([[2, 19, 18], [17, 16, 19], [18, 17, 16]]))
    margins = np.array([len(cell) < 2 for cell in model.coordinates])
    needs = count_needs(model, small_threshold(4).counts)
    pattern = suppress(model, needs, np.where(margins, 100.0, 1.0), THOROUGH)
    assert not (pattern.withheld & margins).any()


def test_needs_that_ask_for_nothing_withhold_nothing() -> None:
    model = model_of(grid([[9, 8], [7, 6]]))
    needs = count_needs(model, small_threshold(4).counts)
    pattern = suppress(model, replace(needs), prices(model, Price.CELLS), THOROUGH)
    assert not pattern.withheld.any()
