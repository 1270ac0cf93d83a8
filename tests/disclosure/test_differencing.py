"""Two printed counts that tell of a group too few to be printed: by person, by group and by year."""

import datetime as dt
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import grid, release_of, small_threshold
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.differencing import (
    Change,
    Difference,
    changes_between,
    changes_in_ledger,
    differences_within,
    wider_groups,
)
from footing.disclosure.ledger import LedgerEntry, PrintedCells
from footing.tables import EVERYONE, Coordinate, Hierarchy, Status, coordinate

DAY = dt.date(2026, 3, 31)


def test_a_count_with_and_without_one_person_tells_of_that_person() -> None:
    printed = {EVERYONE: 40, coordinate(a="most"): 39}
    (found,) = differences_within(printed, {}, 5)
    assert (found.larger, found.smaller, found.people) == (EVERYONE, coordinate(a="most"), 1)


def test_a_group_left_out_of_a_roll_up_is_found() -> None:
    printed = {coordinate(grade="senior", sex="F"): 30, coordinate(grade="9", sex="F"): 27}
    (found,) = differences_within(printed, {"grade": Hierarchy("grade", {"9": "senior", "10": "senior"})}, 5)
    assert found.people == 3


def test_withheld_counts_and_large_or_no_differences_tell_nothing() -> None:
    printed = {EVERYONE: 40, coordinate(a="x"): None, coordinate(a="y"): 40, coordinate(a="z"): 10}
    assert differences_within(printed, {}, 5) == ()


def test_a_count_that_changes_by_few_from_one_year_to_the_next_is_found() -> None:
    before, after = {EVERYONE: 40, coordinate(a="x"): 20}, {EVERYONE: 60, coordinate(a="x"): 21}
    (found,) = changes_between(before, after, 5)
    assert (found.cell, found.people) == (coordinate(a="x"), 1)
    entries = [LedgerEntry("release", DAY, printed=(PrintedCells("people", each, {}),)) for each in (before, after)]
    assert changes_in_ledger(entries, "people", 5) == (found,)


@given(counts=st.lists(st.integers(0, 9), min_size=9, max_size=9))
@settings(max_examples=40, deadline=None)
def test_no_released_table_tells_of_few_people_by_the_difference_of_two_counts(counts: list[int]) -> None:
    try:
        (table,) = release(release_of(grid([counts[:3], counts[3:6], counts[6:]])), policy=small_threshold(4)).tables
    except ReleaseRefused:
        return
    shown = {row.key: int(row.value or 0) for row in table.rows if row.status is not Status.WITHHELD}
    for (one, count), (two, other) in product(shown.items(), repeat=2):
        nested = all(wide in ("*", narrow) for wide, narrow in zip(one, two, strict=True))
        if nested and sum(wide != narrow for wide, narrow in zip(one, two, strict=True)) == 1:
            assert not 0 < count - other < 4, (one, two)


def test_a_difference_of_the_threshold_itself_or_of_nobody_tells_nothing() -> None:
    for people, told in ((0, False), (1, True), (4, True), (5, False)):
        assert bool(differences_within({EVERYONE: 40, coordinate(a="x"): 40 - people}, {}, 5)) is told
        assert bool(changes_between({EVERYONE: 40}, {EVERYONE: 40 - people}, 5)) is told
        assert bool(changes_between({EVERYONE: 40}, {EVERYONE: 40 + people}, 5)) is told


def test_every_pair_of_counts_that_tells_is_found_once() -> None:
    nested = {"one": Hierarchy("grade", {"9": "senior"}), "two": Hierarchy("grade", {"9": "high", "8": "senior"})}
    women = coordinate(sex="F")
    printed: dict[Coordinate, int | None] = {coordinate(grade="9"): None, coordinate(grade="high", sex="F"): None}
    printed |= {women: 31, coordinate(grade="senior", sex="F"): 30, coordinate(grade="9", sex="F"): 29}
    nine, senior = coordinate(grade="9", sex="F"), coordinate(grade="senior", sex="F")
    assert differences_within(printed, nested, 5) == (
        Difference(senior, nine, 1),
        Difference(women, nine, 2),
        Difference(women, senior, 1),
    )


def test_what_is_printed_in_one_release_only_or_kept_back_in_one_is_no_change() -> None:
    x = coordinate(a="x")
    assert changes_between({x: 3, EVERYONE: None}, {EVERYONE: 4}, 5) == ()
    both = Change(EVERYONE, 7, 9), Change(x, 3, 4)
    assert changes_between({x: 3, EVERYONE: 7}, {x: 4, EVERYONE: 9}, 5) == both
    assert changes_between({x: 3, EVERYONE: 7}, {x: None, EVERYONE: 9}, 5) == (Change(EVERYONE, 7, 9),)


def test_only_releases_of_the_same_population_are_compared_each_with_the_next() -> None:
    counts = (("people", 40), ("others", 41), ("people", 60), ("people", 61))
    entries = [LedgerEntry("release", DAY, printed=(PrintedCells(of, {EVERYONE: n}, {}),)) for of, n in counts]
    assert changes_in_ledger(entries, "people", 5) == (Change(EVERYONE, 60, 61),)
    assert changes_in_ledger(entries, "nobody", 5) == ()


def test_the_groups_that_are_wider_by_one_restriction_are_those_above_it_along_every_hierarchy() -> None:
    ways = {
        "by rank": Hierarchy("grade", {"9": "senior", "senior": "staff"}),
        "by pay": Hierarchy("grade", {"9": "high"}),
        "of sites": Hierarchy("site", {"9": "north", "x": "south"}),
    }
    found = list(wider_groups(coordinate(grade="9", site="x"), ways))
    assert sorted(found) == sorted(
        [
            coordinate(site="x"),
            coordinate(grade="senior", site="x"),
            coordinate(grade="staff", site="x"),
            coordinate(grade="high", site="x"),
            coordinate(grade="9"),
            coordinate(grade="9", site="south"),
        ]
    )
    assert list(wider_groups(EVERYONE, ways)) == []
