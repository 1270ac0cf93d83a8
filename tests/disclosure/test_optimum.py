"""The cheapest pattern is the one that trying every set of cells finds, and no bound is above it."""

from dataclasses import replace

import numpy as np
import pytest

from disclosure.every_pattern import fewest_secondary_cells
from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, small_threshold
from disclosure.test_cleanup import all_met
from footing.disclosure.model import CellModel
from footing.disclosure.optimum import Cheapest, cheapest_pattern
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.search import Price, Search, Thoroughness
from footing.disclosure.suppress import suppress

THRESHOLD = 4


def drawn(seed: int) -> Grid:
    """A table of nine to sixteen cells, some small, some nought."""
    random = np.random.default_rng(seed)
    rows, columns = ((2, 2), (2, 3), (3, 3))[seed % 3]
    counts = random.choice([0, 1, 2, 3, 4, 5, 6, 8, 11], size=(rows, columns))
    return grid(counts.tolist())


def cheapest(model: CellModel, thoroughness: Thoroughness) -> tuple[Cheapest, Needs] | None:
    """From the usual pattern on, with a price of one for each cell; ``None`` where nothing protects."""
    ones = np.ones(len(model.values))
    needs = count_needs(model, small_threshold(THRESHOLD).counts)
    try:
        pattern = suppress(model, needs, ones, Search(price=Price.CELLS, exact=0))
    except NotProtectable:
        return None
    return cheapest_pattern(model, pattern.needs, ones, pattern.withheld, thoroughness), pattern.needs


@pytest.mark.parametrize("seed", range(24))
def test_it_withholds_no_more_cells_than_trying_every_set_of_them_finds(seed: int) -> None:
    table = drawn(seed)
    found = cheapest(model_of(table), Thoroughness(rounds=50))
    fewest = fewest_secondary_cells(table, THRESHOLD)
    if found is None or fewest is None:
        assert fewest is None
        return
    assert found[0].cost == found[0].bound == fewest


@pytest.mark.parametrize("seed", range(6))
def test_stopped_early_it_still_gives_a_safe_pattern_and_a_bound_that_holds(seed: int) -> None:
    random = np.random.default_rng(seed)
    model = model_of(grid(random.choice([1, 2, 3, 6, 9, 14], size=(4, 5)).tolist()))
    early, exact = (cheapest(model, Thoroughness(rounds=rounds)) for rounds in (0, 60))
    assert early is not None
    assert exact is not None
    assert early[0].bound <= exact[0].bound <= exact[0].cost <= early[0].cost
    for each, needs in (early, exact):
        assert all_met(model, needs, each.withheld)


def test_the_same_counts_give_the_same_pattern_and_bound_every_time() -> None:
    model = model_of(grid([[2, 9, 8, 1], [7, 6, 9, 5], [8, 1, 6, 4], [3, 3, 2, 9]]))
    once, again = (cheapest(model, Thoroughness(rounds=4)) for _ in range(2))
    assert once is not None
    assert again is not None
    assert np.array_equal(once[0].withheld, again[0].withheld)
    assert (once[0].cost, once[0].bound) == (again[0].cost, again[0].bound)


@pytest.mark.parametrize("seed", range(0, 24, 5))
def test_small_tables_are_searched_until_nothing_cheaper_is_possible(seed: int) -> None:
    model = model_of(drawn(seed))
    needs = count_needs(model, small_threshold(THRESHOLD).counts)
    exact = cheapest(model, Thoroughness(rounds=50))
    if exact is None:
        return
    pattern = suppress(model, needs, np.ones(len(model.values)), Search(price=Price.CELLS))
    linear = exact[0].withheld & ~needs.hidden
    assert (pattern.withheld & ~needs.hidden).sum() >= linear.sum() == exact[0].bound
    assert all_met(model, pattern.needs, pattern.withheld)


def test_a_cell_that_is_hidden_but_need_not_move_takes_no_other_along() -> None:
    model = model_of(grid([[2, 9, 8], [7, 6, 9], [8, 7, 6]]))
    needs = count_needs(model, small_threshold(THRESHOLD).counts)
    ones = np.ones(len(model.values))
    apart = needs.hidden.copy()
    apart[int(np.flatnonzero((model.values == 6) & model.published)[0])] = True
    hidden = replace(needs, hidden=apart)
    found = cheapest_pattern(model, hidden, ones, ~needs.fixed, Thoroughness())
    assert found.cost == found.bound
    assert found.bound <= cheapest_pattern(model, needs, ones, ~needs.fixed, Thoroughness()).bound
    nothing = replace(needs, up=np.zeros(len(ones)), down=np.zeros(len(ones)))
    assert cheapest_pattern(model, nothing, ones, ~needs.fixed, Thoroughness()).cost == 0
