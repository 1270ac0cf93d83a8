"""Two printed counts that tell of a group too few to be printed: by person, by group and by year."""

import datetime as dt
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.small_tables import grid, release_of, small_threshold
from footing.disclosure import ReleaseRefused, release
from footing.disclosure.differencing import changes_between, changes_in_ledger, differences_within
from footing.disclosure.ledger import LedgerEntry, PrintedCells
from footing.tables import EVERYONE, Hierarchy, Status, coordinate

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
