"""Block by block a search finds no dearer pattern, and proves no bound that some safe pattern is below."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from disclosure.small_tables import small_threshold
from disclosure.test_cleanup import all_met
from disclosure.test_parts import nested
from footing.disclosure.blocks import blocks_of, bound_alone, bound_within
from footing.disclosure.bounding import Bounding
from footing.disclosure.model import CellModel
from footing.disclosure.optimum import Cheapest, cheapest_pattern
from footing.disclosure.primary import Needs, NotProtectable, count_needs
from footing.disclosure.search import Price, Search, Thoroughness
from footing.disclosure.suppress import suppress

Bounded = Callable[[Bounding, np.ndarray, Thoroughness], tuple[float, np.ndarray]]

TO_THE_END = Thoroughness(rounds=60, apart=1_000)
BY_BLOCKS = Thoroughness(rounds=0, apart=0)


def drawn(seed: int) -> CellModel:
    random = np.random.default_rng(seed)
    return nested(random.choice([0, 1, 2, 3, 5, 7, 9, 12], size=18).tolist())


def usual(model: CellModel) -> tuple[Needs, np.ndarray] | None:
    try:
        pattern = suppress(
            model,
            count_needs(model, small_threshold(4).counts),
            np.ones(len(model.values)),
            Search(price=Price.CELLS, exact=0),
        )
    except NotProtectable:
        return None
    return pattern.needs, pattern.withheld


def searched(model: CellModel, thoroughness: Thoroughness) -> Cheapest | None:
    start = usual(model)
    return start and cheapest_pattern(model, start[0], np.ones(len(model.values)), start[1], thoroughness)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("alone", [0, 1_000])
def test_the_bound_of_blocks_is_at_most_what_the_cheapest_pattern_costs_and_theirs_is_safe(
    seed: int, alone: int
) -> None:
    model, by = drawn(seed), replace(BY_BLOCKS, alone=alone)
    exact, by_blocks, start = searched(model, TO_THE_END), searched(model, by), usual(model)
    if exact is None or by_blocks is None or start is None:
        return
    assert exact.bound == exact.cost
    assert by_blocks.bound <= exact.cost <= by_blocks.cost
    assert all_met(model, start[0], by_blocks.withheld)


def bounding_of(model: CellModel, needs: Needs) -> Bounding:
    return Bounding(model, needs, np.ones(len(model.values)), cuts_at_once=60, seed=0)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("bounded", [bound_alone, bound_within])
def test_what_blocks_need_adds_up_and_what_they_teach_holds_for_everything(seed: int, bounded: Bounded) -> None:
    model = drawn(seed)
    start, exact = usual(model), searched(model, TO_THE_END)
    if start is None or exact is None:
        return
    bounding = bounding_of(model, start[0])
    blocks = blocks_of(model, bounding.space.cells)[0]
    assert np.add.reduce([block.astype(int) for block in blocks]).tolist() == [1] * len(bounding.space.cells)
    assert sum(bounded(bounding, block, Thoroughness())[0] for block in blocks) <= exact.cost
    cheapest = exact.withheld[bounding.space.cells] & ~bounding.open
    for used, weights in bounding.choice.cuts:
        assert weights[cheapest[used]].sum() >= 1 - 1e-6
