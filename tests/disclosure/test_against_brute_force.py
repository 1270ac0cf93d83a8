"""No sensitive count is narrowed down by somebody who tries every table of whole people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.brute_force import possible_counts
from disclosure.small_tables import POPULATION, Grid, grid, release_of, small_threshold
from footing.disclosure import Release, ReleaseRefused, release
from footing.disclosure.audit import audit_counts
from footing.disclosure.seen import Demand, Seen
from footing.tables import Hierarchy, Status, coordinate

THRESHOLD = 3


def printed(released: Release) -> dict[tuple[str, ...], int | None]:
    (table,) = released.tables
    return {row.key: None if row.status is Status.WITHHELD else round(row.value or 0) for row in table.rows}


def require_protected_or_refused(table: Grid) -> None:
    """Every count under the threshold may, for all an outsider knows, be as large as the threshold, or larger.

    Tables of too few people to show or to protect anything are refused.
    """
    try:
        released = release(release_of(table), policy=small_threshold(THRESHOLD))
    except ReleaseRefused as refusal:
        if refusal.code not in {"D001", "D003"}:
            raise
        return
    shown = printed(released)
    possible = possible_counts(table, shown)
    for key, count in table.every_count().items():
        if shown[key] is not None:
            assert shown[key] == count
            assert count == 0 or count >= THRESHOLD
        elif 0 < count < THRESHOLD:
            smallest, largest = possible[key]
            assert largest >= THRESHOLD, key
            assert smallest < largest, key


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Six cells at the most, of a few people each: trying everything takes long soon."""
    down, across = draw(st.sampled_from([(2, 2), (2, 3), (3, 2)]))
    return grid(
        draw(st.lists(st.lists(st.integers(0, 4), min_size=across, max_size=across), min_size=down, max_size=down))
    )


@given(table=grids())
@settings(max_examples=40, deadline=None)
def test_no_small_count_of_a_table_with_its_margins_can_be_told_from_a_large_one(table: Grid) -> None:
    require_protected_or_refused(table)


@given(counts=st.lists(st.integers(0, 4), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_small_count_under_a_hierarchy_can_be_told_from_a_large_one(counts: list[int]) -> None:
    codes = (("d0", "d1", "d2"), ("b0", "b1"))
    cells = {(down, across): counts[2 * i + j] for i, down in enumerate(codes[0]) for j, across in enumerate(codes[1])}
    nested = Hierarchy("a", {"d0": "f0", "d1": "f0", "d2": "f1"})
    require_protected_or_refused(Grid(("a", "b"), codes, cells, (nested,)))


@given(table=grids(), hidden=st.sets(st.integers(0, 15)))
@settings(max_examples=40, deadline=None)
def test_the_audit_finds_the_very_ranges_that_trying_everything_finds(table: Grid, hidden: set[int]) -> None:
    counts = table.every_count()
    possible_to_hide = [key for key in sorted(counts) if counts[key] > 0 and key[0] != "*"]
    withheld = {key for place, key in enumerate(possible_to_hide) if place in hidden}
    cell_of = {key: coordinate(**dict(zip(table.variables, key, strict=True))) for key in counts}
    seen = {cell_of[key]: Seen(1.0) if key in withheld else Seen(count, count) for key, count in counts.items()}
    possible = possible_counts(table, {key: None if key in withheld else count for key, count in counts.items()})
    for key in sorted(withheld):
        smallest, largest = possible[key]
        exactly = {cell_of[key]: Demand(float(smallest), float(largest))}
        assert not audit_counts(seen, {}, exactly).exposures
        for narrower in (Demand(float(smallest - 1), float(largest)), Demand(float(smallest), float(largest + 1))):
            (exposure,) = audit_counts(seen, {}, {cell_of[key]: narrower}).exposures
            assert (exposure.smallest, exposure.largest) == (smallest, largest)


def test_a_lone_small_count_takes_a_neighbour_in_its_row_and_in_its_column() -> None:
    released = release(release_of(grid([[2, 9, 8], [7, 6, 9], [8, 7, 6]])), policy=small_threshold(THRESHOLD))
    withheld = {row.key for row in released.tables[0].rows if row.status is Status.WITHHELD}
    assert ("a0", "b0") in withheld
    assert len(withheld) >= 4
    assert released.audits[0].population == POPULATION
    assert released.audits[0].narrowest_range is not None
    assert released.audits[0].narrowest_range >= THRESHOLD - 1


def test_large_counts_alone_are_all_shown() -> None:
    released = release(release_of(grid([[9, 8], [7, 6]])), policy=small_threshold(THRESHOLD))
    assert {row.status for row in released.tables[0].rows} == {Status.SHOWN}
    assert released.audits[0].withheld == 0


@pytest.mark.parametrize("run", range(3))
def test_the_same_counts_give_the_same_pattern_every_time(run: int) -> None:
    table = grid([[2, 9, 8, 1], [7, 6, 9, 5], [8, 1, 6, 4], [3, 3, 2, 9]])
    once, again = (release(release_of(table), policy=small_threshold(4)) for _ in range(2))
    assert printed(once) == printed(again)
