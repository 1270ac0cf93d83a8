"""What a withheld figure says of its counts, and which lists of categories are all that there are."""

import pytest

from disclosure.small_tables import POPULATION, grid, people_count, percent, release_of, small_threshold, value_table
from footing.disclosure import Release, release
from footing.disclosure.others import OTHERS, with_others
from footing.disclosure.reasons import NOBODY, TOO_FEW
from footing.disclosure.showing import seen_in_tables
from footing.tables import (
    EVERYONE,
    TOTAL,
    Category,
    Coordinate,
    Dimension,
    Estimate,
    Hierarchy,
    Status,
    coordinate,
    units,
)
from footing.tables.raw import FromCounts, FromValues, Population, RawRelease, RawRow, RawTable

ONE_SIDE = {
    EVERYONE: 60,
    coordinate(sex="F"): 33,
    coordinate(grade="1"): 30,
    coordinate(grade="2"): 30,
    coordinate(grade="1", sex="F"): 3,
    coordinate(grade="2", sex="F"): 30,
}
"""Women in each grade, and everybody in each grade: the men are counted nowhere."""


def one_side(*hidden: object, hierarchies: dict[str, Hierarchy] | None = None) -> RawRelease:
    cells = [cell for cell in ONE_SIDE if cell not in hidden]
    shape = (Dimension("row", "Row", tuple(Category(str(place), str(place)) for place in range(len(cells)))),)
    rows = tuple(RawRow((str(place),), FromCounts((cell,), cell, people_count)) for place, cell in enumerate(cells))
    table = RawTable("women", "women", "Women", units.PEOPLE, POPULATION, shape, rows)
    return RawRelease((Population(POPULATION, ONE_SIDE, hierarchies or {}),), (table,))


def test_an_average_of_nobody_does_not_say_that_there_is_somebody() -> None:
    nobody = coordinate(a="a0", b="b0")
    pay = FromValues((nobody,), nobody, Estimate(None))
    raw = release_of(grid([[0, 19, 18], [17, 16, 19], [18, 17, 16]]), value_table(pay))
    (row,) = release(raw, policy=small_threshold(5)).tables[1].rows
    assert row.status is Status.WITHHELD


def test_of_withheld_figures_only_a_count_says_that_it_is_not_nought() -> None:
    raw = release_of(grid([[2, 19], [17, 16]]))
    cell, base = coordinate(a="a0", b="b0"), coordinate(a="a0")
    rows = (RawRow(("x",), FromCounts((cell, base), base, percent)),)
    share = RawTable("share", "share", "Share", units.PERCENT, POPULATION, (raw.tables[0].dimensions[0],), rows)
    released = release(RawRelease(raw.populations, (*raw.tables, share)), policy=small_threshold(5))
    assert released.tables[1].rows[0].status is Status.WITHHELD
    share_alone = seen_in_tables([(share, released.tables[1])], {}, small_threshold(5))
    assert share_alone[cell].smallest == 0.0
    shown = {cell: count for cell, count in raw.populations[0].counts.items() if count >= 5}
    pairs = [(share, released.tables[1]), (raw.tables[0], released.tables[0])]
    for order in (pairs, pairs[::-1]):
        assert seen_in_tables(order, shown, small_threshold(5))[cell].smallest == 1.0


def shown_counts(released: Release) -> set[float | None]:
    return {row.value for table in released.tables for row in table.rows}


@pytest.mark.parametrize("hidden", [(), (EVERYONE,), (coordinate(sex="F"),), (EVERYONE, coordinate(sex="F"))])
def test_one_side_alone_is_not_taken_for_the_whole(hidden: tuple[object, ...]) -> None:
    released = release(one_side(*hidden), policy=small_threshold(5))
    assert 3.0 not in shown_counts(released)
    assert 30.0 in shown_counts(released)


def test_a_flat_list_of_one_published_category_is_not_taken_for_all_there_are() -> None:
    released = release(one_side(EVERYONE, hierarchies={"sex": Hierarchy("sex")}), policy=small_threshold(5))
    assert 3.0 not in shown_counts(released)


