"""Rounding instead of withholding: every count to the nearest multiple, and refused where that is not enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.small_tables import POPULATION, Grid, grid, policy, release_of, table_of
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.rounding import round_counts, round_to_nearest, seen_under, seen_when_rounded
from footing.disclosure.seen import Demand, Seen
from footing.tables import TOTAL, Status, coordinate
from footing.tables.raw import Population

ROUNDED = policy("civil-service-2023-rounded")
ADDING_UP = policy("civil-service-2023-controlled")


@given(count=st.integers(0, 500), base=st.integers(2, 20))
def test_a_count_is_among_those_that_round_to_what_is_shown_and_its_neighbours_outside_are_not(
    count: int, base: int
) -> None:
    shown = round_to_nearest(count, base)
    seen = seen_when_rounded(shown, base)
    possible = range(int(seen.smallest), int(seen.largest) + 1)
    assert count in possible
    assert (seen.smallest, seen.largest) == (possible[0], possible[-1])
    assert all(round_to_nearest(each, base) == shown for each in possible)
    assert round_to_nearest(possible[-1] + 1, base) != shown
    assert possible[0] == 0 or round_to_nearest(possible[0] - 1, base) != shown


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_counts_are_rounded_to_the_nearest_five(count: int, shown: int) -> None:
    assert round_to_nearest(count, 5) == shown


def test_nothing_is_withheld_where_counts_are_rounded() -> None:
    (table,) = release(release_of(grid([[12, 19], [17, 16]])), policy=ROUNDED).tables
    assert {row.status for row in table.rows} == {Status.ROUNDED}
    assert {row.value % 5 for row in table.rows if row.value is not None} == {0.0}


def test_every_count_from_one_to_under_the_threshold_must_stay_inexact_and_no_other() -> None:
    counts = {coordinate(a=str(count)): count for count in (0, 1, 4, 5)}
    rounded = round_counts(Population(POPULATION, counts), counts, ROUNDED)
    assert rounded.demands == {coordinate(a="1"): Demand(0.0, 2.0, 1.0), coordinate(a="4"): Demand(3.0, 7.0, 1.0)}
    assert rounded.method == "counts rounded to the nearest 5"


@pytest.mark.parametrize(
    ("method", "base", "shown", "seen"),
    [("none", 1, 7, (7, 7)), ("nearest", 5, 10, (8, 12)), ("controlled", 5, 10, (6, 14)), ("controlled", 5, 0, (0, 4))],
)
def test_what_a_count_can_be_follows_from_the_method(method: str, base: int, shown: int, seen: tuple[int, int]) -> None:
    rule = policy(rounding={"method": method, "base": base}).rounding
    assert seen_under(rule, shown) == Seen(*map(float, seen))


def test_shares_are_worked_out_from_rounded_counts() -> None:
    table = grid([[12, 19], [17, 16]])
    shares = release(release_of(table, table_of(table, name="shares", share_of="b")), policy=ROUNDED).tables[1]
    (row,) = (row for row in shares.rows if row.key == ("a0", "b0"))
    assert (row.value, row.base) == (33.3, 30)


def test_a_share_of_very_few_rounded_people_is_not_shown() -> None:
    table = grid([[2, 1], [30, 40]])
    shares = release(release_of(table, table_of(table, name="shares", share_of="b")), policy=ROUNDED).tables[1]
    statuses = {row.key: row.status for row in shares.rows}
    assert statuses["a1", "b0"] is Status.ROUNDED
    assert statuses["a0", "b0"] is Status.ROUNDED  # three people are shown as five


def test_rounded_parts_that_give_a_small_count_away_are_refused() -> None:
    """Four parts of 1 shown as 0 within a whole of 8 shown as 10: each must be 2."""
    everybody = Grid(("a",), (("a0", "a1", "a2", "a3"),), {("a0",): 2, ("a1",): 2, ("a2",): 2, ("a3",): 2})
    with pytest.raises(ReleaseRefused, match="D004"):
        release(release_of(everybody), policy=ROUNDED)


def test_counts_rounded_to_add_up_add_up_and_each_is_less_than_five_away() -> None:
    table = grid([[12, 19, 3], [17, 16, 8], [21, 4, 33]])
    released = release(release_of(table), policy=ADDING_UP)
    (rounded,) = released.tables
    shown = {row.key: row.value for row in rounded.rows}
    assert {row.status for row in rounded.rows} == {Status.ROUNDED}
    assert all(value is not None and value % 5 == 0 for value in shown.values())
    assert all(abs(shown[key] - count) < 5 for key, count in table.every_count().items())
    for a in ("a0", "a1", "a2", TOTAL):
        assert sum(shown[a, f"b{j}"] for j in range(3)) == shown[a, TOTAL]
        assert sum(shown[f"a{i}", a.replace("a", "b")] for i in range(3)) == shown[TOTAL, a.replace("a", "b")]
    assert released.audits[0].narrowest_range is not None
    assert released.audits[0].narrowest_range > 0


def test_rounding_to_add_up_moves_no_count_further_than_the_next_multiple() -> None:
    """Five parts of 4 come to a whole of 20: four of them are shown as 5, and one as nought."""
    codes = tuple(f"a{i}" for i in range(5))
    everybody = Grid(("a",), (codes,), {(code,): 4 for code in codes})
    (table,) = release(release_of(everybody), policy=ADDING_UP).tables
    shown = {row.key[0]: row.value for row in table.rows}
    assert sorted(shown[code] for code in codes) == [0, 5, 5, 5, 5]
    assert shown[TOTAL] == 20
