"""Which counts are kept back on their own account, and how uncertain each must stay."""

import numpy as np
import pytest

from disclosure.small_models import model_of
from disclosure.small_tables import Grid, grid, policy
from footing.disclosure.model import CellModel, build_model
from footing.disclosure.primary import Needs, count_needs, telling_noughts
from footing.standards import CountsRule
from footing.tables import EVERYONE, Coordinate, Hierarchy, coordinate

TABLE = grid([[0, 1, 3], [4, 5, 9], [7, 8, 9]])


def rule(threshold: int = 4, lower: int = 1, upper: int = 6, **others: str) -> CountsRule:
    protection = {"lower": lower, "upper": upper}
    return policy(counts={"threshold": threshold, "protection": protection, **others}).counts


NOUGHTS_WITHHELD = rule(lower=0, zeros="withheld", group_disclosure="withheld")


def by_cell(model: CellModel, numbers: np.ndarray) -> dict[Coordinate, float]:
    return dict(zip(model.coordinates, numbers.tolist(), strict=True))


def marked(model: CellModel, marks: np.ndarray) -> set[Coordinate]:
    return {cell for cell, mark in by_cell(model, marks).items() if mark}


def with_count(model: CellModel, *counts: int) -> set[Coordinate]:
    return {cell for cell, count in by_cell(model, model.values).items() if count in counts}


def test_counts_from_one_to_just_under_the_threshold_are_kept_back() -> None:
    model = model_of(TABLE)
    needs = count_needs(model, rule())
    assert marked(model, needs.sensitive) == with_count(model, 1, 3)
    assert needs.hidden is needs.sensitive
    assert needs.whole


def test_noughts_are_kept_back_as_well_where_they_are_withheld_and_then_none_is_known() -> None:
    model = model_of(TABLE)
    needs = count_needs(model, NOUGHTS_WITHHELD)
    assert marked(model, needs.sensitive) == with_count(model, 0, 1, 3)
    assert not needs.fixed.any()
    assert not needs.least.any()


def test_only_noughts_that_are_shown_are_known_not_to_move() -> None:
    model = model_of(TABLE)
    assert marked(model, count_needs(model, rule()).fixed) == with_count(model, 0)


@pytest.mark.parametrize(("lower", "down"), [(1, {1: 0, 3: 2}), (2, {1: 0, 3: 1}), (3, {1: 0, 3: 0})])
def test_a_small_count_must_be_able_to_be_as_large_and_as_small_as_the_policy_says(
    lower: int, down: dict[int, int]
) -> None:
    model = model_of(TABLE)
    needs = count_needs(model, rule(lower=lower))
    for count, up, fall in zip(model.values, needs.up, needs.down, strict=True):
        small = count in (1, 3)
        assert up == (6 - count if small else 0)
        assert fall == (down[int(count)] if small else 0)


def test_a_small_count_must_be_able_to_be_nought_where_noughts_are_withheld() -> None:
    model = model_of(TABLE)
    needs = count_needs(model, NOUGHTS_WITHHELD)
    assert np.array_equal(needs.down, np.where(model.values < 4, model.values, 0))


def test_a_total_is_known_to_be_as_many_as_it_has_parts_that_are_somebody() -> None:
    model = model_of(grid([[0, 1, 1], [1, 2, 2]]))
    least = by_cell(model, count_needs(model, rule()).least)
    assert least[EVERYONE] == 5
    assert least[coordinate(a="a0")] == 2
    assert least[coordinate(a="a1")] == 3
    assert least[coordinate(b="b0")] == 1
    assert least[coordinate(a="a0", b="b0")] == 0
    assert least[coordinate(a="a0", b="b1")] == 1


def test_what_a_total_must_be_at_least_its_only_part_must_be_too_and_no_more_is_asked_of_it() -> None:
    """All of ``a0`` are in ``b0``, and they are in both of ``c0`` and ``c1``."""
    counts = {EVERYONE: 20, coordinate(a="a0"): 3, coordinate(a="a1"): 17}
    counts |= {coordinate(a="a0", b="b0"): 3, coordinate(a="a0", b="b1"): 0}
    counts |= {coordinate(a="a1", b="b0"): 8, coordinate(a="a1", b="b1"): 9}
    counts |= {coordinate(a="a0", c="c0"): 1, coordinate(a="a0", c="c1"): 2}
    counts |= {coordinate(a="a1", c="c0"): 8, coordinate(a="a1", c="c1"): 9}
    model = build_model(counts, counts, {})
    needs = count_needs(model, rule())
    assert by_cell(model, needs.least)[coordinate(a="a0", b="b0")] == 2
    assert by_cell(model, needs.down)[coordinate(a="a0", b="b0")] == 1
    assert by_cell(model, needs.down)[coordinate(a="a0", c="c1")] == 1


