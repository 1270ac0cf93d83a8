"""What is withheld beside small counts is needed: publishing any one of those cells would break a promise."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, small_threshold
from disclosure.test_against_brute_force import grids
from footing.disclosure.cleanup import clean_up
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.prices import prices
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.programme import MoveProgramme
from footing.disclosure.search import Effort, Price, Search
from footing.disclosure.suppress import Pattern, suppress

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
def test_no_cell_that_a_thorough_clean_up_leaves_withheld_could_be_shown(table: Grid) -> None:
    model = model_of(table)
    pattern = protect(model)
    if pattern is None:
        return
    everything = ~pattern.needs.fixed
    cleaned = clean_up(model, pattern.needs, prices(model, Price.CELLS), everything, THOROUGH.effort).withheld
    assert all_met(model, pattern.needs, cleaned)
    for cell in np.flatnonzero(cleaned & model.published & ~pattern.needs.hidden):
        fewer = cleaned.copy()
        fewer[cell] = False
        assert not all_met(model, pattern.needs, fewer)


def test_no_effort_shows_nothing_again_and_more_effort_shows_more() -> None:
    model = model_of(grid([[2, 9, 8, 1], [7, 6, 9, 5], [8, 1, 6, 4], [3, 3, 2, 9]]))
    needs = count_needs(model, small_threshold(4).counts)
    everything, price = ~needs.fixed, prices(model, Price.CELLS)
    lazy = clean_up(model, needs, price, everything, Effort(programmes=0)).withheld
    thorough = clean_up(model, needs, price, everything, THOROUGH.effort).withheld
    assert np.array_equal(lazy, everything)
    assert thorough.sum() < lazy.sum()


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
