"""Under the weaker promise no small count follows from others by adding up, and nothing is withheld without need."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_models import as_matrix, model_of
from disclosure.small_tables import Grid, grid, small_threshold
from footing.disclosure.model import CellModel
from footing.disclosure.primary import NotProtectable, count_needs
from footing.disclosure.recovery import withheld_against_recovery
from footing.tables import Hierarchy

THRESHOLD = 4


def given_away(model: CellModel, withheld: np.ndarray) -> set[int]:
    """The withheld cells that follow from the shown ones, by rank alone: asking for it adds nothing to the sums."""
    hidden = np.flatnonzero(withheld)
    sums = as_matrix(model)[:, hidden]
    rank = np.linalg.matrix_rank(sums) if sums.size else 0
    found = set()
    for place, cell in enumerate(hidden):
        asked = np.zeros((1, len(hidden)))
        asked[0, place] = 1.0
        if np.linalg.matrix_rank(np.vstack([sums, asked])) == rank:
            found.add(int(cell))
    return found


def require_tight(model: CellModel) -> None:
    """Every sensitive cell is safe, and showing any other withheld cell would give one away."""
    needs = count_needs(model, small_threshold(THRESHOLD).counts)
    sensitive = set(np.flatnonzero(needs.sensitive).tolist())
    try:
        withheld = withheld_against_recovery(model, needs, np.ones(len(model.values)))
    except NotProtectable:
        assert given_away(model, ~needs.fixed) & sensitive
        return
    assert not given_away(model, withheld) & sensitive
    for cell in np.flatnonzero(withheld & ~needs.hidden):
        fewer = withheld.copy()
        fewer[cell] = False
        assert given_away(model, fewer) & sensitive


@given(counts=st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_small_count_of_a_table_with_its_margins_follows_from_the_sums(counts: list[list[int]]) -> None:
    require_tight(model_of(grid(counts)))


@given(counts=st.lists(st.integers(0, 9), min_size=18, max_size=18))
@settings(max_examples=40, deadline=None)
def test_no_small_count_of_three_variables_with_a_hierarchy_follows_from_the_sums(counts: list[int]) -> None:
    codes = (("a0", "a1", "a2"), ("b0", "b1"), ("c0", "c1", "c2"))
    keys = [(a, b, c) for a in codes[0] for b in codes[1] for c in codes[2]]
    nested = Hierarchy("a", {"a0": "f0", "a1": "f0", "a2": "f1"})
    require_tight(model_of(Grid(("a", "b", "c"), codes, dict(zip(keys, counts, strict=True)), (nested,))))


def test_dear_cells_are_shown_first() -> None:
    model = model_of(grid([[2, 9], [8, 7]]))
    needs = count_needs(model, small_threshold(THRESHOLD).counts)
    margin = np.array([len(cell) < 2 for cell in model.coordinates])
    assert not withheld_against_recovery(model, needs, np.where(margin, 9.0, 1.0))[margin].any()
    assert withheld_against_recovery(model, needs, np.where(margin, 1.0, 9.0))[margin].any()
