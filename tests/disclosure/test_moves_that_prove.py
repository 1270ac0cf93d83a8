"""The store of moves that prove needs: which needs each meets, and which can be done without."""

import numpy as np
import pytest

from footing.disclosure.proofs import Proofs

UP, DOWN = np.array([2.0, 0.0, 3.0]), np.array([0.0, 1.0, 1.0])


def marks(*places: int, of: int = 3) -> list[bool]:
    return [place in places for place in range(of)]


def stored(*moves: list[float]) -> Proofs:
    proofs = Proofs(UP, DOWN)
    for move in moves:
        proofs.add(np.array(move))
    return proofs


def unmet(proofs: Proofs, *moves: bool) -> tuple[list[bool], list[bool]]:
    up, down = proofs.unmet(np.array(moves, dtype=np.bool_))
    return up.tolist(), down.tolist()


def test_without_any_move_every_need_is_open_and_what_is_no_need_is_not() -> None:
    assert unmet(stored()) == (marks(0, 2), marks(1, 2))


@pytest.mark.parametrize(
    ("move", "up", "down"),
    [
        ([2.0, 0.0, 0.0], marks(2), marks(1, 2)),
        ([1.9, 0.0, 0.0], marks(0, 2), marks(1, 2)),
        ([2.0 - 1e-7, 0.0, 3.0], marks(), marks(1, 2)),
        ([9.0, 9.0, 9.0], marks(), marks(1, 2)),  # the second has no need upwards
        ([-9.0, -1.0, -1.0], marks(0, 2), marks()),
        ([0.0, -0.9, -2.0], marks(0, 2), marks(1)),
        ([0.0, -1.0 + 1e-7, 0.0], marks(0, 2), marks(2)),
    ],
)
def test_a_move_meets_the_needs_that_it_goes_as_far_for(move: list[float], up: list[bool], down: list[bool]) -> None:
    assert unmet(stored(move), True) == (up, down)
    assert unmet(stored(move), False) == (marks(0, 2), marks(1, 2))


def test_moves_that_use_a_cell_are_told_from_those_that_leave_it() -> None:
    proofs = stored([2.0, 0.0, -1.0], [0.0, 1e-7, 3.0], [0.0, -1.0, 0.0])
    assert proofs.without(np.array([0])).tolist() == [False, True, True]
    assert proofs.without(np.array([1])).tolist() == [True, True, False]
    assert proofs.without(np.array([0, 2])).tolist() == [False, False, True]


def test_more_moves_than_there_was_room_for_at_first_are_all_kept() -> None:
    proofs = Proofs(UP, DOWN)
    for number in range(200):
        proofs.add(np.array([number / 100, 0.0, 0.0]))
    assert len(proofs) == 200
    assert np.array_equal(proofs.moves[:, 0], np.arange(200) / 100)
    assert unmet(proofs, *[True] * 200) == (marks(0, 2), marks(1, 2))
    proofs.add(np.array([2.0, -1.0, 0.0]))
    assert unmet(proofs, *[True] * 201) == (marks(2), marks(2))
    assert not proofs.without(np.array([1]))[200]


def test_moves_that_are_forgotten_prove_nothing_any_more() -> None:
    proofs = stored([2.0, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 3.0])
    proofs.keep(np.array([False, True, True]))
    assert len(proofs) == 2
    assert proofs.moves.tolist() == [[0.0, -1.0, 0.0], [0.0, 0.0, 3.0]]
    assert unmet(proofs, True, True) == (marks(0), marks(2))
    assert proofs.without(np.array([1])).tolist() == [False, True]


def test_the_fewest_moves_that_meet_the_same_are_chosen_that_which_meets_most_first() -> None:
    proofs = stored([2.0, 0.0, 0.0], [2.0, -1.0, 0.0], [0.0, 0.0, 3.0], [0.0, -1.0, 0.0], [0.0, 5.0, 0.0])
    assert proofs.fewest().tolist() == [[2.0, -1.0, 0.0], [0.0, 0.0, 3.0]]
    assert stored([0.0, 5.0, 0.0]).fewest().shape == (0, 3)


def test_a_need_of_one_person_is_a_need() -> None:
    proofs = Proofs(np.ones(1), np.ones(1))
    assert unmet(proofs) == ([True], [True])
    proofs.add(np.array([1.0]))
    proofs.add(np.array([-1.0]))
    assert unmet(proofs, True, False) == ([False], [True])
    assert unmet(proofs, False, True) == ([True], [False])
