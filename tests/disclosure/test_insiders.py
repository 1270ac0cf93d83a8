"""Somebody who is alone in a group, and knows it, works out no other small count from that."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, small_threshold
from footing.disclosure.insiders import hidden_from_insiders
from footing.disclosure.kernel import move_space
from footing.disclosure.model import CellModel
from footing.disclosure.primary import Needs, count_needs
from footing.disclosure.programme import MoveProgramme


def cube(counts: list[int]) -> CellModel:
    codes = (("a0", "a1", "a2"), ("b0", "b1", "b2"), ("c0", "c1"))
    keys = [(a, b, c) for a in codes[0] for b in codes[1] for c in codes[2]]
    return model_of(Grid(("a", "b", "c"), codes, dict(zip(keys, counts, strict=True))))


def can_move(model: CellModel, needs: Needs, moving: np.ndarray, cell: int) -> bool:
    """Whether a cell can be another count while only the cells that are ``moving`` may differ."""
    if not moving[cell]:
        return False
    space = move_space(model, moving)
    programme = MoveProgramme(space, needs.room(model, space.cells))
    rewards = np.zeros(len(space.cells))
    place = int(np.flatnonzero(space.cells == cell)[0])
    for side in (1.0, -1.0):
        rewards[place] = side
        if abs(programme.best_move(rewards)[place]) > 1e-6:
            return True
    return False


@given(counts=st.lists(st.sampled_from([0, 1, 1, 2, 3, 9, 14]), min_size=18, max_size=18))
@settings(max_examples=25, deadline=None)
def test_every_other_small_count_can_differ_while_the_insiders_own_stays(counts: list[int]) -> None:
    model = cube(counts)
    needs = count_needs(model, small_threshold(4).counts)
    no_moves = np.zeros((0, len(model.values)), dtype=np.bool_)
    withheld = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves).withheld
    assert not (needs.sensitive & ~withheld).any()
    for insider in np.flatnonzero(needs.sensitive & (model.values == 1)):
        others, everything = withheld.copy(), ~needs.fixed
        others[insider] = everything[insider] = False
        for cell in np.flatnonzero(needs.sensitive):
            if cell != insider and can_move(model, needs, everything, int(cell)):
                assert can_move(model, needs, others, int(cell))


def test_a_move_that_is_known_and_leaves_the_insiders_own_cell_withholds_nothing_more() -> None:
    model = cube([1, 9, 9, 9, 2, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])
    needs = count_needs(model, small_threshold(4).counts)
    no_moves = np.zeros((0, len(model.values)), dtype=np.bool_)
    withheld = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves).withheld
    space = move_space(model, withheld)
    programme = MoveProgramme(space, needs.room(model, space.cells))
    insider = int(np.flatnonzero(model.values == 1)[0])
    programme.set_cost(np.flatnonzero(space.cells == insider), np.array([np.inf]))
    moves = np.zeros((0, len(model.values)), dtype=np.int64)
    for cell in np.flatnonzero(needs.sensitive & (model.values == 2)):
        rewards = np.zeros(len(space.cells))
        rewards[int(np.flatnonzero(space.cells == cell)[0])] = 1.0
        move = np.zeros((1, len(model.values)), dtype=np.int64)
        move[0, space.cells] = np.rint(programme.best_move(rewards)).astype(np.int64)
        moves = np.vstack([moves, move])
    again = hidden_from_insiders(model, needs, np.ones(len(model.values)), withheld, moves != 0).withheld
    assert np.array_equal(again, withheld)
