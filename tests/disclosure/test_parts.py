"""What is protected part by part is protected as a whole."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, small_threshold
from disclosure.test_cleanup import all_met
from disclosure.test_insiders import can_move
from footing.disclosure.model import CellModel
from footing.disclosure.parts import parts_of, suppress_by_parts, variables_to_cut
from footing.disclosure.prices import prices
from footing.disclosure.primary import NotProtectable, count_needs
from footing.disclosure.search import Price, Search
from footing.disclosure.suppress import suppress
from footing.tables import Hierarchy

BY_PARTS = Search(price=Price.CELLS, together=16)
RULE = small_threshold(4).counts
CODES = tuple(f"d{place}" for place in range(8))


def nested(counts: list[int]) -> CellModel:
    """Six departments in two functions, by three grades."""
    codes = (tuple(f"d{place}" for place in range(6)), ("g0", "g1", "g2"))
    cells = {(down, across): counts[3 * i + j] for i, down in enumerate(codes[0]) for j, across in enumerate(codes[1])}
    functions = Hierarchy("a", {f"d{place}": f"f{place // 3}" for place in range(6)})
    return model_of(Grid(("a", "b"), codes, cells, (functions,)))


@given(
    counts=st.lists(st.sampled_from([0, 1, 1, 2, 3, 5, 7, 9, 12]), min_size=18, max_size=18),
    across=st.sampled_from([0, 1_000]),
)
@settings(max_examples=60, deadline=None)
def test_every_need_is_met_and_no_insider_learns_another_small_count(counts: list[int], across: int) -> None:
    model = nested(counts)
    needs = count_needs(model, RULE)
    try:
        pattern = suppress_by_parts(model, needs, prices(model, Price.CELLS), replace(BY_PARTS, across=across))
    except NotProtectable:
        with pytest.raises(NotProtectable):
            suppress(model, needs, prices(model, Price.CELLS), Search(price=Price.CELLS))
        return
    assert not (needs.sensitive & ~pattern.withheld).any()
    assert np.array_equal(pattern.needs.up, needs.up)
    assert all_met(model, pattern.needs, pattern.withheld)
    for insider in np.flatnonzero(needs.sensitive & (model.values == 1)):
        others, everything = pattern.withheld.copy(), ~needs.fixed
        others[insider] = everything[insider] = False
        for cell in np.flatnonzero(needs.sensitive):
            if cell != insider and can_move(model, needs, everything, int(cell)):
                assert can_move(model, needs, others, int(cell))


@given(counts=st.lists(st.sampled_from([0, 1, 2, 3, 5, 9]), min_size=18, max_size=18))
@settings(max_examples=25, deadline=None)
def test_what_noughts_give_away_is_forgone_as_without_parts(counts: list[int]) -> None:
    model = nested(counts)
    needs = count_needs(model, RULE)
    try:
        whole = suppress(model, needs, prices(model, Price.CELLS), Search(price=Price.CELLS))
    except NotProtectable:
        return
    by_parts = suppress_by_parts(model, needs, prices(model, Price.CELLS), BY_PARTS)
    assert np.array_equal(by_parts.needs.down, whole.needs.down)


def test_parts_are_of_the_variable_with_most_categories_and_do_not_overlap() -> None:
    model = nested([5] * 18)
    assert variables_to_cut(model) == ["a", "b"]
    parts = list(parts_of(model, "a", 8, within=np.ones(len(model.values), dtype=np.bool_)))
    assert np.add.reduce([part.astype(int) for part in parts]).max() == 1
    codes = [{dict(model.coordinates[cell])["a"] for cell in np.flatnonzero(part)} for part in parts]
    assert set().union(*codes) == {f"d{place}" for place in range(6)}
    assert all(len({int(code[1]) // 3 for code in each}) == 1 for each in codes)
    assert all(len(each) > 1 for each in codes)  # within one category alone nothing can move


def test_parts_are_small_where_that_leaves_each_more_than_one_category() -> None:
    model = model_of(Grid(("a", "b"), (CODES, ("g0", "g1")), {(a, b): 5 for a in CODES for b in ("g0", "g1")}))
    parts = list(parts_of(model, "a", 8, within=np.ones(len(model.values), dtype=np.bool_)))
    assert [int(part.sum()) for part in parts] == [9, 9, 6]


def test_few_cells_are_searched_together() -> None:
    model = model_of(grid([[2, 9, 8], [7, 6, 9], [8, 7, 6]]))
    needs = count_needs(model, RULE)
    once = suppress_by_parts(model, needs, prices(model, Price.CELLS), replace(BY_PARTS, together=1_000))
    again = suppress(model, needs, prices(model, Price.CELLS), Search(price=Price.CELLS))
    assert np.array_equal(once.withheld, again.withheld)
