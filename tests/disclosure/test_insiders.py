"""Somebody who is alone in a group, and knows it, works out no other small count from that."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, small_threshold
from footing.disclosure.insiders import InsiderSearch, alone, always_together, hidden_from_insiders
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


def test_only_those_know_their_count_who_are_one_and_in_a_table() -> None:
    model = model_of(grid([[1, 2, 9], [0, 9, 9]]))
    needs = count_needs(model, small_threshold(4).counts)
    single = model.values == 1
    assert np.array_equal(alone(model, needs), single)
    nowhere = replace(model, published=~single)
    assert not alone(nowhere, needs).any()
    assert not alone(model, replace(needs, sensitive=~single)).any()


def test_of_each_insider_those_cells_are_named_that_no_known_move_takes_without_them() -> None:
    moved = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [0, 0, 1, 0]], dtype=np.bool_)
    together = {insider: cells.tolist() for insider, cells in always_together(moved, np.array([0, 2, 3]))}
    assert together == {
        0: [1, 3],  # the third move takes 2 alone; none takes 3
        2: [3],  # the first takes 0 and 1 without 2
    }


def test_an_insider_whose_own_never_moves_learns_nothing_that_moves_do_not_take_away() -> None:
    moved = np.array([[0, 1, 1], [0, 1, 0]], dtype=np.bool_)
    assert list(always_together(moved, np.array([0]))) == []
    nothing = np.zeros((0, 2), dtype=np.bool_)
    ((insider, cells),) = always_together(nothing, np.array([1]))
    assert (insider, cells.tolist()) == (1, [0])


Square = tuple[CellModel, Needs, dict[str, int]]


def square(*, but: tuple[str, ...] = ()) -> Square:
    """One person and two, each alone small in a row and in a column; ``but`` are the only cells that may move."""
    model = model_of(grid([[1, 9, 9], [9, 2, 9], [9, 9, 9]]))
    needs = count_needs(model, small_threshold(4).counts)
    place = {"".join(code for _, code in cell): number for number, cell in enumerate(model.coordinates)}
    if but:
        needs = replace(needs, fixed=np.array([cell not in but for cell in place]))
    return model, needs, place


def no_moves(model: CellModel) -> np.ndarray:
    return np.zeros((0, len(model.values)), dtype=np.bool_)


@pytest.mark.parametrize("cheap", [("a1b2", "a2b1", "a2b2"), ("a1", "b1", ""), ("a1b0", "a2b0", "a2b1")])
def test_a_small_count_that_only_moves_with_the_insiders_own_takes_what_costs_least_without_it(
    cheap: tuple[str, ...],
) -> None:
    model, needs, place = square()
    moves = no_moves(model)
    withheld = needs.sensitive.copy()
    withheld[[place["a0b1"], place["a1b0"]]] = True
    cost = np.full(len(model.values), 50.0)
    cost[[place[cell] for cell in cheap]] = 1.0
    found = hidden_from_insiders(model, needs, cost, withheld, np.vstack([moves, withheld]))
    assert set(np.flatnonzero(found.withheld & ~withheld)) == {place[cell] for cell in cheap} - {place["a1b0"]}
    assert np.array_equal(found.moved[0], withheld)
    assert len(found.moved) == 2
    assert not found.moved[1, place["a0b0"]]
    assert found.moved[1, place["a1b1"]]
    assert not (found.moved & ~found.withheld).any()


def test_what_is_withheld_already_is_used_again_for_nothing_and_what_is_shown_stays() -> None:
    model, needs, place = square()
    withheld = needs.sensitive.copy()
    withheld[[place[cell] for cell in ("a0b1", "a1b0", "a1b2", "a2b1", "a2b2")]] = True
    before = withheld.copy()
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), withheld, no_moves(model))
    assert np.array_equal(found.withheld, before)
    assert np.array_equal(withheld, before)


def test_one_move_that_serves_two_counts_is_looked_for_once() -> None:
    model = model_of(grid([[1, 9, 9], [9, 2, 2], [9, 9, 9]]))
    needs = count_needs(model, small_threshold(4).counts)
    place = {"".join(code for _, code in cell): number for number, cell in enumerate(model.coordinates)}
    needs = replace(needs, fixed=np.array([cell not in ("a1b1", "a1b2", "a2b1", "a2b2") for cell in place]))
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves(model))
    assert len(found.moved) == 1


def test_a_move_serves_an_insider_only_if_it_takes_the_count_and_not_the_insiders_own() -> None:
    model, needs, _ = square()
    search = InsiderSearch(model, needs, np.ones(len(model.values)), needs.sensitive)
    for moved, serves in (([0, 1], True), ([1, 1], False), ([0, 0], False), ([1, 0], False)):
        search.found = [np.array(moved, dtype=np.bool_)]
        assert search.is_moved_without(0, 1) is serves


def test_an_insider_whose_own_count_cannot_move_at_all_is_in_nobodys_way() -> None:
    corners = ("a1b1", "a1b2", "a2b1", "a2b2")
    model, needs, place = square(but=corners)
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves(model))
    (move,) = found.moved
    assert set(np.flatnonzero(move)) == {place[cell] for cell in corners}


def test_a_small_count_that_can_only_be_fewer_is_moved_down() -> None:
    corners = ("a1b1", "a1b2", "a2b1", "a2b2")
    model, needs, place = square(but=corners)
    least = needs.least.copy()
    least[place["a1b2"]] = model.values[place["a1b2"]]
    found = hidden_from_insiders(
        model, replace(needs, least=least), np.ones(len(model.values)), needs.sensitive, no_moves(model)
    )
    assert len(found.moved) == 1
    assert found.withheld[place["a1b2"]]


def test_nothing_is_withheld_for_a_count_that_nothing_can_move() -> None:
    model, needs, _ = square(but=("a2b1", "a2b2"))
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves(model))
    assert np.array_equal(found.withheld, needs.sensitive)
    assert len(found.moved) == 0


def test_no_move_is_taken_in_which_the_insiders_own_count_moves() -> None:
    model, needs, _ = square(but=("a0b0", "a0b1", "a1b0", "a1b1"))
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves(model))
    assert len(found.moved) == 0


def test_each_of_two_insiders_is_asked_about_with_the_other_free_to_move() -> None:
    model = model_of(grid([[1, 2, 1], [9, 9, 9]]))
    needs = count_needs(model, small_threshold(4).counts)
    place = {"".join(code for _, code in cell): number for number, cell in enumerate(model.coordinates)}
    needs = replace(needs, fixed=np.array([len(cell) < 4 for cell in place]))
    found = hidden_from_insiders(model, needs, np.ones(len(model.values)), needs.sensitive, no_moves(model)).moved
    for insider, other in (("a0b0", "a0b2"), ("a0b2", "a0b0")):
        assert any(move[place["a0b1"]] and move[place[other]] and not move[place[insider]] for move in found)
