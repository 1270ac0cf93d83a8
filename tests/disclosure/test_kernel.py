"""Moves of the free cells, expanded, keep every sum, and there are as many as there can be."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import as_matrix, model_of
from disclosure.small_tables import grid
from footing.disclosure.kernel import move_space


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


def test_a_lone_hidden_cell_cannot_move() -> None:
    model = model_of(grid([[1, 2], [3, 4]]))
    chosen = np.zeros(len(model.values), dtype=bool)
    chosen[-1] = True
    assert move_space(model, chosen).size == 0
