"""Insiders of large sets of cells: pairs that no known move leaves apart are moved apart where that is possible."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import small_threshold
from disclosure.test_insiders import can_move, cube
from footing.disclosure.across import AcrossParts
from footing.disclosure.insiders import always_together
from footing.disclosure.primary import count_needs
from footing.disclosure.search import Search


@given(
    counts=st.lists(st.sampled_from([0, 1, 1, 2, 3, 9, 14]), min_size=18, max_size=18),
    across=st.sampled_from([0, 1_000]),
    together=st.sampled_from([1, 20, 1_000]),
)
@settings(max_examples=30, deadline=None)
def test_every_other_small_count_can_differ_while_the_insiders_own_stays(
    counts: list[int], across: int, together: int
) -> None:
    model = cube(counts)
    needs = count_needs(model, small_threshold(4).counts)
    nothing = np.zeros((0, int(needs.sensitive.sum())), dtype=np.bool_)
    parts = AcrossParts(model, needs, np.ones(len(model.values)), needs.sensitive.copy(), nothing)
    parts.hide_from_insiders(Search(across=across, together=together))
    assert not (needs.sensitive & ~parts.withheld).any()
    for insider in np.flatnonzero(needs.sensitive & (model.values == 1)):
        others, everything = parts.withheld.copy(), ~needs.fixed
        others[insider] = everything[insider] = False
        for cell in np.flatnonzero(needs.sensitive):
            if cell != insider and can_move(model, needs, everything, int(cell)):
                assert can_move(model, needs, others, int(cell))


@given(
    moved=st.integers(1, 7).flatmap(
        lambda cells: st.lists(st.lists(st.booleans(), min_size=cells, max_size=cells), min_size=1, max_size=8)
    )
)
def test_two_counts_are_together_unless_some_move_takes_one_and_not_the_other(moved: list[list[bool]]) -> None:
    moves = np.array(moved)
    everybody = np.arange(moves.shape[1])
    found = {insider: cells.tolist() for insider, cells in always_together(moves, everybody)}
    for insider in everybody.tolist():
        apart = {cell for move in moved for cell in everybody.tolist() if move[cell] and not move[insider]}
        assert found.get(insider, []) == [cell for cell in everybody.tolist() if cell != insider and cell not in apart]
