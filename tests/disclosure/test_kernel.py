"""Moves of the free cells, expanded, keep every sum, and there are as many as there can be."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import Rows, as_matrix, model_of
from disclosure.small_tables import grid
from footing.disclosure.kernel import MoveSpace, move_space


def expanded(space: MoveSpace) -> np.ndarray:
    """The move of each of the cells for each free move by one, a column for each."""
    return np.array([space.moves(free) for free in np.eye(space.size)]).reshape(space.size, len(space.cells)).T


def sums_of(matrix: np.ndarray) -> Rows:
    """The sparse rows of a dense matrix."""
    rows, columns = np.nonzero(matrix)
    return Rows(np.searchsorted(rows, np.arange(len(matrix) + 1)), columns, matrix[rows, columns].astype(float))


@given(
    rows=st.integers(2, 4),
    columns=st.integers(2, 4),
    hidden=st.lists(st.booleans(), min_size=25, max_size=25),
    seed=st.integers(0, 1000),
)
@settings(max_examples=60, deadline=None)
def test_every_move_of_hidden_cells_keeps_every_sum(rows: int, columns: int, hidden: list[bool], seed: int) -> None:
    model = model_of(grid([[1] * columns for _ in range(rows)]))
    chosen = np.array(hidden[: len(model.values)])
    space = move_space(model, chosen)
    moves = np.zeros(len(model.values))
    moves[space.cells] = space.moves(np.random.default_rng(seed).integers(-9, 9, space.size).astype(float))
    matrix = as_matrix(model)
    assert not np.abs(matrix @ moves).max(initial=0.0)
    assert not moves[~chosen].any()
    assert space.size == chosen.sum() - (np.linalg.matrix_rank(matrix[:, chosen]) if chosen.any() else 0)


@given(
    signs=st.lists(st.lists(st.sampled_from([-1, 0, 1]), min_size=9, max_size=9), min_size=1, max_size=7),
    hidden=st.lists(st.booleans(), min_size=9, max_size=9),
)
@settings(max_examples=150, deadline=None)
def test_moves_keep_sums_of_any_shape_also_where_a_cell_moves_by_parts_of_one(
    signs: list[list[int]], hidden: list[bool]
) -> None:
    matrix, chosen = np.array(signs), np.array(hidden)
    space = move_space(sums_of(matrix), chosen)
    assert np.allclose(matrix[:, chosen] @ expanded(space), 0.0)
    assert space.weights.all()
    assert space.size == chosen.sum() - (np.linalg.matrix_rank(matrix[:, chosen]) if chosen.any() else 0)


def test_every_free_cell_moves_as_it_is_told() -> None:
    model = model_of(grid([[1] * 4 for _ in range(4)]))
    space = move_space(model, np.ones(len(model.values), dtype=bool))
    told = {tuple(row) for row in expanded(space).tolist()}
    assert told >= {tuple(row) for row in np.eye(space.size).tolist()}


def test_the_two_cells_of_a_single_sum_move_together() -> None:
    assert move_space(sums_of(np.array([[1, -1]])), np.ones(2, dtype=bool)).size == 1


def test_a_cell_in_one_sum_is_worked_out_before_one_in_many_so_that_moves_stay_short() -> None:
    pairs_of_one_total = np.array([[-1, -1, 0, 0, 1, 0, 0], [0, 0, 0, 0, 1, -1, -1], [0, 0, -1, -1, 1, 0, 0]])
    lengths = np.diff(move_space(sums_of(pairs_of_one_total), np.ones(7, dtype=bool)).starts)
    assert lengths.tolist() == [2, 1, 2, 1, 1, 2, 1]


def test_a_lone_hidden_cell_cannot_move() -> None:
    model = model_of(grid([[1, 2], [3, 4]]))
    chosen = np.zeros(len(model.values), dtype=bool)
    chosen[-1] = True
    assert move_space(model, chosen).size == 0
