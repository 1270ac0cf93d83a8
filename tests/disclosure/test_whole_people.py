"""Protection holds against somebody who knows that people come whole."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import as_matrix, model_of
from disclosure.small_tables import Grid, small_threshold
from footing.disclosure.model import CellModel
from footing.disclosure.prices import prices
from footing.disclosure.primary import NotProtectable, count_needs
from footing.disclosure.search import Effort, Price, Search
from footing.disclosure.suppress import suppress
from footing.disclosure.whole import prove_in_whole_people


def larger_cube(seed: int) -> CellModel:
    """Three variables of four categories each, with all margins and drawn counts."""
    codes = tuple(tuple(f"{variable}{number}" for number in range(4)) for variable in "abc")
    counts = np.random.default_rng(seed).integers(0, 7, 64).tolist()
    return model_of(Grid(("a", "b", "c"), codes, dict(zip(product(*codes), counts, strict=True))))


def cube(counts: list[int]) -> CellModel:
    """Three variables of three, two and two categories with all margins."""
    codes = (("a0", "a1", "a2"), ("b0", "b1"), ("c0", "c1"))
    keys = [(a, b, c) for a in codes[0] for b in codes[1] for c in codes[2]]
    return model_of(Grid(("a", "b", "c"), codes, dict(zip(keys, counts, strict=True))))


@given(counts=st.lists(st.integers(0, 6), min_size=12, max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_need_is_proved_by_whole_people_moving_among_withheld_cells(counts: list[int]) -> None:
    model = cube(counts)
    needs = count_needs(model, small_threshold(4).counts)
    try:
        pattern = suppress(model, needs, prices(model, Price.CELLS), Search(effort=Effort(programmes=50)))
    except NotProtectable:
        return
    nothing_found = np.zeros((0, int(pattern.withheld.sum())))
    proofs = prove_in_whole_people(model, pattern.needs, pattern.withheld, nothing_found)
    assert np.array_equal(proofs.withheld, pattern.withheld)
    assert proofs.moves.dtype.kind == "i"
    assert not (proofs.moves @ as_matrix(model).T).any()
    assert not proofs.moves[:, ~pattern.withheld].any()
    assert (model.values + proofs.moves >= needs.least).all()
    assert (proofs.moves.max(axis=0, initial=0) >= pattern.needs.up).all()
    assert (-proofs.moves.min(axis=0, initial=0) >= pattern.needs.down).all()


def test_what_is_not_found_within_so_many_branches_is_taken_not_to_exist_and_more_is_withheld() -> None:
    model = larger_cube(2)
    needs = count_needs(model, small_threshold(4).counts)
    search = Search(effort=Effort(programmes=50), exact=0)
    pattern = suppress(model, needs, prices(model, Price.CELLS), search)
    nothing_found = np.zeros((0, int(pattern.withheld.sum())))
    enough, none = (
        prove_in_whole_people(model, pattern.needs, pattern.withheld, nothing_found, branches=branches)
        for branches in (1_000, 0)
    )
    assert np.array_equal(enough.withheld, pattern.withheld)
    assert (none.withheld >= pattern.withheld).all()
    assert none.withheld.sum() > pattern.withheld.sum()
    for each in (enough, none):
        assert (each.moves.max(axis=0, initial=0) >= pattern.needs.up).all()
        assert (-each.moves.min(axis=0, initial=0) >= each.needs.down).all()
