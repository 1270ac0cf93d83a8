"""What an attack finds does not depend on how many cells are moved at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import grid
from footing.disclosure.attack import Persistence, Question, TablesDisagree, attack, possible_counts
from footing.disclosure.equations import Equations, write_down
from footing.disclosure.seen import Seen
from footing.tables import Coordinate, Hierarchy, coordinate

PIECES = Persistence(together=0, part=8)
HIGH = 6.0


def printed(counts: list[int], *, hidden: list[bool]) -> tuple[dict[Coordinate, Seen], Equations]:
    """Four departments in two functions by three grades, some counts withheld; those are at least one."""
    table = grid([[max(1, count) for count in counts[first : first + 3]] for first in range(0, 12, 3)])
    functions = {"a0": "f0", "a1": "f0", "a2": "f1", "a3": "f1"}
    cells: dict[Coordinate, int] = {}
    for (a, b), count in table.counts.items():
        for part in {a, functions[a], None}:
            for grade in (b, None):
                named = coordinate(**{k: v for k, v in (("a", part), ("b", grade)) if v})
                cells[named] = cells.get(named, 0) + count
    finest = sorted(cell for cell in cells if len(cell) == 2 and dict(cell)["a"].startswith("a"))
    withheld = {cell for cell, each in zip(finest, hidden, strict=True) if each}
    seen = {cell: Seen(1.0) if cell in withheld else Seen(float(n), float(n)) for cell, n in cells.items()}
    return seen, write_down(seen, {"a": Hierarchy("a", functions)})


@given(
    counts=st.lists(st.integers(1, 9), min_size=12, max_size=12),
    hidden=st.lists(st.booleans(), min_size=12, max_size=12).filter(any),
)
@settings(max_examples=60, deadline=None)
def test_piece_by_piece_the_same_questions_are_answered_and_the_same_ranges_are_exact(
    counts: list[int], hidden: list[bool]
) -> None:
    _, equations = printed(counts, hidden=hidden)
    cells = np.flatnonzero(equations.lower < equations.upper)
    ones = np.ones(len(cells))
    question = Question(cells, low=ones, high=HIGH * ones, width=1e7 * ones)
    together, pieces = attack(equations, question, Persistence()), attack(equations, question, PIECES)
    assert np.array_equal(together.largest >= HIGH, pieces.largest >= HIGH)
    assert np.array_equal(together.smallest <= 1, pieces.smallest <= 1)
    short, long = together.largest < HIGH, together.smallest > 1
    assert np.array_equal(together.largest[short], pieces.largest[short])
    assert np.array_equal(together.smallest[long], pieces.smallest[long])


def test_counts_inside_what_is_possible_keep_every_sum_and_every_bound() -> None:
    _, equations = printed([9, 8, 7, 6, 9, 8, 7, 6, 9, 8, 7, 6], hidden=[True] * 12)
    found = possible_counts(equations, inside=True)
    rows = np.repeat(np.arange(len(equations.starts) - 1), np.diff(equations.starts))
    assert np.allclose(np.bincount(rows, weights=equations.signs * found[equations.columns]), 0.0, atol=1e-7)
    assert (found >= equations.lower - 1e-7).all()
    assert (found <= equations.upper + 1e-7).all()


def test_tables_that_disagree_are_noticed_inside_as_well() -> None:
    seen, _ = printed([9] * 12, hidden=[False] * 12)
    wrong = {**seen, coordinate(): Seen(1.0, 1.0)}
    with pytest.raises(TablesDisagree):
        possible_counts(write_down(wrong, {}), inside=True)
