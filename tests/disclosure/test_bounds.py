"""A count is worked out where all others of its sums leave it no choice, and only there."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footing.disclosure.bounds import MOST_ROUNDS, UNKNOWN, describe, work_out
from footing.disclosure.completion import CountsDoNotAddUp
from footing.tables import EVERYONE, Coordinate, coordinate

W, A, B, C = EVERYONE, coordinate(v="a"), coordinate(v="b"), coordinate(v="c")
BY_V = (EVERYONE, "v", 0)


def worked_out(values: dict[Coordinate, int], *parts: Coordinate) -> dict[Coordinate, int]:
    work_out(values, {BY_V: parts})
    return values


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({W: UNKNOWN, A: 3, B: 4}, {W: 7}),
        ({W: 9, A: 3, B: UNKNOWN}, {B: 6}),
        ({W: 3, A: 3, B: UNKNOWN}, {B: 0}),
        ({W: 3, A: 3, B: UNKNOWN, C: UNKNOWN}, {B: 0, C: 0}),
        ({W: 9, A: 3, B: UNKNOWN, C: UNKNOWN}, {B: UNKNOWN, C: UNKNOWN}),
        ({W: UNKNOWN, A: 3, B: UNKNOWN}, {W: UNKNOWN, B: UNKNOWN}),
    ],
)
def test_what_one_sum_tells(known: dict[Coordinate, int], found: dict[Coordinate, int]) -> None:
    parts = [cell for cell in known if cell != W]
    assert worked_out(dict(known), *parts) == {**known, **found}


def test_what_one_sum_tells_of_a_cell_another_uses() -> None:
    """Five of the five of a1 are in b2 and c2; so all of a1 are in b2, and one of the six of b2 is not in a1."""
    a1, b2, both, rest = coordinate(a="1"), coordinate(b="2"), coordinate(a="1", b="2"), coordinate(a="x", b="2")
    finest, other, outside = coordinate(a="1", b="2", c="2"), coordinate(a="1", b="2", c="1"), coordinate(a="1", b="x")
    values = {a1: 5, b2: 6, finest: 5, both: UNKNOWN, rest: UNKNOWN, other: UNKNOWN, outside: UNKNOWN}
    work_out(values, {(b2, "a", 0): (both, rest), (a1, "b", 0): (both, outside), (both, "c", 0): (finest, other)})
    assert values == {a1: 5, b2: 6, finest: 5, both: 5, rest: 1, other: 0, outside: 0}


@pytest.mark.parametrize("known", [{W: 6, A: 3, B: 4}, {W: UNKNOWN, A: 3, B: 4}, {W: 2, A: 3, B: UNKNOWN}])
def test_parts_that_come_to_more_than_the_whole_are_refused(known: dict[Coordinate, int]) -> None:
    sums = {BY_V: (A, B), (EVERYONE, "u", 0): (C,)}
    with pytest.raises(CountsDoNotAddUp, match="come to more than the whole"):
        work_out({**known, C: 6}, sums)


def test_bounds_that_creep_towards_each_other_are_given_up() -> None:
    """Of three sums in a ring each takes one off the most that the next can be."""
    x, y, z, one = (coordinate(u=each) for each in "xyz1")
    ring = {(x, "u", 0): (y, one), (y, "u", 1): (z, one), (z, "u", 2): (x, one)}
    values = {W: 10 * MOST_ROUNDS, x: UNKNOWN, y: UNKNOWN, z: UNKNOWN, one: 1}
    work_out(values, {BY_V: (x, y, z), **ring})
    assert [values[cell] for cell in (x, y, z)] == [UNKNOWN] * 3


@given(people=st.lists(st.integers(0, 3), min_size=8, max_size=8), hidden=st.sets(st.integers(0, 26), max_size=20))
def test_what_is_worked_out_is_so(people: list[int], hidden: set[int]) -> None:
    """All of three variables of two codes: whatever is hidden, what is worked out is the count that was hidden."""
    kinds = list(product("12", repeat=3))
    cells = [tuple(zip("abc", codes, strict=True)) for codes in product(" 12", repeat=3)]
    cells = [tuple(pair for pair in cell if pair[1] != " ") for cell in cells]
    true = {
        cell: sum(n for n, kind in zip(people, kinds, strict=True) if set(cell) <= set(zip("abc", kind, strict=True)))
        for cell in cells
    }
    sums = {
        (cell, variable, 0): [tuple(sorted((*cell, (variable, code)))) for code in "12"]
        for cell in cells
        for variable in "abc"
        if variable not in dict(cell)
    }
    values = {cell: UNKNOWN if place in hidden else true[cell] for place, cell in enumerate(cells)}
    work_out(values, sums)
    assert all(values[cell] in {UNKNOWN, true[cell]} for cell in cells)
    alone = [family for family in sums if sum(values[each] == UNKNOWN for each in (family[0], *sums[family])) == 1]
    assert alone == []


def test_a_cell_in_words() -> None:
    assert describe(EVERYONE) == "everyone"
    assert describe(coordinate(sex="f", grade="2")) == "grade “2” and sex “f”"
