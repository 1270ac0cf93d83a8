"""What an attack finds does not depend on how many cells are moved at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from disclosure.small_tables import grid
from footing.disclosure.attack import Persistence, Question, Ranges, TablesDisagree, attack, possible_counts
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


def exact_range(equations: Equations, cell: int) -> tuple[float, float]:
    """The smallest and largest that a cell can be, from another solver, asked about nothing else."""
    rows = np.zeros((len(equations.starts) - 1, len(equations.cells)))
    np.add.at(rows, (np.repeat(np.arange(len(rows)), np.diff(equations.starts)), equations.columns), equations.signs)
    limits = np.column_stack([equations.lower, equations.upper])
    ends = []
    for side in (1.0, -1.0):
        aim = np.zeros(len(equations.cells))
        aim[cell] = side
        ends.append(linprog(aim, A_eq=rows, b_eq=np.zeros(len(rows)), bounds=limits, method="highs").x[cell])
    return ends[0], ends[1]


def hidden_table(seed: int) -> Equations:
    """The table above with about half of its finest counts withheld, some of them bounded by another figure."""
    random = np.random.default_rng(seed)
    counts, hidden = random.integers(1, 9, 12).tolist(), (random.random(12) < 0.6).tolist()
    seen, _ = printed(counts, hidden=hidden)
    withheld = [cell for cell, each in seen.items() if not each.known]
    seen[withheld[0]] = Seen(1.0, 9.0)
    return write_down(seen, {"a": Hierarchy("a", {"a0": "f0", "a1": "f0", "a2": "f1", "a3": "f1"})})


def asked_of(equations: Equations, seed: int) -> tuple[Question, np.ndarray]:
    """Questions just inside, at and just past the true ranges, in turn; and the true ranges."""
    cells = np.flatnonzero(
        (equations.lower < equations.upper) & (np.arange(len(equations.cells)) < equations.published)
    )
    true = np.array([exact_range(equations, cell) for cell in cells.tolist()])
    past = np.random.default_rng(seed).integers(-1, 2, true.shape).astype(float)
    return Question(cells, true[:, 0] - past[:, 0], true[:, 1] + past[:, 1], np.full(len(cells), 1e7)), true


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("persistence", [Persistence(), PIECES, Persistence(together=0, part=3)])
def test_a_side_reaches_as_far_as_was_asked_or_is_exactly_as_far_as_it_goes(
    seed: int, persistence: Persistence
) -> None:
    equations = hidden_table(seed)
    question, true = asked_of(equations, seed)
    ranges = attack(equations, question, persistence)
    assert np.array_equal(ranges.cells, question.cells)
    assert (ranges.smallest >= true[:, 0] - 1e-6).all()
    assert (ranges.largest <= true[:, 1] + 1e-6).all()
    for smallest, largest, low, high, (least, most) in zip(
        ranges.smallest, ranges.largest, question.low, question.high, true, strict=True
    ):
        assert smallest <= low if least <= low + 1e-6 else smallest == np.ceil(least - 1e-6)
        assert largest >= high if most >= high - 1e-6 else largest == np.floor(most + 1e-6)


def lone(smallest: float, largest: float = 1e7, *, other: float = 2.25, everyone: float = 10.0) -> Equations:
    """Two groups, ``x`` withheld between two bounds, and everybody."""
    seen = {coordinate(): Seen(everyone, everyone), coordinate(a="x"): Seen(smallest, largest)}
    return write_down({**seen, coordinate(a="y"): Seen(other)}, {})


def range_of_x(equations: Equations, low: float, high: float, *, whole: bool = True, width: float = 1e7) -> Ranges:
    place = np.array([equations.cells.index(coordinate(a="x"))])
    ones = np.ones(1)
    return attack(equations, Question(place, low * ones, high * ones, width * ones, whole), Persistence())


@pytest.mark.parametrize(("whole", "ends"), [(True, (2.0, 7.0)), (False, (1.5, 7.75))])
def test_who_knows_that_counts_are_whole_knows_a_range_of_whole_numbers(whole: bool, ends: tuple[float, float]) -> None:
    found = range_of_x(lone(1.5), 0.0, 20.0, whole=whole)
    assert (found.smallest[0], found.largest[0]) == pytest.approx(ends)


def test_numbers_are_taken_to_be_whole_unless_it_is_said_that_they_are_not() -> None:
    place = np.array([lone(1.5).cells.index(coordinate(a="x"))])
    found = attack(lone(1.5), Question(place, np.zeros(1), np.full(1, 20.0), np.full(1, 1e7)), Persistence())
    assert (found.smallest[0], found.largest[0]) == (2.0, 7.0)


def test_a_bound_that_another_figure_gives_is_kept() -> None:
    found = range_of_x(lone(2.0, 6.0), 0.0, 20.0)
    assert (found.smallest[0], found.largest[0]) == (2.0, 6.0)


def test_without_an_upper_end_any_question_upwards_is_answered_with_yes() -> None:
    x, y = coordinate(a="x"), coordinate(a="y")
    equations = write_down({coordinate(): Seen(5.0), x: Seen(1.0), y: Seen(2.0, 2.0)}, {})
    assert range_of_x(equations, 3.0, 500.0).largest[0] >= 500
    assert range_of_x(equations, 3.0, 500.0).smallest[0] == 3


def test_it_is_enough_that_possible_counts_lie_as_far_apart_as_was_asked() -> None:
    for width in (1.0, 3.0, 6.0):
        found = range_of_x(lone(1.0, other=2.0), 0.0, 20.0, width=width)
        assert found.largest[0] - found.smallest[0] >= width
    beyond = range_of_x(lone(1.0, other=2.0), 0.0, 20.0, width=7.5)
    assert (beyond.smallest[0], beyond.largest[0]) == (1.0, 8.0)
