"""A pattern that is rebuilt stays safe and gets no dearer, and on small tables it is the cheapest in the end."""

import numpy as np
import pytest

from disclosure.test_blocks import TO_THE_END, bounding_of, drawn, searched, usual
from disclosure.test_cleanup import all_met
from footing.disclosure.arrays import BoolArray
from footing.disclosure.blocks import beside, blocks_of
from footing.disclosure.bounding import Bounding
from footing.disclosure.model import CellModel
from footing.disclosure.rebuilding import Rebuilding, rebuilt
from footing.disclosure.search import Thoroughness

ONCE = Thoroughness(rebuildings=1, turns=12)


def as_cells_of_the_model(model: CellModel, bounding: Bounding, withheld: BoolArray) -> BoolArray:
    cells = ~model.published
    cells[bounding.space.cells[withheld]] = True
    return cells


@pytest.mark.parametrize("seed", range(12))
def test_what_is_rebuilt_meets_all_needs_and_costs_no_more_than_before_and_no_less_than_the_cheapest(seed: int) -> None:
    model = drawn(seed)
    start, exact = usual(model), searched(model, TO_THE_END)
    if start is None or exact is None:
        return
    needs, withheld = start
    bounding = bounding_of(model, needs)
    blocks = blocks_of(model, bounding.space.cells)[0]
    before = withheld[bounding.space.cells]
    found = rebuilt(bounding, blocks, before, ONCE)
    assert all_met(model, needs, as_cells_of_the_model(model, bounding, found))
    assert exact.cost <= bounding.costs[found].sum() <= bounding.costs[before].sum()


def test_everything_withheld_is_rebuilt_into_the_cheapest_pattern() -> None:
    compared = 0
    for seed in range(6):
        model = drawn(seed)
        start, exact = usual(model), searched(model, TO_THE_END)
        if start is None or exact is None:
            continue
        compared += 1
        bounding = bounding_of(model, start[0])
        everything = np.ones(len(bounding.open), dtype=np.bool_)
        rebuilding = Rebuilding(bounding, everything, everything, seed=0)
        for _ in range(60):
            rebuilding.turn()
        assert rebuilding.cost(rebuilding.withheld) == exact.cost
    assert compared


def test_rebuilding_changes_what_is_free_alone() -> None:
    model = drawn(1)
    start = usual(model)
    assert start is not None
    bounding = bounding_of(model, start[0])
    block = blocks_of(model, bounding.space.cells)[0][1]
    everything = np.ones(len(block), dtype=np.bool_)
    rebuilding = Rebuilding(bounding, everything, block, seed=0)
    for _ in range(20):
        rebuilding.turn()
    assert rebuilding.withheld[~block].all()
    assert not rebuilding.withheld[block].all()


def test_a_block_is_rebuilt_among_the_cells_that_are_withheld_beside_it() -> None:
    model = drawn(1)
    start = usual(model)
    assert start is not None
    bounding = bounding_of(model, start[0])
    block = blocks_of(model, bounding.space.cells)[0][1]
    withheld = start[1][bounding.space.cells]
    inner, places = beside(bounding, block, withheld, Thoroughness())
    assert np.array_equal(bounding.space.cells[places], inner.space.cells)
    assert (block | withheld)[places].all()
    assert np.isin(np.flatnonzero(block), places).all()


def test_where_nothing_is_withheld_that_may_be_shown_a_turn_changes_nothing() -> None:
    model = drawn(1)
    start = usual(model)
    assert start is not None
    bounding = bounding_of(model, start[0])
    everything = np.ones(len(bounding.open), dtype=np.bool_)
    rebuilding = Rebuilding(bounding, everything, ~everything, seed=0)
    rebuilding.turn()
    assert rebuilding.withheld.all()


def test_what_another_pattern_lacks_is_met_or_it_is_not_taken() -> None:
    model = drawn(1)
    start = usual(model)
    assert start is not None
    needs, withheld = start
    bounding = bounding_of(model, needs)
    before = withheld[bounding.space.cells]
    everything = np.ones(len(before), dtype=np.bool_)
    rebuilding = Rebuilding(bounding, before, everything, seed=0)
    rebuilding.take(np.arange(len(before)), np.zeros(len(before), dtype=np.bool_))
    assert all_met(model, needs, as_cells_of_the_model(model, bounding, rebuilding.withheld))
    assert bounding.costs[rebuilding.withheld].sum() <= bounding.costs[before].sum()


def test_rebuilding_gives_the_same_pattern_every_time() -> None:
    model = drawn(4)
    start = usual(model)
    assert start is not None
    patterns = []
    for _ in range(2):
        bounding = bounding_of(model, start[0])
        blocks = blocks_of(model, bounding.space.cells)[0]
        patterns.append(rebuilt(bounding, blocks, start[1][bounding.space.cells], ONCE))
    assert np.array_equal(patterns[0], patterns[1])


def test_a_large_search_that_is_asked_to_rebuilds_before_it_looks_at_blocks() -> None:
    model = drawn(1)
    exact = searched(model, TO_THE_END)
    found = searched(
        model, Thoroughness(fractions=0, rounds=0, block_rounds=0, passes=0, apart=0, rebuildings=2, turns=20)
    )
    assert exact is not None
    assert found is not None
    assert found.bound <= exact.bound == exact.cost == found.cost