def test_those_in_no_published_category_have_a_name_only_where_there_can_be_some() -> None:
    complete = {EVERYONE: 5, coordinate(sex="F"): 3, coordinate(sex="M"): 2}
    assert with_others({}, complete, complete) == {}
    assert with_others({}, [coordinate(sex="F"), coordinate(sex="M")], {}) == {}
    for counts in (complete, {}):
        (hierarchy,) = with_others({}, [coordinate(sex="F")], counts).values()
        assert hierarchy.parents == {"F": TOTAL, OTHERS: TOTAL}
    assert with_others({}, [coordinate(sex="F")], {EVERYONE: 3, coordinate(sex="F"): 3}) == {}


def test_categories_within_others_are_not_parts_of_the_total() -> None:
    nested = {"team": Hierarchy("team", {"a": "North", "b": "North"})}
    cells = [coordinate(team="a"), coordinate(team="b")]
    (hierarchy,) = with_others(nested, cells, {}).values()
    assert hierarchy.parents == {"a": "North", "b": "North", "North": TOTAL, OTHERS: TOTAL}


@pytest.mark.parametrize(("people", "reason"), [(0, NOBODY), (20, TOO_FEW)])
def test_a_figure_that_does_not_exist_says_whether_for_want_of_anybody_or_of_enough(people: int, reason: str) -> None:
    raw = release_of(grid([[people, 30], [40, 50]]))
    cell = coordinate(a="a0", b="b0")
    figure = FromCounts((cell,), cell, lambda _: Estimate(None))
    rows = (RawRow((), figure),)
    odds = RawTable("odds", "odds", "Odds", units.RATIO, POPULATION, (), rows)
    released = release(RawRelease(raw.populations, (*raw.tables, odds)), policy=small_threshold(5))
    assert released.tables[1].rows[0].reason == reason


def test_parts_of_a_roll_up_that_nobody_publishes_still_bound_it_from_below() -> None:
    """Promotions by grade: the two highest grades are part of "senior", which is printed nowhere, with a third part."""
    hierarchy = Hierarchy(
        "grade", {"1": TOTAL, "2": TOTAL, "senior": TOTAL, "8": "senior", "9": "senior", "10": "senior"}
    )
    counts = {EVERYONE: 110, coordinate(grade="1"): 100, coordinate(grade="2"): 5}
    counts |= {coordinate(grade="8"): 3, coordinate(grade="9"): 2}
    cells = list(counts)
    shape = (Dimension("row", "Row", tuple(Category(str(place), str(place)) for place in range(len(cells)))),)
    rows = tuple(RawRow((str(place),), FromCounts((cell,), cell, people_count)) for place, cell in enumerate(cells))
    table = RawTable("promoted", "promoted", "Promoted", units.PEOPLE, POPULATION, shape, rows)
    raw = RawRelease((Population(POPULATION, counts, {"grade": hierarchy}),), (table,))
    (protected,) = release(raw, policy=small_threshold(10)).tables
    values = dict(zip(cells, (row.value for row in protected.rows), strict=True))
    assert values[EVERYONE] is None or values[coordinate(grade="1")] is None


NEITHER = {EVERYONE: 100, coordinate(a="x"): 60, coordinate(b="yes"): 80, coordinate(a="x", b="yes"): 43}
"""Of 100 people 60 are in x and 80 said yes, 43 of them in x: three are neither."""
ALL_BUT_THREE = {EVERYONE: 100, coordinate(a="x"): 97, coordinate(a="y", b="yes"): 0, coordinate(a="y", c="1"): 0}
"""Two noughts within the three who are not in x."""


@pytest.mark.parametrize("counts", [NEITHER, ALL_BUT_THREE])
def test_few_who_are_in_no_published_group_cannot_be_subtracted(counts: dict[Coordinate, int]) -> None:
    shape = (Dimension("row", "Row", tuple(Category(str(place), str(place)) for place in range(len(counts)))),)
    rows = [RawRow((str(place),), FromCounts((cell,), cell, people_count)) for place, cell in enumerate(counts)]
    table = RawTable("neither", "neither", "Neither", units.PEOPLE, POPULATION, shape, tuple(rows))
    lists = {"a": ("x", "y"), "b": ("yes", "no"), "c": ("1", "2")}
    hierarchies = {name: Hierarchy(name, dict.fromkeys(codes, TOTAL)) for name, codes in lists.items()}
    raw = RawRelease((Population(POPULATION, counts, hierarchies),), (table,))
    (protected,) = release(raw, policy=small_threshold(10)).tables
    assert any(row.status is Status.WITHHELD and counts[cell] for cell, row in zip(counts, protected.rows, strict=True))
