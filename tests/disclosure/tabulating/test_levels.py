"""Every combination of levels is counted as one would count it by hand."""

from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footing.disclosure.tabulating import levels
from footing.disclosure.tabulating.levels import Groups, LevelCount, count_levels, most_dimensions
from footing.standards import load_catalogue

THRESHOLD = 5


@st.composite
def drawn_groups(draw: st.DrawFn) -> Groups:
    """Up to three dimensions of up to three levels, each category in some category of the level above."""
    sizes, above = [], []
    for _ in range(draw(st.integers(1, 3))):
        dimension = sorted(draw(st.lists(st.integers(1, 5), min_size=1, max_size=3)))
        sizes.append(tuple(dimension))
        above.append(
            tuple(
                np.array(draw(st.lists(st.integers(0, wide - 1), min_size=fine, max_size=fine)), dtype=np.int64)
                for wide, fine in pairwise(dimension)
            )
        )
    number = draw(st.integers(0, 25))
    categories = [draw(st.lists(st.integers(0, each[-1] - 1), min_size=number, max_size=number)) for each in sizes]
    people = draw(st.lists(st.integers(0, 7), min_size=number, max_size=number))
    arrays = tuple(np.array(each, dtype=np.int64) for each in categories)
    return Groups(arrays, np.array(people, dtype=np.int64), tuple(sizes), tuple(above))


def counted_by_hand(groups: Groups, depths: tuple[int, ...]) -> LevelCount:
    cells: Counter[tuple[int, ...]] = Counter()
    for group, people in enumerate(groups.people.tolist()):
        cell = []
        for place, depth in enumerate(depths):
            category = int(groups.categories[place][group])
            for level in range(len(groups.sizes[place]) - 1, depth - 1, -1):
                category = int(groups.above[place][level - 1][category]) if level and depth else 0
            cell.append(category)
        cells[tuple(cell)] += people
    held = [people for people in cells.values() if people]
    possible = 1
    for place, depth in enumerate(depths):
        possible *= groups.sizes[place][depth - 1] if depth else 1
    return LevelCount(depths, possible, len(held), sum(people < THRESHOLD for people in held))


@given(drawn_groups(), st.integers(1, 3))
@settings(deadline=None, max_examples=50)
def test_every_combination_is_counted_once_and_as_by_hand(groups: Groups, together: int) -> None:
    found = {each.depths: each for each in count_levels(groups, THRESHOLD, together)}
    every = product(*(range(len(sizes) + 1) for sizes in groups.sizes))
    wanted = [depths for depths in every if sum(map(bool, depths)) <= together]
    assert found == {depths: counted_by_hand(groups, depths) for depths in wanted}
    assert len(list(count_levels(groups, THRESHOLD, together))) == len(wanted)


@given(drawn_groups())
@settings(deadline=None, max_examples=50)
def test_numbers_too_large_for_one_key_are_counted_all_the_same(groups: Groups) -> None:
    expected = list(count_levels(groups, THRESHOLD, 3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "_LARGEST_KEY", 8)
        assert list(count_levels(groups, THRESHOLD, 3)) == expected


def test_many_dimensions_are_looked_at_a_few_at_a_time() -> None:
    assert most_dimensions([1] * 10) == 10
    assert most_dimensions([4, 4, 4, 4, 4, 4]) == 3
    assert most_dimensions([6_000]) == 1
    assert most_dimensions([1] * 12) == 12
    assert (most_dimensions([49, 99]), most_dimensions([2, 1_666])) == (2, 1)


def test_groups_are_told_apart_where_their_categories_are_more_than_a_number_of_64_bits_can_tell() -> None:
    wide, nobody = 2**16, np.zeros(2, dtype=np.int64)
    groups = Groups((np.array([0, 1]), *[nobody] * 4), np.array([3, 7]), ((wide,),) * 5, ((),) * 5)
    found = {each.depths: each for each in count_levels(groups, THRESHOLD, 5)}
    assert found[1, 1, 1, 1, 1] == LevelCount((1, 1, 1, 1, 1), wide**5, 2, 1)


def test_noughts_count_as_small_where_they_are_withheld() -> None:
    shown = load_catalogue().policy("civil-service-2023").counts
    withheld = shown.model_copy(update={"zeros": "withheld"})
    count = LevelCount((1,), possible=10, held=4, small=1)
    assert count.small_percent(shown) == 25
    assert count.small_percent(withheld) == 70
    assert LevelCount((1,), possible=10, held=1, small=1).small_percent(shown) == 100