ANSWERS = {"answer": Hierarchy("answer", {"yes": "given", "no": "given"})}


def test_the_small_count_that_is_left_over_is_kept_back_although_no_table_lists_it() -> None:
    counts = {EVERYONE: 20, coordinate(answer="given"): 12, coordinate(answer="yes"): 10}
    model = build_model(counts, counts, ANSWERS)
    left, needs = coordinate(answer="no"), count_needs(model, rule())
    assert marked(model, needs.sensitive) == {left}
    assert by_cell(model, needs.least)[left] == 0
    assert by_cell(model, needs.down)[left] == 1


def test_a_small_total_that_no_table_lists_is_kept_back_only_where_it_is_left_of_another() -> None:
    linked = {coordinate(a="1"): 1, coordinate(a="2"): 2, coordinate(c="1"): 2, coordinate(c="2"): 1}
    model = build_model(linked, linked, {})
    assert EVERYONE in model.coordinates
    assert marked(model, count_needs(model, rule()).sensitive) == linked.keys()


def test_how_far_cells_may_move_and_are_wanted_to() -> None:
    model = model_of(TABLE)
    needs: Needs = count_needs(model, rule())
    (cell,) = (place for place, each in enumerate(model.coordinates) if model.values[place] == 3 and len(each) == 2)
    room = needs.room(model, np.array([cell]))
    assert (room.most_down[0], room.most_up[0]) == (2.0, np.inf)
    assert (room.wanted_down[0], room.wanted_up[0]) == (2.0, 3.0)


@pytest.mark.parametrize(
    ("table", "noughts"),
    [
        (grid([[9, 0, 0], [8, 7, 6], [5, 8, 9]]), {("a0", "b1")}),  # one of two is enough
        (grid([[9, 0], [0, 9]]), {("a0", "b1"), ("a1", "b0")}),
        (grid([[9, 5, 0], [8, 7, 6], [5, 8, 9]]), set()),  # not all in one part
        (grid([[0, 0], [0, 0]]), set()),  # nobody is in no part
        (grid([[8, 0, 7], [9, 0, 0], [5, 9, 6]]), {("a1", "b1")}),  # serves its row and its column
        (grid([[8, 0, 7], [9, 1, 0], [5, 9, 6]]), set()),
    ],
)
def test_one_nought_beside_each_group_that_is_all_in_one_part_tells_of_it(
    table: Grid, noughts: set[tuple[str, str]]
) -> None:
    model = model_of(table)
    assert marked(model, telling_noughts(model)) == {coordinate(a=a, b=b) for a, b in noughts}
    withheld = count_needs(model, rule(group_disclosure="withheld"))
    assert marked(model, withheld.sensitive & (model.values == 0)) == {coordinate(a=a, b=b) for a, b in noughts}
    assert not (count_needs(model, rule()).sensitive & (model.values == 0)).any()


def test_of_a_group_that_is_all_in_one_part_a_nought_must_be_able_to_reach_the_threshold() -> None:
    model = model_of(grid([[9, 0, 0], [8, 7, 6], [5, 8, 9]]))
    needs = count_needs(model, rule(group_disclosure="withheld"))
    nought = coordinate(a="a0", b="b1")
    assert by_cell(model, needs.up)[nought] == 6
    assert by_cell(model, needs.down)[nought] == 0
    assert coordinate(a="a0", b="b2") in marked(model, needs.fixed)
    assert nought not in marked(model, needs.fixed)


def test_a_nought_that_no_table_lists_tells_nobody_anything() -> None:
    """Of ``a0`` all are in ``b0``; that nobody is in ``b1`` is printed nowhere, and follows."""
    model = model_of(grid([[9, 0], [8, 7]]))
    unlisted = coordinate(a="a0", b="b1")
    hidden = np.array([cell != unlisted for cell in model.coordinates])
    part = CellModel(
        model.coordinates,
        model.values,
        hidden,
        model.given,
        model.starts,
        model.columns,
        model.signs,
        exact=True,
    )
    assert not telling_noughts(part).any()
