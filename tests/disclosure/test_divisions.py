"""Which categories sums divide, and the parts that many cells are cut into."""

import numpy as np

from disclosure.small_models import model_of
from disclosure.small_tables import Grid
from footing.disclosure.divisions import divisions, parts_of, variables_to_cut
from footing.disclosure.model import CellModel
from footing.tables import Coordinate, Hierarchy

NESTED = Hierarchy("a", {"a0": "f0", "a1": "f0", "a2": "f1", "a3": "f1", "a4": "f1"})
CODES = (("a0", "a1", "a2", "a3", "a4"), ("b0", "b1"))
MODEL = model_of(Grid(("a", "b"), CODES, {(a, b): 5 for a in CODES[0] for b in CODES[1]}, (NESTED,)))


def cut(model: CellModel, variable: str, most: int, within: np.ndarray | None = None) -> list[set[Coordinate]]:
    every = np.ones(len(model.values), dtype=np.bool_) if within is None else within
    return [
        {model.coordinates[place] for place in np.flatnonzero(part)} for part in parts_of(model, variable, most, every)
    ]


def codes_of(parts: list[set[Coordinate]]) -> list[set[str]]:
    return [{dict(cell)["a"] for cell in part} for part in parts]


def test_each_code_that_a_sum_divides_is_named_with_its_parts() -> None:
    assert divisions(MODEL) == {
        "a": {None: {"f0", "f1"}, "f0": {"a0", "a1"}, "f1": {"a2", "a3", "a4"}},
        "b": {None: {"b0", "b1"}},
    }


def test_the_variable_with_most_of_the_finest_codes_is_cut_first_and_of_equal_ones_the_first_by_name() -> None:
    assert variables_to_cut(MODEL) == ["a", "b"]
    square = model_of(Grid(("y", "x"), (("p", "q"), ("p", "q")), {(i, j): 5 for i in "pq" for j in "pq"}))
    assert variables_to_cut(square) == ["x", "y"]
    wide = model_of(Grid(("a", "z"), (("p", "q"), tuple("pqr")), {(i, j): 5 for i in "pq" for j in "pqr"}))
    assert variables_to_cut(wide) == ["z", "a"]


def test_what_lies_side_by_side_under_one_code_is_one_part_where_it_is_not_too_much() -> None:
    parts = cut(MODEL, "a", most=1_000)
    assert codes_of(parts) == [{"a0", "a1"}, {"a2", "a3", "a4"}]
    assert [len(part) for part in parts] == [6, 9]


def test_a_part_that_would_be_too_much_is_cut_but_into_no_fewer_than_two_codes_each() -> None:
    assert codes_of(cut(MODEL, "a", most=1)) == [{"a0", "a1"}, {"a2", "a3", "a4"}]
    codes = (tuple(f"a{number}" for number in range(6)), ("b0", "b1"))
    flat = model_of(Grid(("a", "b"), codes, {(a, b): 5 for a in codes[0] for b in codes[1]}))
    assert codes_of(cut(flat, "a", most=1)) == [{"a0", "a1"}, {"a2", "a3"}, {"a4", "a5"}]
    assert codes_of(cut(flat, "a", most=9)) == [{"a0", "a1", "a2"}, {"a3", "a4", "a5"}]
    assert len(cut(flat, "a", most=18)) == 1
    assert len(cut(flat, "a", most=17)) == 2


def test_only_cells_that_are_asked_for_are_in_a_part() -> None:
    within = np.array([len(cell) == 2 and dict(cell)["b"] == "b0" for cell in MODEL.coordinates])
    parts = cut(MODEL, "a", 1_000, within)
    assert [len(part) for part in parts] == [2, 3]
    assert all(dict(cell)["b"] == "b0" for part in parts for cell in part)
